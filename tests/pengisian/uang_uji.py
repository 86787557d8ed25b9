"""An agency-year with a small budget: a program of two kegiatan, one of which has children of two units."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.urls import reverse

from anggaran.data import Anggaran, RealisasiAnggaran, Tingkat
from anggaran.models import Anggaran as BarisAnggaran
from anggaran.models import RealisasiAnggaran as BarisRealisasi
from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja, DataInstansi
from tests.pembuat import baris
from tests.situs.pemeran import SENDIRI, TAHUN, buku_uji

TW = 3
POHON = (
    baris("1", tingkat=Tingkat.PROGRAM, uraian="Program Penunjang"),
    baris("1.01", "1", tingkat=Tingkat.KEGIATAN, uraian="Perencanaan"),
    baris("1.01.01", "1.01", 100, tingkat=Tingkat.SUBKEGIATAN, uraian="Renja", penanggung_jawab="Bidang A"),
    baris("1.01.02", "1.01", 200, tingkat=Tingkat.SUBKEGIATAN, uraian="Evaluasi", penanggung_jawab="Bidang B"),
    baris("1.02", "1", 700, tingkat=Tingkat.KEGIATAN, uraian="Keuangan"),
)


def uang_kas(kode: str, realisasi: str | None, rencana: str | None = None, triwulan: int = TW) -> RealisasiAnggaran:
    nilai = (None if teks is None else Decimal(teks) for teks in (realisasi, rencana))
    return RealisasiAnggaran(kode, TAHUN, triwulan, *nilai)


def buku_uang(*daftar: RealisasiAnggaran, pohon: tuple[Anggaran, ...] = POHON, kode: str = SENDIRI) -> BukuKerja:
    buku = buku_uji(kode)
    anggaran = replace(buku.data.anggaran, daftar_anggaran=pohon, daftar_realisasi_anggaran=daftar)
    return replace(buku, data=DataInstansi(anggaran))


def simpan_buku(*daftar: RealisasiAnggaran, pohon: tuple[Anggaran, ...] = POHON, kode: str = SENDIRI) -> None:
    impor_buku(buku=buku_uang(*daftar, pohon=pohon, kode=kode))


def pk(kode: str, instansi: str = SENDIRI) -> int:
    return BarisAnggaran.objects.get(kode=kode, tahun_kinerja__instansi__kode=instansi).pk


def alamat(nama: str, triwulan: int = TW, instansi: str = SENDIRI) -> str:
    return reverse(nama, args=[instansi, TAHUN, triwulan])


def isian(kode: str, nilai: str, dasar: str = "", kolom: str = "realisasi") -> dict[str, str]:
    nama = f"{kolom}-{pk(kode)}"
    return {nama: nilai, f"dasar-{nama}": dasar}


def tersimpan(kode: str, kolom: str = "realisasi", triwulan: int = TW) -> Any:
    satu = BarisRealisasi.objects.filter(anggaran=pk(kode), tahun=TAHUN, triwulan=triwulan).first()
    return None if satu is None else getattr(satu, kolom)
