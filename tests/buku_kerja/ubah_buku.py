"""The example books, changed in one place, and what the database makes of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.selectors import ambil_buku
from lkjip.buku_kerja.services import impor_buku
from lkjip.dasar.rekaman import bentuk_baku
from lkjip.data import BukuKerja, DataInstansi

FOLDER_CONTOH = Path(__file__).resolve().parents[2] / "contoh"
KALTIM, KALBAR = "bkd-kaltim-2024", "bkd-kalbar-2023-tw1"


def baca(nama: str) -> BukuKerja:
    hasil = baca_buku(FOLDER_CONTOH / nama)
    assert hasil.buku is not None, hasil.daftar_galat
    return hasil.buku


def ubah_renstra(buku: BukuKerja, **lain: Any) -> BukuKerja:
    renstra = replace(buku.data.renstra, **lain)
    return ubah_kinerja(buku, renstra=renstra)


def ubah_kinerja(buku: BukuKerja, **lain: Any) -> BukuKerja:
    return ubah_anggaran(buku, kinerja=replace(buku.data.kinerja, **lain))


def ubah_anggaran(buku: BukuKerja, **lain: Any) -> BukuKerja:
    return replace(buku, data=DataInstansi(replace(buku.data.anggaran, **lain)))


def tahun_lain(buku: BukuKerja, tahun: int) -> BukuKerja:
    return ubah_renstra(buku, periode=replace(buku.data.renstra.periode, tahun=tahun))


def simpan(buku: BukuKerja) -> BukuKerja:
    """Import, and what the database then holds."""
    impor_buku(buku=buku)
    return ambil_buku(buku.data.renstra.instansi.kode, buku.data.tahun)


def persis(satu: BukuKerja, dua: BukuKerja) -> None:
    """Equal as values and in every digit (27.0 is not 27.00), rows in the same order."""
    assert satu == dua
    assert bentuk_baku(satu) == bentuk_baku(dua)
