"""Records of planning: who the agency is, what it promised for five years and for this one.

One frozen dataclass per workbook sheet, same field names (../shared/format/buku-kerja.md). Pure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

# Columns that say who an agency is: its head; what it keeps of its latest year; all of them.
KOLOM_KEPALA = ("jabatan_kepala", "nama_kepala", "nip_kepala", "pangkat_kepala")
KOLOM_KINI = ("nama", "singkatan", "tempat", *KOLOM_KEPALA)
KOLOM_IDENTITAS = (*KOLOM_KINI, "pemda", "jenis_pemda", "jabatan_kepala_daerah")


class JenisPemda(StrEnum):
    PROVINSI = "provinsi"
    KABUPATEN = "kabupaten"
    KOTA = "kota"


class JenisIndikator(StrEnum):
    ANGKA = "angka"
    PERSEN = "persen"
    INDEKS = "indeks"
    PREDIKAT = "predikat"


class Arah(StrEnum):
    POSITIF = "positif"
    NEGATIF = "negatif"


class Akumulasi(StrEnum):
    AKHIR = "akhir"
    JUMLAH = "jumlah"
    RATA_RATA = "rata_rata"
    MAKSIMUM = "maksimum"


class CaraHitung(StrEnum):
    """How the realisasi of an indicator comes about; the workbook carries its result and its two numbers."""

    LANGSUNG = "langsung"  # typed as it is
    RASIO = "rasio"  # pembilang / penyebut
    KOMPONEN = "komponen"  # sum of bobot x nilai
    PENURUNAN = "penurunan"  # (last year - this year) / last year


class StatusPejabat(StrEnum):
    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"
    PJ = "pj"


class Versi(StrEnum):
    """Version of a Perjanjian Kinerja or of a pagu."""

    MURNI = "murni"
    PERUBAHAN = "perubahan"


class VersiTarget(StrEnum):
    """The document a target stands in; the column `versi` of sheet `klaim`."""

    RENSTRA = "renstra"
    MURNI = "murni"
    PERUBAHAN = "perubahan"


@dataclass(frozen=True)
class Instansi:
    """Sheet `instansi` (kunci, nilai): the agency and its head in the workbook's year."""

    kode: str
    nama: str = ""
    singkatan: str = ""
    pemda: str = ""
    jenis_pemda: JenisPemda | None = None
    jabatan_kepala_daerah: str = ""
    tempat: str = ""
    jabatan_kepala: str = ""
    nama_kepala: str = ""
    nip_kepala: str = ""
    pangkat_kepala: str = ""


@dataclass(frozen=True)
class Periode:
    """Keys `tahun`, `renstra_awal`, `renstra_akhir` of sheet `pengaturan`."""

    tahun: int
    renstra_awal: int | None = None
    renstra_akhir: int | None = None


@dataclass(frozen=True)
class Misi:
    kode: str
    visi: str = ""
    uraian: str = ""


@dataclass(frozen=True)
class Tujuan:
    kode: str
    misi: str = ""
    uraian: str = ""


@dataclass(frozen=True)
class Sasaran:
    kode: str
    tujuan: str = ""
    uraian: str = ""


@dataclass(frozen=True)
class Indikator:
    """`induk` is the kode of a tujuan, a sasaran or an anggaran row. `bobot` is a share (sums to 1 in its sasaran)."""

    kode: str
    induk: str
    uraian: str = ""
    satuan: str = ""
    jenis: JenisIndikator | None = None  # an empty cell stays empty; formulas read it as angka, positif, akhir
    arah: Arah | None = None
    akumulasi: Akumulasi | None = None
    iku: bool | None = None
    bobot: Decimal | None = None
    formulasi: str = ""
    sumber_data: str = ""
    penanggung_jawab: str = ""


@dataclass(frozen=True)
class TargetTahunan:
    """A target of the Renstra: a number, a predikat letter, or both."""

    indikator: str
    tahun: int
    target: Decimal | None = None
    predikat: str = ""


@dataclass(frozen=True)
class Perjanjian:
    """A target of the Perjanjian Kinerja (PermenPANRB 53/2014 Lampiran I)."""

    indikator: str
    tahun: int
    versi: Versi
    target: Decimal | None = None
    predikat: str = ""


@dataclass(frozen=True)
class IsiRenstra:
    """What a Renstra says, without the rows that belong to one year only: two plans are the same if these are equal."""

    daftar_misi: tuple[Misi, ...] = ()
    daftar_tujuan: tuple[Tujuan, ...] = ()
    daftar_sasaran: tuple[Sasaran, ...] = ()
    daftar_indikator: tuple[Indikator, ...] = ()
    daftar_target_tahunan: tuple[TargetTahunan, ...] = ()


@dataclass(frozen=True)
class DataRenstra:
    """Everything planned, as one agency-year knows it. Tuples keep the order of the workbook's rows."""

    instansi: Instansi
    periode: Periode
    daftar_misi: tuple[Misi, ...] = ()
    daftar_tujuan: tuple[Tujuan, ...] = ()
    daftar_sasaran: tuple[Sasaran, ...] = ()
    daftar_indikator: tuple[Indikator, ...] = ()
    daftar_target_tahunan: tuple[TargetTahunan, ...] = ()
    daftar_perjanjian: tuple[Perjanjian, ...] = ()

    @cached_property
    def tujuan_per_kode(self) -> Mapping[str, Tujuan]:
        return {t.kode: t for t in self.daftar_tujuan}

    @cached_property
    def sasaran_per_kode(self) -> Mapping[str, Sasaran]:
        return {s.kode: s for s in self.daftar_sasaran}

    @cached_property
    def indikator_per_kode(self) -> Mapping[str, Indikator]:
        return {i.kode: i for i in self.daftar_indikator}

    @cached_property
    def daftar_indikator_per_induk(self) -> Mapping[str, tuple[Indikator, ...]]:
        """Indicators of a tujuan, sasaran or anggaran kode, in the order of the workbook.

        An indicator whose `induk` is both a sasaran and an anggaran kode belongs to the sasaran
        (`buku_kerja.parse` refuses such a workbook; see `induk_indikator`).
        """
        per_induk: dict[str, list[Indikator]] = defaultdict(list)
        for indikator in self.daftar_indikator:
            per_induk[indikator.induk].append(indikator)
        return {kode: tuple(daftar) for kode, daftar in per_induk.items()}

    @cached_property
    def target_tahunan_per_indikator(self) -> Mapping[tuple[str, int], TargetTahunan]:
        return {(t.indikator, t.tahun): t for t in self.daftar_target_tahunan}

    @cached_property
    def perjanjian_per_indikator(self) -> Mapping[tuple[str, int, Versi], Perjanjian]:
        return {(p.indikator, p.tahun, p.versi): p for p in self.daftar_perjanjian}

    def daftar_indikator_sasaran(self, kode_sasaran: str) -> tuple[Indikator, ...]:
        return self.daftar_indikator_per_induk.get(kode_sasaran, ()) if kode_sasaran in self.sasaran_per_kode else ()

    def daftar_indikator_tujuan(self, kode_tujuan: str) -> tuple[Indikator, ...]:
        return self.daftar_indikator_per_induk.get(kode_tujuan, ()) if kode_tujuan in self.tujuan_per_kode else ()

    @cached_property
    def daftar_indikator_semua_sasaran(self) -> tuple[Indikator, ...]:
        """Indicators of all sasaran, sasaran by sasaran: the set of `rata_rata_total`."""
        return tuple(i for s in self.daftar_sasaran for i in self.daftar_indikator_sasaran(s.kode))
