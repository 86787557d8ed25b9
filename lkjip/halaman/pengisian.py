"""The quarter page: every indicator with its targets, its fields, and what follows from them at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kinerja.besaran_sakip import HURUF_PREDIKAT
from kinerja.data import KinerjaTriwulan
from lkjip.dasar.isian import JenisIsian
from lkjip.dasar.periode import singkatan_triwulan
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.halaman.indikator import SASARAN, IndukIndikator, Kategori, daftar_induk, kategori
from lkjip.halaman.isian import Kotak, kotak
from lkjip.halaman.kelengkapan import terisi
from lkjip.halaman.kemajuan import Hitungan, hitung_indikator
from lkjip.halaman.unit import UnitPenanggungJawab
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Angka, Sebaris
from renstra.data import CaraHitung, Indikator, JenisIndikator
from renstra.data_rincian import CaraIndikator

JENIS_KOLOM: Mapping[str, JenisIsian] = {
    "realisasi": JenisIsian.ANGKA,
    "pembilang": JenisIsian.ANGKA,
    "penyebut": JenisIsian.ANGKA,
    "predikat_realisasi": JenisIsian.TEKS,
    "target": JenisIsian.ANGKA,
    "predikat_target": JenisIsian.TEKS,
    "catatan": JenisIsian.PARAGRAF,
}
NAMA_KOLOM: Mapping[str, str] = {
    "realisasi": "Realisasi",
    "pembilang": "Pembilang",
    "penyebut": "Penyebut",
    "predikat_realisasi": "Predikat realisasi",
    "target": "Target triwulan",
    "predikat_target": "Predikat target triwulan",
    "catatan": "Catatan",
}


@dataclass(frozen=True)
class Pelengkap:
    """What a quarter holds besides its figures, counted per kode of the indicator."""

    bukti: Mapping[str, int] = field(default_factory=dict)
    analisis: Mapping[str, int] = field(default_factory=dict)
    catatan_terbuka: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Saringan:
    """What of the page is shown. `daftar_unit` None: all; `belum`: the empty ones; `target`: target fields too."""

    daftar_unit: frozenset[int] | None = None
    belum: bool = False
    target: bool = False


@dataclass(frozen=True)
class Dasar:
    """What every row of the page is made from."""

    konteks: Konteks
    triwulan: int
    pk: Mapping[str, int]
    unit: UnitPenanggungJawab
    boleh: Callable[[str], bool]
    pelengkap: Pelengkap = field(default_factory=Pelengkap)
    cara: Mapping[str, CaraIndikator] = field(default_factory=dict)  # how the realisasi comes about, where it is said


@dataclass(frozen=True)
class BarisIsian:
    """One indicator in one quarter. `terisi`: it has a realisasi or says why not."""

    indikator: Indikator
    pk: int
    nama: str
    daftar_unit: tuple[str, ...]
    target_tahun: tuple[Sebaris, ...]
    dokumen_target: str
    target_triwulan: tuple[Sebaris, ...]
    lalu: tuple[Sebaris, ...]
    daftar_kotak: tuple[Kotak, ...]
    kotak_target: Kotak
    capaian: Angka
    kategori: Kategori
    tahun_berjalan: tuple[Sebaris, ...]
    terisi: bool
    banyak_bukti: int = 0
    banyak_analisis: int = 0
    banyak_catatan: int = 0

    def dengan_kotak(self, ubah: Callable[[Kotak], Kotak]) -> BarisIsian:
        return replace(self, daftar_kotak=tuple(map(ubah, self.daftar_kotak)), kotak_target=ubah(self.kotak_target))


@dataclass(frozen=True)
class KelompokIsian:
    induk: IndukIndikator
    daftar: tuple[BarisIsian, ...]
    rata_rata: Angka | None = None
    kategori: Kategori | None = None

    def dengan_kotak(self, ubah: Callable[[Kotak], Kotak]) -> KelompokIsian:
        return replace(self, daftar=tuple(baris.dengan_kotak(ubah) for baris in self.daftar))


@dataclass(frozen=True)
class HalamanIsian:
    """`kemajuan` and `banyak` (indicators) count the whole agency, whatever is shown."""

    bagian: tuple[tuple[str, tuple[KelompokIsian, ...]], ...]
    kemajuan: Hitungan
    banyak: int
    saringan: Saringan

    def dengan_kotak(self, ubah: Callable[[Kotak], Kotak]) -> HalamanIsian:
        """The page with each of its fields changed by `ubah`."""
        bagian = tuple((judul, tuple(k.dengan_kotak(ubah) for k in daftar)) for judul, daftar in self.bagian)
        return replace(self, bagian=bagian)

    @property
    def kosong(self) -> bool:
        return not any(kelompok.daftar for _, daftar in self.bagian for kelompok in daftar)


def baris_tersimpan(konteks: Konteks, kode: str, triwulan: int) -> KinerjaTriwulan:
    """The quarter's row as it is stored; an empty one where there is none."""
    ada = konteks.kinerja.kinerja_per_triwulan.get((kode, konteks.tahun, triwulan))
    return ada or KinerjaTriwulan(kode, konteks.tahun, triwulan)


