"""Indicators as the site shows them: the year, its quarters, the years around it, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from anggaran.data import Anggaran
from kinerja.data import Faktor
from lkjip.dasar.periode import DAFTAR_TRIWULAN, nama_triwulan
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Angka, Sebaris
from renstra.data import Indikator

_BANYAK_WARNA = 4
NAMA_FAKTOR = {
    Faktor.KEBERHASILAN: "Pendorong keberhasilan",
    Faktor.HAMBATAN: "Hambatan",
    Faktor.SOLUSI: "Solusi dan tindak lanjut",
}


@dataclass(frozen=True)
class Kategori:
    """A category word and its colour step: 5 best … 1 worst, 0 where it stands on no scale."""

    angka: Angka
    warna: int


@dataclass(frozen=True)
class BarisPeriode:
    """Target, realisasi and capaian of a year or a quarter."""

    nama: str
    target: tuple[Sebaris, ...]
    realisasi: tuple[Sebaris, ...]
    capaian: Angka
    kategori: Kategori
    catatan: str = ""


@dataclass(frozen=True)
class BarisIndikator:
    indikator: Indikator
    nama: str
    dokumen_target: str
    tahun: BarisPeriode
    daftar_triwulan: tuple[BarisPeriode, ...]


@dataclass(frozen=True)
class KelompokIndikator:
    """Indicators under one tujuan, sasaran or budget row; `tingkat` says which, `inden` how deep it lies."""

    kode: str
    judul: str
    tingkat: str
    daftar: tuple[BarisIndikator, ...]
    inden: int = 0
    rata_rata: Angka | None = None
    kategori: Kategori | None = None


@dataclass(frozen=True)
class BarisTahun:
    """One year in the life of an indicator."""

    tahun: int
    target: tuple[Sebaris, ...]
    realisasi: tuple[Sebaris, ...]
    capaian: Angka


@dataclass(frozen=True)
class RincianIndikator:
    """Everything about one indicator."""

    baris: BarisIndikator
    induk: str
    daftar_tahun: tuple[BarisTahun, ...]
    daftar_perbandingan: tuple[tuple[str, Angka], ...]
    daftar_analisis: tuple[tuple[str, tuple[str, ...]], ...]


def warna_kategori(tingkat: Decimal | None) -> int:
    """The colour step of a place 0 … 1 within a scale."""
    return 0 if tingkat is None else 1 + round(tingkat * _BANYAK_WARNA)


def kategori(
    konteks: Konteks, subjek: str = "", *, triwulan: int | None = None, indikator: Indikator | None = None
) -> Kategori:
    """Category of an indicator, of a sasaran, or ('') of the whole agency."""
    angka = konteks.angka("kategori_capaian", subjek, triwulan=triwulan)
    arah = konteks.arah_skala(indikator, triwulan=triwulan)
    return Kategori(angka, warna_kategori(konteks.tingkat_kategori(angka.hasil.kata, arah, triwulan=triwulan)))


def _periode(konteks: Konteks, indikator: Indikator, nama: str, triwulan: int | None) -> BarisPeriode:
    kode = indikator.kode
    baris = konteks.kinerja.kinerja_per_triwulan.get((kode, konteks.tahun, triwulan or 0))
    return BarisPeriode(
        nama=nama,
        target=konteks.target(kode, triwulan=triwulan),
        realisasi=konteks.realisasi(kode, triwulan=triwulan),
        capaian=konteks.angka("capaian", kode, triwulan=triwulan),
        kategori=kategori(konteks, kode, triwulan=triwulan, indikator=indikator),
        catatan=baris.catatan if baris else "",
    )


def baris_indikator(konteks: Konteks, indikator: Indikator) -> BarisIndikator:
    return BarisIndikator(
        indikator=indikator,
        nama=konteks.nama_indikator(indikator),
        dokumen_target=konteks.dokumen_target(indikator.kode),
        tahun=_periode(konteks, indikator, f"Tahun {konteks.tahun}", None),
        daftar_triwulan=tuple(_periode(konteks, indikator, nama_triwulan(t), t) for t in DAFTAR_TRIWULAN),
    )


def _telusuri(konteks: Konteks, kode: str, inden: int) -> Iterator[tuple[Anggaran, int]]:
    """Budget rows below `kode`, parent before child."""
    for baris in konteks.anggaran.daftar_anak.get(kode, ()):
        yield baris, inden
        yield from _telusuri(konteks, baris.kode, inden + 1)


@dataclass(frozen=True)
class IndukIndikator:
    """A tujuan, sasaran or budget row with its indicators; `tingkat` says which it is, `inden` how deep it lies.

    `nomor` counts the sasaran, in their order.
    """

    kode: str
    judul: str
    tingkat: str
    daftar: tuple[Indikator, ...]
    inden: int = 0
    nomor: int = 0

    @property
    def pengenal(self) -> str:
        """Names it within a page; a kode may hold any character."""
        return f"{self.tingkat.lower()}-{self.nomor}"


SASARAN = "Sasaran"


def _induk_rencana(konteks: Konteks) -> Iterator[IndukIndikator]:
    for tujuan in konteks.renstra.daftar_tujuan:
        daftar = konteks.renstra.daftar_indikator_tujuan(tujuan.kode)
        if daftar:
            yield IndukIndikator(tujuan.kode, tujuan.uraian, "Tujuan", daftar)
    for nomor, sasaran in enumerate(konteks.sasaran):
        daftar = konteks.indikator_sasaran(sasaran.kode)
        yield IndukIndikator(sasaran.kode, sasaran.uraian, SASARAN, daftar, nomor=nomor)


def _induk_anggaran(konteks: Konteks) -> Iterator[IndukIndikator]:
    dikenal = {*konteks.renstra.tujuan_per_kode, *konteks.renstra.sasaran_per_kode}
    for program in konteks.program:
        for baris, inden in ((program, 0), *_telusuri(konteks, program.kode, 1)):
            indikator = konteks.renstra.daftar_indikator_per_induk.get(baris.kode, ())
            if indikator and baris.kode not in dikenal:
                tingkat = baris.tingkat.value.capitalize() if baris.tingkat else "Anggaran"
                yield IndukIndikator(baris.kode, baris.uraian, tingkat, indikator, inden)


def daftar_induk(konteks: Konteks) -> tuple[tuple[str, tuple[IndukIndikator, ...]], ...]:
    """All indicators in the order in which pages show them: those of tujuan and sasaran, then those of the budget."""
    return (
        ("Tujuan dan sasaran", tuple(_induk_rencana(konteks))),
        ("Program, kegiatan, dan subkegiatan", tuple(_induk_anggaran(konteks))),
    )


def _kelompok(konteks: Konteks, induk: IndukIndikator) -> KelompokIndikator:
    daftar = tuple(baris_indikator(konteks, i) for i in induk.daftar)
    if induk.tingkat != SASARAN:
        return KelompokIndikator(induk.kode, induk.judul, induk.tingkat, daftar, induk.inden)
    rata_rata = konteks.angka("rata_rata_sasaran", induk.kode)
    return KelompokIndikator(
        induk.kode, induk.judul, induk.tingkat, daftar, induk.inden, rata_rata, kategori(konteks, induk.kode)
    )


def daftar_kelompok(konteks: Konteks) -> tuple[tuple[str, tuple[KelompokIndikator, ...]], ...]:
    """All indicators with their year and quarters; headings without any group are left out."""
    bagian = ((judul, tuple(_kelompok(konteks, i) for i in daftar)) for judul, daftar in daftar_induk(konteks))
    return tuple((judul, kelompok) for judul, kelompok in bagian if kelompok)


def _nama_induk(konteks: Konteks, kode: str) -> str:
    for daftar in (
        konteks.renstra.sasaran_per_kode,
        konteks.renstra.tujuan_per_kode,
        konteks.anggaran.anggaran_per_kode,
    ):
        if kode in daftar:
            return daftar[kode].uraian
    return kode


def rincian_indikator(konteks: Konteks, indikator: Indikator) -> RincianIndikator:
    kode = indikator.kode
    tahun = sorted({*konteks.tahun_riwayat(kode), konteks.tahun, *konteks.tahun_renstra})
    analisis = konteks.kinerja.daftar_analisis_per_indikator
    return RincianIndikator(
        baris=baris_indikator(konteks, indikator),
        induk=_nama_induk(konteks, indikator.induk),
        daftar_tahun=tuple(
            BarisTahun(t, konteks.target(kode, tahun=t), konteks.realisasi(kode, tahun=t),
                       konteks.angka("capaian", kode, tahun=t))
            for t in tahun
        ),
        daftar_perbandingan=(
            ("Terhadap tahun sebelumnya", konteks.angka("pertumbuhan", kode)),
            ("Terhadap target akhir Renstra", konteks.angka("kemajuan_renstra", kode)),
            ("Terhadap angka nasional", konteks.angka("capaian_nasional", kode)),
            ("Efisiensi", konteks.angka("efisiensi", kode)),
        ),
        daftar_analisis=tuple(
            (nama, tuple(a.uraian for a in daftar))
            for faktor, nama in NAMA_FAKTOR.items()
            if (daftar := analisis.get((kode, konteks.tahun, faktor), ()))
        ),
    )  # fmt: skip
