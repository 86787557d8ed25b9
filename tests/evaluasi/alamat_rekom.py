"""The addresses of findings, recommendations and their follow-up; `test_akses_rekom.py` walks those outside a year."""

from __future__ import annotations

from tests.pengisian.alamat import Alamat

DAFTAR = (Alamat("tindak_lanjut"),)
DI_LUAR_TAHUN = {
    *("catatan_evaluasi", "urungkan_catatan"),
    *("daftar_rekomendasi", "unduh_rekomendasi", "rekomendasi", "berkas_tindak_lanjut"),
}
