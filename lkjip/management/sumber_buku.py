"""Where a command takes its data from: a workbook (no database needed), or an agency's kode and year."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import CommandError
from django.db import DatabaseError

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
    """A workbook's path, or the kode of an agency with the year: then all that its report needs, from the database."""
    if tahun is None:
        return buka_buku(sumber)
    from lkjip.buku_kerja.selectors import BukuTidakAda, ambil_buku
    from lkjip.selectors import load_buku_laporan

    try:
        return ambil_buku(sumber, tahun, load_buku_laporan)
    except BukuTidakAda as galat:
        raise CommandError(str(galat)) from galat
    except DatabaseError as galat:
        raise galat_basis_data(galat) from galat


def galat_basis_data(galat: DatabaseError) -> CommandError:
    """What a command says where the database cannot be used."""
    saran = "Periksa DATABASE_URL, lalu jalankan `manage.py migrate`."
    return CommandError(f"Basis data tidak dapat dipakai: {str(galat).strip()}. {saran}")
