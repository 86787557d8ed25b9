from __future__ import annotations

from lkjip.pemeriksaan.models import Klaim
from lkjip.riwayat.admin import admin_milik_tahun

admin_milik_tahun(
    Klaim,
    tampil=("rujukan", "besaran", "subjek", "tahun", "triwulan", "versi", "nilai", "teks"),
    cari=("rujukan", "besaran", "subjek"),
    saring=("besaran", "versi"),
)
