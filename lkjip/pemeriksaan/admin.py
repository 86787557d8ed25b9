from __future__ import annotations

from django.contrib import admin

from lkjip.pemeriksaan.models import JawabanTemuan, Klaim
from lkjip.riwayat.admin import HanyaLihat, admin_milik_tahun

admin_milik_tahun(
    Klaim,
    tampil=("rujukan", "besaran", "subjek", "tahun", "triwulan", "versi", "nilai", "teks"),
    cari=("rujukan", "besaran", "subjek"),
    saring=("besaran", "versi"),
)


@admin.register(JawabanTemuan)
class JawabanTemuanAdmin(HanyaLihat):
    """The head answers on the page of findings, where the figures are; here answers are only read."""

    list_display = ("tahun_kinerja", "aturan", "alasan", "oleh", "pada")
    list_select_related = ("tahun_kinerja__instansi", "oleh")
    list_filter = ("aturan",)
    search_fields = ("kunci", "pesan", "alasan")
