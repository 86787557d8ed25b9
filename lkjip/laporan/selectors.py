"""Everything read about the report's own content."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from lkjip.dasar.rekaman import susun_rekaman
from lkjip.laporan import data
from lkjip.laporan.models import IdentitasLaporan, Narasi, TabelBebas
from renstra.models import TahunKinerja


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


def rekaman_tabel(baris: TabelBebas) -> data.TabelBebas:
    """The record of a stored free table."""
    return data.TabelBebas(
        nama=baris.nama, bagian=baris.bagian, judul=baris.judul, sumber=baris.sumber, kepala=tuple(baris.kepala),
        baris=tuple(tuple(_sel(isi) for isi in satu) for satu in baris.baris),
    )  # fmt: skip


def _sel(isi: Any) -> data.SelBebas:
    return Decimal(isi["angka"]) if isinstance(isi, dict) else isi
