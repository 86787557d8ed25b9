"""Records of measurement: quarters, years, comparison, SAKIP evaluation. Pure; one dataclass per workbook sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from kinerja.data_terbit import EvaluasiTerbit
from renstra.data import Arah, DataRenstra


class RumusNegatif(StrEnum):
    SELISIH = "selisih"
    KEBALIKAN = "kebalikan"
    LANGSUNG = "langsung"


class MetodeEfisiensi(StrEnum):
    SELISIH = "selisih"
    RASIO = "rasio"
    PMK = "pmk"
    SISA = "sisa"


class SkemaSakip(StrEnum):
    PERMENPAN12_2015 = "permenpan12_2015"
    PERMENPAN88_2021 = "permenpan88_2021"


class JenisPembanding(StrEnum):
    NASIONAL = "nasional"
    INSTANSI = "instansi"


class Jawaban(StrEnum):
    """Answer to a sub-component of the LKE (PermenPANRB 88/2021)."""

    AA = "AA"
    A = "A"
    BB = "BB"
    B = "B"
    CC = "CC"
    C = "C"
    D = "D"
    E = "E"


class StatusRekomendasi(StrEnum):
    BELUM = "belum"
    PROSES = "proses"
    SELESAI = "selesai"


class Faktor(StrEnum):
    KEBERHASILAN = "keberhasilan"
    HAMBATAN = "hambatan"
    SOLUSI = "solusi"


@dataclass(frozen=True)
class MetodePengukuran:
    """The measuring method: keys of sheet `pengaturan`. `batas_capaian` in percent, None = no cap."""

    batas_capaian: Decimal | None = None
    rumus_negatif: RumusNegatif | None = None
    desimal: int | None = None
    skala: str = ""
    metode_efisiensi: MetodeEfisiensi | None = None
    skema_sakip: SkemaSakip | None = None


@dataclass(frozen=True)
class Skala:
    """One row of a scale: `kategori` from `batas_bawah` (inclusive, percent) upward."""

    skala: str
    arah: Arah | None = None  # empty: positif
    batas_bawah: Decimal | None = None
    kategori: str = ""


@dataclass(frozen=True)
class Komponen:
    """A weighted part of a composite indicator; `bobot` is a share (sums to 1), `nilai` may be missing."""

    indikator: str
    kode: str
    uraian: str = ""
    bobot: Decimal | None = None
    nilai: Decimal | None = None
    tahun: int | None = None


@dataclass(frozen=True)
class KinerjaTriwulan:
    indikator: str
    tahun: int
    triwulan: int
    target: Decimal | None = None
    realisasi: Decimal | None = None
    predikat_target: str = ""
    predikat_realisasi: str = ""
    catatan: str = ""
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None


@dataclass(frozen=True)
class RealisasiTahunan:
    """A year's realisasi known from elsewhere: earlier years, or an index scored by others (letter number and date)."""

    indikator: str
    tahun: int
    realisasi: Decimal | None = None
    predikat: str = ""
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    nomor_surat: str = ""
    tanggal_surat: date | None = None
    tahun_penilaian: int | None = None


@dataclass(frozen=True)
class Pembanding:
    indikator: str
    tahun: int
    jenis: JenisPembanding
    nama: str = ""
    nilai: Decimal | None = None
    predikat: str = ""


@dataclass(frozen=True)
class Sakip:
    """A component's score; `tahun` is the year evaluated."""

    tahun: int
    komponen: str
    bobot: Decimal | None = None
    nilai: Decimal | None = None


@dataclass(frozen=True)
class Lke:
    """An answer per sub-component (1.a … 4.c), PermenPANRB 88/2021."""

    tahun: int
    subkomponen: str
    jawaban: Jawaban | None = None
    catatan: str = ""


@dataclass(frozen=True)
class Rekomendasi:
    tahun: int
    komponen: str = ""
    rekomendasi: str = ""
    tindak_lanjut: str = ""
    status: StatusRekomendasi | None = None


@dataclass(frozen=True)
class Analisis:
    indikator: str
    tahun: int
    faktor: Faktor
    urutan: int | None = None
    uraian: str = ""


@dataclass(frozen=True)
class DataKinerja:
    """Everything measured, over the plan it is measured against."""

    renstra: DataRenstra
    metode: MetodePengukuran = field(default_factory=MetodePengukuran)
    daftar_skala: tuple[Skala, ...] = ()
    daftar_komponen: tuple[Komponen, ...] = ()
    daftar_kinerja_triwulan: tuple[KinerjaTriwulan, ...] = ()
    daftar_realisasi_tahunan: tuple[RealisasiTahunan, ...] = ()
    daftar_pembanding: tuple[Pembanding, ...] = ()
    daftar_sakip: tuple[Sakip, ...] = ()
    daftar_lke: tuple[Lke, ...] = ()
    daftar_rekomendasi: tuple[Rekomendasi, ...] = ()
    daftar_analisis: tuple[Analisis, ...] = ()
    # Issued evaluations whose results stand in the three lists of SAKIP; no content of the workbook.
    daftar_terbit: tuple[EvaluasiTerbit, ...] = field(default=(), compare=False, repr=False)
    per_tanggal: date | None = None  # the day on which figures are asked for; None: every period counts as over

    @cached_property
    def kinerja_per_triwulan(self) -> Mapping[tuple[str, int, int], KinerjaTriwulan]:
        return {(k.indikator, k.tahun, k.triwulan): k for k in self.daftar_kinerja_triwulan}

    @cached_property
    def realisasi_per_tahun(self) -> Mapping[tuple[str, int], RealisasiTahunan]:
        return {(r.indikator, r.tahun): r for r in self.daftar_realisasi_tahunan}

    @cached_property
    def daftar_komponen_per_indikator(self) -> Mapping[tuple[str, int | None], tuple[Komponen, ...]]:
        per_indikator: dict[tuple[str, int | None], list[Komponen]] = defaultdict(list)
        for komponen in self.daftar_komponen:
            per_indikator[komponen.indikator, komponen.tahun].append(komponen)
        return {kunci: tuple(daftar) for kunci, daftar in per_indikator.items()}

    @cached_property
    def daftar_analisis_per_indikator(self) -> Mapping[tuple[str, int, Faktor], tuple[Analisis, ...]]:
        per_indikator: dict[tuple[str, int, Faktor], list[Analisis]] = defaultdict(list)
        for analisis in self.daftar_analisis:
            per_indikator[analisis.indikator, analisis.tahun, analisis.faktor].append(analisis)
        return {kunci: tuple(sorted(daftar, key=lambda a: a.urutan or 0)) for kunci, daftar in per_indikator.items()}

    @cached_property
    def daftar_sakip_per_tahun(self) -> Mapping[int, tuple[Sakip, ...]]:
        per_tahun: dict[int, list[Sakip]] = defaultdict(list)
        for baris in self.daftar_sakip:
            per_tahun[baris.tahun].append(baris)
        return {tahun: tuple(daftar) for tahun, daftar in per_tahun.items()}

    @cached_property
    def lke_per_tahun(self) -> Mapping[int, Mapping[str, Lke]]:
        per_tahun: dict[int, dict[str, Lke]] = defaultdict(dict)
        for baris in self.daftar_lke:
            per_tahun[baris.tahun][baris.subkomponen] = baris
        return dict(per_tahun)
