"""Where a command takes its data from: a workbook (no database needed), or an agency's kode and year."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import CommandError

from lkjip.buku_kerja.parse import baca_buku
from lkjip.data import BukuKerja


def buka_buku(sumber: str) -> BukuKerja:
    """The workbook at a path. Raises CommandError listing every error with sheet, row and column."""
    path = Path(sumber)
    if not path.exists():
        raise CommandError(f"'{sumber}' tidak ditemukan. Beri nama berkas .xlsx atau folder berisi berkas CSV.")
    hasil = baca_buku(path)
    if hasil.buku is None:
        daftar = "\n".join(f"- {galat}" for galat in hasil.daftar_galat)
        raise CommandError(
            f"Buku kerja '{sumber}' tidak dapat dipakai; {len(hasil.daftar_galat)} hal perlu diperbaiki:\n{daftar}"
        )
    return hasil.buku


def buka_sumber(sumber: str, tahun: int | None) -> BukuKerja:
    """A workbook's path, or the kode of an agency with the year (then the data come from the database)."""
    if tahun is None:
        return buka_buku(sumber)
    from lkjip.buku_kerja.selectors import ambil_buku

    buku = ambil_buku(kode=sumber, tahun=tahun)
    if buku is None:
        raise CommandError(f"Tidak ada data instansi '{sumber}' tahun {tahun}. Impor dulu dengan: manage.py impor BUKU")
    return buku
