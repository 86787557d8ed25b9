"""Everything that the system knows about an agency-year under evaluation and what surrounds it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kinerja.data_evaluasi import AsalEvaluasi, DataEvaluasi, RekamRekomendasi
from kinerja.data_pengisian import DITERIMA, StatusPengisian
from kinerja.data_reviu import SimpulanReviu, TahapReviu
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.data_penyusunan import JenisBerkas
from lkjip.laporan.data_terbitan import KeadaanTerbitan
from renstra.data import Versi


@dataclass(frozen=True)
class FaktaTriwulan:
    """A quarter as it went. `diajukan` is the day on which it was first handed in, the others are the last of their
    kind; None: that step was not taken.

    `beranalisis`: how many indicators have something in this quarter's analysis, `bersolusi` how many a solution.
    """

    triwulan: int
    tenggat: date
    status: StatusPengisian = StatusPengisian.DRAF
    diajukan: date | None = None
    diverifikasi: date | None = None
    disetujui: date | None = None
    banyak_bukti: int = 0
    berbukti: int = 0
    beranalisis: int = 0
    bersolusi: int = 0

    @property
    def diterima(self) -> bool:
        return self.status in DITERIMA

    @property
    def hari_terlambat(self) -> int:
        """Days that it was handed in after its deadline; 0 where in time or not handed in."""
        return max(0, (self.diajukan - self.tenggat).days) if self.diajukan else 0


@dataclass(frozen=True)
class FaktaDokumen:
    """A frozen version of an official document: the one in force, else the latest. Of a unit's or a quarter's too."""

    pk: int
    tahun: int
    jenis: JenisBerkas
    kunci: str
    nomor: int
    judul: str
    keadaan: KeadaanTerbitan
    versi: Versi | None = None
    triwulan: int | None = None
    unit: int | None = None
    ditandatangani: bool = False  # all places are signed
    final: date | None = None
    terbit: date | None = None
    terbit_pertama: date | None = None  # of the first version that was published
    berberkas: bool = False

    @property
    def berlaku(self) -> bool:
        return self.keadaan is KeadaanTerbitan.TERBIT


@dataclass(frozen=True)
class FaktaRenstra:
    """The plan of the year evaluated. `versi_lain`: how many other versions of the same period there are."""

    versi: int = 1
    versi_lain: int = 0
    nomor_penetapan: str = ""
    tanggal_penetapan: date | None = None


@dataclass(frozen=True)
class FaktaUnit:
    """A unit of the agency; `berlembar`: it has a sheet of the Perjanjian Kinerja of the year."""

    pk: int
    nama: str
    berlembar: bool = False


@dataclass(frozen=True)
class FaktaReviu:
    nomor: int
    tahap: TahapReviu
    simpulan: SimpulanReviu | None = None
    tanggal: date | None = None


@dataclass(frozen=True)
class EvaluasiLalu:
    """An issued evaluation of an earlier year of the same agency; its figures are those of `data`."""

    pk: int
    asal: AsalEvaluasi
    data: DataEvaluasi

    @property
    def tahun(self) -> int:
        return self.data.tahun


@dataclass(frozen=True)
class FaktaPemda:
    """What is known of the whole pemda. `dievaluasi`: agencies with an issued evaluation of the year before.

    `memakai_reviu`: some report of the year was reviewed in this system. `halaman_publik`: its page is open;
    `menerbitkan`: some agency published a document of that year here. Without them an absence says nothing.
    """

    banyak_instansi: int = 0
    dievaluasi: int = 0
    memakai_reviu: bool = False
    halaman_publik: bool = False
    menerbitkan: bool = False
    pedoman_daerah: str = ""

    @property
    def terbit_di_sini(self) -> bool:
        """Whether what is published is to be looked for here."""
        return self.halaman_publik and self.menerbitkan


@dataclass(frozen=True)
class Fakta:
    """`tahun` is the year evaluated, `hari` the day on which the facts were read.

    `buku` is None where the system knows nothing of that year; `lalu` and `berikut` are the years beside it.
    `berdefinisi`: kode of the indicators with an operational definition. `lembar`: dates of the sheets of the
    Perjanjian Kinerja of the agency's head, per version.
    """

    kode: str
    tahun: int
    hari: date
    nama: str = ""
    buku: BukuKerja | None = None
    lalu: DataInstansi | None = None
    berikut: DataInstansi | None = None
    renstra: FaktaRenstra = FaktaRenstra()
    daftar_triwulan: tuple[FaktaTriwulan, ...] = ()
    daftar_dokumen: tuple[FaktaDokumen, ...] = ()
    daftar_unit: tuple[FaktaUnit, ...] = ()
    lembar: Mapping[Versi, date | None] = field(default_factory=dict)
    berdefinisi: frozenset[str] = frozenset()
    daftar_reviu: tuple[FaktaReviu, ...] = ()
    daftar_rekomendasi: tuple[RekamRekomendasi, ...] = ()
    daftar_evaluasi_lalu: tuple[EvaluasiLalu, ...] = ()  # the latest first
    pemda: FaktaPemda = FaktaPemda()
    mandiri_dikirim: date | None = None

    @cached_property
    def lewat_alur(self) -> bool:
        """Whether the quarters went through this system at all; else an untouched one says nothing about the agency."""
        return any(tw.diajukan is not None or tw.status is not StatusPengisian.DRAF for tw in self.daftar_triwulan)

    @cached_property
    def dokumen_per_kunci(self) -> Mapping[tuple[int, str], FaktaDokumen]:
        return {(d.tahun, d.kunci): d for d in self.daftar_dokumen}

    def dokumen(self, kunci: str) -> FaktaDokumen | None:
        """Of the year evaluated."""
        return self.dokumen_per_kunci.get((self.tahun, kunci))

    @property
    def evaluasi_terakhir(self) -> EvaluasiLalu | None:
        return self.daftar_evaluasi_lalu[0] if self.daftar_evaluasi_lalu else None
