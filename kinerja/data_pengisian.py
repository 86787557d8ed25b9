"""Records of filling in a quarter: its state, its steps, its deadline, and the rules of the pemda. Pure.

The states fit ../shared/rujukan/sakip.md 9: drawn up by the perencana, checked by the sekretaris, approved by the head.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kinerja.data import Faktor

HARI_TENGGAT_BAWAAN = 15  # pemeriksaan.md TW-09


class StatusPengisian(StrEnum):
    """State of one quarter of one agency. Its data may be changed in `draf` only."""

    DRAF = "draf"
    DIAJUKAN = "diajukan"
    DIVERIFIKASI = "diverifikasi"
    DISETUJUI = "disetujui"
    TERKUNCI = "terkunci"


DITERIMA = frozenset({StatusPengisian.DISETUJUI, StatusPengisian.TERKUNCI})


DIPERIKSA = frozenset({StatusPengisian.DIAJUKAN, StatusPengisian.DIVERIFIKASI})


class Langkah(StrEnum):
    """What moves a quarter from one state to the next."""

    AJUKAN = "ajukan"
    TARIK = "tarik"
    VERIFIKASI = "verifikasi"
    KEMBALIKAN = "kembalikan"
    SETUJUI = "setujui"
    KUNCI = "kunci"
    BUKA = "buka"


class JenisBukti(StrEnum):
    BERKAS = "berkas"
    TAUTAN = "tautan"


@dataclass(frozen=True)
class Peralihan:
    """One allowed step; `peran` are the roles (values of renstra's Peran) that may take it from `dari`."""

    langkah: Langkah
    dari: StatusPengisian
    ke: StatusPengisian
    peran: frozenset[str]
    wajib_catatan: bool = False


def _peralihan(langkah: str, dari: str, ke: str, peran: str, *, wajib_catatan: bool = False) -> Peralihan:
    daftar_peran = frozenset({*peran.split(), "admin"})
    return Peralihan(Langkah(langkah), StatusPengisian(dari), StatusPengisian(ke), daftar_peran, wajib_catatan)


ALUR: tuple[Peralihan, ...] = (
    _peralihan("ajukan", "draf", "diajukan", "perencana pengelola"),
    _peralihan("tarik", "diajukan", "draf", "perencana pengelola"),
    _peralihan("verifikasi", "diajukan", "diverifikasi", "verifikator"),
    _peralihan("kembalikan", "diajukan", "draf", "verifikator", wajib_catatan=True),
    _peralihan("setujui", "diverifikasi", "disetujui", "kepala"),
    _peralihan("kembalikan", "diverifikasi", "draf", "kepala verifikator", wajib_catatan=True),
    _peralihan("kunci", "disetujui", "terkunci", "kepala pengelola"),
    _peralihan("buka", "disetujui", "draf", "kepala pengelola", wajib_catatan=True),
    _peralihan("buka", "terkunci", "draf", "pengelola", wajib_catatan=True),
)
PERALIHAN: Mapping[tuple[Langkah, StatusPengisian], Peralihan] = {(p.langkah, p.dari): p for p in ALUR}


@dataclass(frozen=True)
class AturanPengisian:
    """What a pemda asks of the quarters of its agencies. `hari_tenggat`: days after the end of quarter 1 … 4."""

    hari_tenggat: tuple[int, int, int, int] = (HARI_TENGGAT_BAWAAN,) * 4
    tutup_setelah_tenggat: bool = False
    wajib_bukti: bool = False
    wajib_analisis: bool = False


@dataclass(frozen=True)
class Pengisian:
    """One quarter of one agency-year: its state, since when and by whom, and until when it is to be filled in.

    `langkah` is the last step taken, `nomor_langkah` its pk: a further step of the same kind is another matter.
    """

    tahun: int
    triwulan: int
    status: StatusPengisian
    tenggat: date
    tutup_setelah_tenggat: bool = False
    sejak: datetime | None = None  # local time of the last step
    oleh: str = ""
    catatan: str = ""
    langkah: Langkah | None = None
    nomor_langkah: int | None = None

    @property
    def dikembalikan(self) -> bool:
        """Sent back to whoever fills it in, by the verifikator, by the head, or by reopening it."""
        return self.status is StatusPengisian.DRAF and self.langkah in {Langkah.KEMBALIKAN, Langkah.BUKA}

    @property
    def diperiksa(self) -> bool:
        """Submitted and not approved yet: the time for remarks."""
        return self.status in DIPERIKSA

    @property
    def sebutan_kembali(self) -> str:
        """How it came back: a head's approval that is opened again is no refusal."""
        return "dibuka kembali" if self.langkah is Langkah.BUKA else "dikembalikan"

    @property
    def diterima(self) -> bool:
        """Approved by the head: its figures are those of that moment, whatever is planned later."""
        return self.status in DITERIMA


@dataclass(frozen=True)
class ButirAnalisis:
    """One list item of a quarter's analysis; `dibawa_dari`: the quarter it was carried over from, until edited."""

    indikator: str
    triwulan: int
    faktor: Faktor
    uraian: str
    dibawa_dari: int | None = None
