"""Scores of all agencies at a glance: the records that the board is made from, and its rows. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from kinerja.data import DataKinerja
from kinerja.data_evaluasi import AsalEvaluasi, JawabanLke, Skema, TahapEvaluasi, TingkatIsian
from lkjip.dasar.hasil import Hasil

BANYAK_TAHUN = 5
"""Years of the trend, the chosen one included."""


class SumberNilai(StrEnum):
    """Where a score comes from."""

    EVALUASI = "evaluasi"  # an LHE issued by this system
    REKAMAN = "rekaman"  # an LHE issued elsewhere, recorded by the APIP
    BUKU_KERJA = "buku_kerja"  # what the agency itself wrote down


class Gerak(StrEnum):
    NAIK = "naik"
    TURUN = "turun"
    TETAP = "tetap"
    BARU = "baru"  # a score now, none the year before


class JenisInstansi(StrEnum):
    """What kind of agency it is, told by its name: PP 18/2016 names the kinds so."""

    SEKRETARIAT = "sekretariat"
    INSPEKTORAT = "inspektorat"
    DINAS = "dinas"
    BADAN = "badan"
    KECAMATAN = "kecamatan"
    LAIN = "lain"


@dataclass(frozen=True)
class Sebaran:
    """`huruf` '': without a score."""

    huruf: str
    banyak: int


@dataclass(frozen=True)
class InstansiPapan:
    pk: int
    kode: str
    nama: str
    pemda_pk: int | None
    pemda: str

    @property
    def jenis(self) -> JenisInstansi:
        """By the first word of the name; what begins otherwise (Satuan, Rumah Sakit) is LAIN."""
        awal = self.nama.split(maxsplit=1)[0].casefold() if self.nama.strip() else ""
        return next((jenis for jenis in JenisInstansi if jenis.value == awal), JenisInstansi.LAIN)


@dataclass(frozen=True)
class EvaluasiPapan:
    """The columns of an evaluation that the board needs. `skema` is a pk."""

    pk: int
    instansi: int
    tahun: int
    skema: int
    tahap: TahapEvaluasi
    asal: AsalEvaluasi
    tingkat: TingkatIsian
    nilai_lhe: Decimal | None
    predikat_lhe: str


@dataclass(frozen=True)
class RekomendasiPapan:
    """Open recommendations of the issued LHE of an agency, and how many of them are past their day."""

    terbuka: int = 0
    terlambat: int = 0


@dataclass(frozen=True)
class DataPapan:
    """All of one board. Keys: (pk of the agency, year evaluated), or the pk of an evaluation.

    `jawaban` holds only the evaluations whose answers were asked for: those of a year's whole pemda are too many to be
    read for a page of fifty. `lengkap`: pk of pemda whose states and recommendations may be shown, too.
    """

    tahun: int
    daftar_instansi: tuple[InstansiPapan, ...] = ()
    evaluasi: Mapping[tuple[int, int], EvaluasiPapan] = field(default_factory=dict)
    skema: Mapping[int, Skema] = field(default_factory=dict)
    nilai_komponen: Mapping[int, Mapping[int, Decimal]] = field(default_factory=dict)
    jawaban: Mapping[int, Mapping[tuple[str, int], JawabanLke]] = field(default_factory=dict)
    buku: Mapping[tuple[int, int], DataKinerja] = field(default_factory=dict)
    rekomendasi: Mapping[int, RekomendasiPapan] = field(default_factory=dict)
    lengkap: frozenset[int | None] = frozenset()

    @property
    def daftar_tahun(self) -> tuple[int, ...]:
        """The years of the trend, the oldest first."""
        return tuple(range(self.tahun - BANYAK_TAHUN + 1, self.tahun + 1))


@dataclass(frozen=True)
class KomponenPapan:
    """`bagian`: the score in per cent of the weight."""

    nama: str
    bobot: Decimal | None
    nilai: Hasil
    bagian: Hasil


@dataclass(frozen=True)
class NilaiPapan:
    """The score of one agency in one year. `tertulis`: what the LHE states, where that is another figure."""

    tahun: int
    nilai: Hasil
    predikat: str = ""
    sumber: SumberNilai | None = None
    tertulis: str = ""

    @property
    def menurut_instansi(self) -> bool:
        return self.sumber is SumberNilai.BUKU_KERJA


@dataclass(frozen=True)
class BarisPapan:
    """An agency on the board. `tren`: its years, the chosen one last. `rekomendasi` None: not for this reader."""

    instansi: InstansiPapan
    peringkat: int | None
    tren: tuple[NilaiPapan, ...]
    selisih: Decimal | None
    gerak: Gerak | None
    tahap: TahapEvaluasi | None
    direkam: bool
    rekomendasi: RekomendasiPapan | None
    lengkap: bool
    komponen: tuple[KomponenPapan, ...] = ()

    @property
    def kini(self) -> NilaiPapan:
        return self.tren[-1]

    @property
    def lalu(self) -> NilaiPapan:
        return self.tren[-2]


@dataclass(frozen=True)
class RekapTahun:
    """All agencies of the board in one year: how many of them have a score, their mean, how many have which letter."""

    tahun: int
    banyak: int
    bernilai: int
    rata_rata: Hasil
    sebaran: tuple[Sebaran, ...]