_TERHITUNG = {
    CaraHitung.RASIO: "dari pembilang/penyebut",
    CaraHitung.PENURUNAN: "dari tahun lalu dan ini",
    CaraHitung.KOMPONEN: "dari komponen",
}


def _petunjuk(dasar: Dasar, indikator: Indikator, tersimpan: KinerjaTriwulan) -> str:
    """What stands in the empty field of the realisasi: the quotient that counts without it, or from what it comes."""
    if tersimpan.realisasi is not None:
        return ""
    nilai = dasar.konteks.hitung("realisasi", indikator.kode, triwulan=tersimpan.triwulan).angka
    if nilai is not None:
        return tulis_angka(nilai, dasar.konteks.desimal)
    cara = dasar.cara.get(indikator.kode)
    return _TERHITUNG.get(cara.cara, "") if cara and cara.cara else ""


def kotak_kolom(dasar: Dasar, indikator: Indikator, kolom: str) -> Kotak:
    """The field of one column of this indicator's quarter."""
    tersimpan = baris_tersimpan(dasar.konteks, indikator.kode, dasar.triwulan)
    predikat = kolom.startswith("predikat") and indikator.jenis is JenisIndikator.PREDIKAT
    nilai = getattr(tersimpan, kolom)
    return kotak(
        kolom,
        dasar.pk[indikator.kode],
        nilai,
        label=f"{NAMA_KOLOM[kolom]} {singkatan_triwulan(dasar.triwulan)}: {dasar.konteks.nama_indikator(indikator)}",
        jenis=JENIS_KOLOM[kolom],
        boleh=dasar.boleh(indikator.kode),
        petunjuk=_petunjuk(dasar, indikator, tersimpan) if kolom == "realisasi" else "",
        pilihan=_pilihan_huruf(nilai) if predikat else (),
    )


def _pilihan_huruf(tersimpan: object) -> tuple[tuple[str, str], ...]:
    """The letters of the SAKIP scale, and what stands there already, should it be another word."""
    huruf = dict.fromkeys((*HURUF_PREDIKAT, *([str(tersimpan)] if tersimpan else ())))
    return tuple((satu, satu) for satu in huruf)


