"""What the system knows about an agency-year beyond its workbook: evidence, reviu, versions, signatures. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kinerja.data_reviu import DataReviu
from renstra.data_pejabat import MasaJabatan


@dataclass(frozen=True)
class FaktaTanda:
    """A place for a signature in a frozen version, and the signature once `pada` is set.

    `sah`, `utuh`, `tepercaya`: the verdict that was kept beside it; None where none was. `pejabat`: who held the
    post on the day of signing, None where nobody is recorded. `status_sertifikat`: what the signing service
    said last of the certificate of a place that is still empty, a sentence; '' where it said nothing against it.
    """

    bidang: str
    nama: str = ""
    nip: str = ""
    jabatan: str = ""
    pada: date | None = None
    sidik_masuk: str = ""
    sidik_hasil: str = ""
    nama_sertifikat: str = ""
    penerbit: str = ""
    percobaan: bool = False
    sah: bool | None = None
    utuh: bool | None = None
    tepercaya: bool | None = None
    pejabat: MasaJabatan | None = None
    status_sertifikat: str = ""


@dataclass(frozen=True)
class FaktaVersi:
    """A version of one of the agency's official documents that counts: final, signed or published, and not withdrawn.

    `jenis` (laporan, perjanjian …), `keadaan` (final, ditandatangani, terbit) and `jenis_sertifikat` (bsre, lain,
    percobaan) are the words of `lkjip.laporan`; `tahunan`: it is the year's own report. `daftar_tanda` in the order of
    signing.
    """

    pk: int
    jenis: str
    kunci: str
    nomor: int
    judul: str
    keadaan: str
    jenis_sertifikat: str = ""
    kode: str = ""
    sidik_final: str = ""
    sidik_kini: str = ""
    tahunan: bool = False
    final: date | None = None
    terbit: date | None = None
    daftar_tanda: tuple[FaktaTanda, ...] = ()

    @cached_property
    def bertanda(self) -> tuple[FaktaTanda, ...]:
        return tuple(t for t in self.daftar_tanda if t.sidik_hasil)

    @property
    def ditandatangani_pada(self) -> date | None:
        """The day of the first signature."""
        return min((t.pada for t in self.bertanda if t.pada), default=None)

    @property
    def sebutan(self) -> str:
        return f"{self.judul} versi {self.nomor}"


@dataclass(frozen=True)
class FaktaTahun:
    """Facts of one agency-year that rules may lean on, as they were on `hari`. A workbook that is read from a file has
    none (`fakta` is None), and then those rules are silent.

    `berbukti`: kode of the indicators with evidence of any quarter. `reviu`: the latest that was not given up;
    `daftar_pernyataan`: the days of all statements. `disetujui`: per quarter the day of its first approval.
    """

    hari: date
    berbukti: frozenset[str] = frozenset()
    reviu: DataReviu | None = None
    daftar_pernyataan: tuple[date, ...] = ()
    disetujui: Mapping[int, date] = field(default_factory=dict)
    daftar_versi: tuple[FaktaVersi, ...] = ()
