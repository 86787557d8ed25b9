"""Everything read about the report's own content."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from lkjip.dasar.rekaman import susun_rekaman
from lkjip.laporan import data
from lkjip.laporan.data_tema import HurufTema, Kertas, Tema
from lkjip.laporan.models import GambarLaporan, IdentitasLaporan, Narasi, TabelBebas, TemaLaporan
from lkjip.laporan.simpanan_gambar import baca_gambar
from lkjip.pemeriksaan.selectors import load_jawaban
from renstra.models import Pemda, TahunKinerja
from renstra.selectors_logo import muat_logo, sidik_logo


def load_laporan(tahun_kinerja: TahunKinerja) -> data.DataLaporan:
    """Identity, narrative and free tables of this year's report: three queries."""
    kolom = ("jenis_laporan", "triwulan", "tanggal_laporan", "nomor_penetapan")
    identitas = IdentitasLaporan.objects.filter(tahun_kinerja=tahun_kinerja).values(*kolom)
    narasi = (
        Narasi.objects.filter(tahun_kinerja=tahun_kinerja).order_by("urutan", "id").values("bagian", "nomor", "isi")
    )
    tabel = TabelBebas.objects.filter(tahun_kinerja=tahun_kinerja).order_by("urutan", "id")
    return data.DataLaporan(
        identitas=next(iter(susun_rekaman(data.IdentitasLaporan, identitas)), data.IdentitasLaporan()),
        daftar_narasi=susun_rekaman(data.Narasi, narasi, nama_lain={"nomor": "urutan"}),
        daftar_tabel=tuple(map(rekaman_tabel, tabel)),
    )


def lengkapi_naskah(laporan: data.DataLaporan, tahun_kinerja: TahunKinerja) -> data.DataLaporan:
    """With what a report needs beyond the workbook: pictures, theme, logo, answers for findings.

    Three queries, and the files.
    """
    instansi = tahun_kinerja.instansi
    return replace(
        laporan,
        daftar_gambar=tuple(
            replace(rekaman_gambar(g), isi=baca_gambar(g.sidik))
            for g in GambarLaporan.objects.filter(tahun_kinerja=tahun_kinerja).order_by("urutan", "id")
        ),
        tema=load_tema(instansi.pemda),
        logo=muat_logo(instansi) or b"",
        sidik_logo=sidik_logo(instansi),
        daftar_jawaban=load_jawaban(tahun_kinerja),
    )


def load_tema(pemda: Pemda | None) -> Tema:
    """How the reports of this pemda look: one query."""
    tersimpan = TemaLaporan.objects.filter(pemda=pemda).first() if pemda is not None else None
    if tersimpan is None:
        return Tema()
    return Tema(
        HurufTema(tersimpan.huruf), tersimpan.warna_utama, tersimpan.warna_aksen, Kertas(tersimpan.kertas),
        tersimpan.logo_sampul,
    )  # fmt: skip


def rekaman_gambar(baris: GambarLaporan) -> data.GambarNaskah:
    """The record of a stored picture, without its bytes."""
    kolom = ("nama", "bagian", "judul", "sumber", "alt", "sidik", "mime", "lebar_px", "tinggi_px", "lebar_mm")
    return data.GambarNaskah(**{nama: getattr(baris, nama) for nama in kolom})


def rekaman_tabel(baris: TabelBebas) -> data.TabelBebas:
    """The record of a stored free table."""
    return data.TabelBebas(
        nama=baris.nama, bagian=baris.bagian, judul=baris.judul, sumber=baris.sumber, kepala=tuple(baris.kepala),
        baris=tuple(tuple(_sel(isi) for isi in satu) for satu in baris.baris),
    )  # fmt: skip


def _sel(isi: Any) -> data.SelBebas:
    return Decimal(isi["angka"]) if isinstance(isi, dict) else isi
