"""Sums over chosen budget rows: the money of a unit's Perjanjian Kinerja, which is no branch of the tree."""

from __future__ import annotations

from collections.abc import Mapping

from anggaran.besaran import Besaran, pagu_sendiri, pagu_tahun_lain, uang_baris
from anggaran.data import DataAnggaran
from lkjip.dasar.hasil import Hasil, kosong

PEMISAH = ";"


def jumlah_pagu_pilihan(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Sum of the printed pagu of the rows whose kode `subjek` lists, parted by semicolons. Rupiah."""
    daftar = [kode for kode in subjek.split(PEMISAH) if kode]
    asing = [kode for kode in daftar if kode not in data.anggaran_per_kode]
    if asing:
        return kosong(f"'{', '.join(asing)}' bukan kode anggaran")
    return pagu_tahun_lain(data, tahun) or uang_baris(
        data, daftar, lambda kode: pagu_sendiri(data, kode, versi), "pagu baris terpilih"
    )


BESARAN: Mapping[str, Besaran] = {"jumlah_pagu_pilihan": jumlah_pagu_pilihan}
