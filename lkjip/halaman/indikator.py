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


def _kelompok_rencana(konteks: Konteks) -> Iterator[KelompokIndikator]:
    for tujuan in konteks.renstra.daftar_tujuan:
        daftar = tuple(baris_indikator(konteks, i) for i in konteks.renstra.daftar_indikator_tujuan(tujuan.kode))
        if daftar:
            yield KelompokIndikator(tujuan.kode, tujuan.uraian, "Tujuan", daftar)
    for sasaran in konteks.sasaran:
        daftar = tuple(baris_indikator(konteks, i) for i in konteks.indikator_sasaran(sasaran.kode))
        rata_rata = konteks.angka("rata_rata_sasaran", sasaran.kode)
        yield KelompokIndikator(
            sasaran.kode, sasaran.uraian, "Sasaran", daftar, 0, rata_rata, kategori(konteks, sasaran.kode)
        )


def _kelompok_anggaran(konteks: Konteks) -> Iterator[KelompokIndikator]:
    dikenal = {*konteks.renstra.tujuan_per_kode, *konteks.renstra.sasaran_per_kode}
    for program in konteks.program:
        for baris, inden in ((program, 0), *_telusuri(konteks, program.kode, 1)):
            indikator = konteks.renstra.daftar_indikator_per_induk.get(baris.kode, ())
            if indikator and baris.kode not in dikenal:
                tingkat = baris.tingkat.value.capitalize() if baris.tingkat else "Anggaran"
                daftar = tuple(baris_indikator(konteks, i) for i in indikator)
                yield KelompokIndikator(baris.kode, baris.uraian, tingkat, daftar, inden)


def daftar_kelompok(konteks: Konteks) -> tuple[tuple[str, tuple[KelompokIndikator, ...]], ...]:
    """All indicators: those of tujuan and sasaran, then those of program, kegiatan and subkegiatan."""
    bagian = (
        ("Tujuan dan sasaran", tuple(_kelompok_rencana(konteks))),
        ("Program, kegiatan, dan subkegiatan", tuple(_kelompok_anggaran(konteks))),
    )
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
