"""The addresses of the evaluation and of the reviu, for the walk of `tests/situs/test_akses.py`.

`DI_LUAR_TAHUN`: those that belong to no agency-year; each part walks its own.
"""

from __future__ import annotations

from tests.evaluasi import alamat_alur, alamat_lembar, alamat_lhe, alamat_papan, alamat_rekom
from tests.pengisian.alamat import Alamat
from tests.reviu import alamat_reviu

DAFTAR: list[Alamat] = [*alamat_alur.DAFTAR, *alamat_lembar.DAFTAR, *alamat_rekom.DAFTAR, *alamat_reviu.DAFTAR]
DI_LUAR_TAHUN: set[str] = {
    *alamat_alur.DI_LUAR_TAHUN,
    *alamat_lembar.DI_LUAR_TAHUN,
    *alamat_lhe.DI_LUAR_TAHUN,
    *alamat_papan.SEMUA_NAMA,
    *alamat_rekom.DI_LUAR_TAHUN,
}
