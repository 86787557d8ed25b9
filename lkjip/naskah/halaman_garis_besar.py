"""The outline of the report as its writers see it: headings, places for text below them, what is still to be done."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lkjip.laporan.compose import Naskah
from lkjip.laporan.compose.ruas import Ruas, SifatRuas
from lkjip.laporan.isi import Bab, Bagian, Blok, nomori

_BANYAK_DILIPAT = 8


@dataclass(frozen=True)
class ButirRuas:
    """A place with its state. `perlu`: somebody ought to write here, or look at it again."""

    bagian: str
    judul: str
    keadaan: str
    wajib: bool
    terpilih: bool = False

    @property
    def perlu(self) -> bool:
        return self.keadaan == "usang" or (self.wajib and self.keadaan == "kosong")


@dataclass(frozen=True)
class Cabang:
    """A heading with the places that stand directly below it and the headings further down."""

    kunci: str
    nomor: str
    judul: str
    daftar_ruas: tuple[ButirRuas, ...] = ()
    anak: tuple[Cabang, ...] = ()

    @cached_property
    def semua_ruas(self) -> tuple[ButirRuas, ...]:
        return (*self.daftar_ruas, *(ruas for cabang in self.anak for ruas in cabang.semua_ruas))

    @property
    def tunggal(self) -> ButirRuas | None:
        """The only place below, which the heading itself then stands for."""
        return self.daftar_ruas[0] if len(self.daftar_ruas) == 1 and not self.anak else None

    @property
    def panjang(self) -> bool:
        """So much below that it folds away until somebody wants it."""
        return bool(self.anak) and len(self.semua_ruas) > _BANYAK_DILIPAT

    @property
    def terbuka(self) -> bool:
        """Whether the place that is being written lies below."""
        return any(ruas.terpilih for ruas in self.semua_ruas)

    @property
    def banyak_perlu(self) -> int:
        return sum(ruas.perlu for ruas in self.semua_ruas)


@dataclass(frozen=True)
class GarisBesar:
    """`daftar_cabang`: chapters that hold places, only those with work to do where `hanya_perlu`."""

    daftar_cabang: tuple[Cabang, ...]
    semua_ruas: tuple[ButirRuas, ...]
    hanya_perlu: bool = False

    @property
    def jalur(self) -> tuple[str, ...]:
        """The headings down to the place that is being written."""
        return _jalur(self.daftar_cabang)

    @cached_property
    def banyak(self) -> Mapping[str, int]:
        """How many places are in each state."""
        return Counter(ruas.keadaan for ruas in self.semua_ruas)

    @property
    def banyak_perlu(self) -> int:
        return sum(ruas.perlu for ruas in self.semua_ruas)

    @property
    def banyak_wajib(self) -> int:
        return sum(ruas.wajib for ruas in self.semua_ruas)

    @property
    def wajib_tertulis(self) -> int:
        return sum(ruas.wajib and ruas.keadaan != "kosong" for ruas in self.semua_ruas)

    @property
    def berikut(self) -> ButirRuas | None:
        """The next place with work to do after the one that is being written, else the first."""
        perlu = [(n, ruas) for n, ruas in enumerate(self.semua_ruas) if ruas.perlu and not ruas.terpilih]
        di_sini = next((n for n, ruas in enumerate(self.semua_ruas) if ruas.terpilih), -1)
        return next((ruas for n, ruas in perlu if n > di_sini), perlu[0][1] if perlu else None)


def _jalur(daftar: Sequence[Cabang]) -> tuple[str, ...]:
    di_sini = next((cabang for cabang in daftar if cabang.terbuka), None)
    return () if di_sini is None else (f"{di_sini.nomor} {di_sini.judul}".strip(), *_jalur(di_sini.anak))


def garis_besar(
    naskah: Naskah,
    keadaan: Mapping[str, str],
    *,
    terpilih: str = "",
    hanya_perlu: bool = False,
) -> GarisBesar:
    """`keadaan` per name of the place."""
    per_letak: dict[str, list[ButirRuas]] = defaultdict(list)
    for ruas in naskah.daftar_ruas:
        per_letak[ruas.letak].append(_butir(ruas, keadaan[ruas.bagian], terpilih))
    label = nomori(naskah.dokumen).label_per_kunci
    cabang = [_cabang(bab, per_letak, label) for bab in naskah.dokumen.bab]
    semua = tuple(ruas for satu in cabang for ruas in satu.semua_ruas)
    return GarisBesar(tuple(_tersaring(cabang, hanya_perlu)), semua, hanya_perlu)


def _butir(ruas: Ruas, keadaan: str, terpilih: str) -> ButirRuas:
    return ButirRuas(ruas.bagian, ruas.judul, keadaan, ruas.sifat is SifatRuas.WAJIB, ruas.bagian == terpilih)


def _cabang(simpul: Bab | Bagian, per_letak: Mapping[str, Sequence[ButirRuas]], label: Mapping[str, str]) -> Cabang:
    anak = tuple(_cabang(satu, per_letak, label) for satu in _judul_di_bawah(simpul.isi))
    daftar_ruas = tuple(per_letak.get(simpul.kunci, ()))
    return Cabang(simpul.kunci, label.get(simpul.kunci, ""), simpul.judul, daftar_ruas, anak)


def _judul_di_bawah(isi: Sequence[Blok | Bagian]) -> list[Bagian]:
    return [satu for satu in isi if isinstance(satu, Bagian)]


def _tersaring(daftar: Sequence[Cabang], hanya_perlu: bool) -> list[Cabang]:
    """Headings below which there is something to show."""
    hasil = []
    for cabang in daftar:
        ruas = tuple(r for r in cabang.daftar_ruas if not hanya_perlu or r.perlu or r.terpilih)
        anak = tuple(_tersaring(cabang.anak, hanya_perlu))
        if ruas or anak:
            hasil.append(Cabang(cabang.kunci, cabang.nomor, cabang.judul, ruas, anak))
    return hasil