def baris_isian(dasar: Dasar, indikator: Indikator) -> BarisIsian:
    """One row of the page; a predikat indicator has a field for the letter before that of the number."""
    konteks, kode, triwulan = dasar.konteks, indikator.kode, dasar.triwulan
    kolom = ("predikat_realisasi",) if indikator.jenis is JenisIndikator.PREDIKAT else ()
    return BarisIsian(
        indikator=indikator,
        pk=dasar.pk[kode],
        nama=konteks.nama_indikator(indikator),
        daftar_unit=dasar.unit.peta.nama(dasar.unit.per_indikator.get(kode, frozenset())),
        target_tahun=konteks.target(kode),
        dokumen_target=konteks.dokumen_target(kode),
        target_triwulan=konteks.target(kode, triwulan=triwulan),
        lalu=konteks.realisasi(kode, triwulan=triwulan - 1) if triwulan > 1 else (),
        daftar_kotak=tuple(kotak_kolom(dasar, indikator, k) for k in (*kolom, "realisasi")),
        kotak_target=kotak_kolom(dasar, indikator, "predikat_target" if kolom else "target"),
        capaian=konteks.angka("capaian", kode, triwulan=triwulan),
        kategori=kategori(konteks, kode, triwulan=triwulan, indikator=indikator),
        tahun_berjalan=konteks.realisasi(kode),
        terisi=terisi(konteks, kode, triwulan),
        banyak_bukti=dasar.pelengkap.bukti.get(kode, 0),
        banyak_analisis=dasar.pelengkap.analisis.get(kode, 0),
        banyak_catatan=dasar.pelengkap.catatan_terbuka.get(kode, 0),
    )


def kelompok_rata_rata(dasar: Dasar, induk: IndukIndikator, daftar: tuple[BarisIsian, ...]) -> KelompokIsian:
    """The rows under one parent; a sasaran shows the mean of its indicators in this quarter."""
    if induk.tingkat != SASARAN:
        return KelompokIsian(induk, daftar)
    rata_rata = dasar.konteks.angka("rata_rata_sasaran", induk.kode, triwulan=dasar.triwulan)
    return KelompokIsian(induk, daftar, rata_rata, kategori(dasar.konteks, induk.kode, triwulan=dasar.triwulan))


def _tampil(dasar: Dasar, saringan: Saringan, indikator: Indikator) -> bool:
    unit = dasar.unit.per_indikator.get(indikator.kode, frozenset())
    if saringan.daftar_unit is not None and saringan.daftar_unit.isdisjoint(unit):
        return False
    return not (saringan.belum and terisi(dasar.konteks, indikator.kode, dasar.triwulan))


def _kelompok(dasar: Dasar, saringan: Saringan, induk: IndukIndikator) -> KelompokIsian:
    daftar = tuple(baris_isian(dasar, i) for i in induk.daftar if _tampil(dasar, saringan, i))
    return kelompok_rata_rata(dasar, induk, daftar)


def urutan_indikator(konteks: Konteks) -> Iterator[Indikator]:
    """Every indicator in the order of the page."""
    return (i for _, daftar in daftar_induk(konteks) for induk in daftar for i in induk.daftar)


def halaman_isian(dasar: Dasar, saringan: Saringan) -> HalamanIsian:
    """The page; a group of which the filter leaves nothing is not shown."""
    bagian = tuple(
        (judul, tuple(k for induk in daftar if (k := _kelompok(dasar, saringan, induk)).daftar))
        for judul, daftar in daftar_induk(dasar.konteks)
    )
    return HalamanIsian(
        bagian=tuple((judul, daftar) for judul, daftar in bagian if daftar),
        kemajuan=hitung_indikator(dasar.konteks, dasar.triwulan),
        banyak=len(dasar.konteks.renstra.daftar_indikator),
        saringan=saringan,
    )


def daftar_kelompok_baris(dasar: Dasar, daftar_kode: Collection[str]) -> tuple[KelompokIsian, ...]:
    """The groups of these indicators, each with only these of its rows: what a save has to show anew."""
    return tuple(
        kelompok_rata_rata(dasar, induk, tuple(baris_isian(dasar, i) for i in terpilih))
        for _, daftar in daftar_induk(dasar.konteks)
        for induk in daftar
        if (terpilih := [i for i in induk.daftar if i.kode in daftar_kode])
    )
