from __future__ import annotations

from django.contrib import admin

from lkjip.pemeriksaan.models import (
    AlasanPerubahan,
    AmbangPemda,
    HasilPemeriksaan,
    JawabanTemuan,
    Klaim,
    RekapPemeriksaan,
)
from lkjip.riwayat.admin import AdminTeraudit, HanyaLihat, admin_milik_tahun

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


@admin.register(AlasanPerubahan)
class AlasanPerubahanAdmin(HanyaLihat):
    """Written on the page of late changes, beside the change."""

    list_display = ("tahun_kinerja", "alasan", "oleh", "pada")
    list_select_related = ("tahun_kinerja__instansi", "oleh")
    search_fields = ("alasan",)


@admin.register(AmbangPemda)
class AmbangPemdaAdmin(AdminTeraudit):
    list_display = ("pemda", "nama", "nilai")
    list_select_related = ("pemda",)
    list_filter = ("pemda",)
    search_fields = ("nama",)


@admin.register(HasilPemeriksaan)
class HasilPemeriksaanAdmin(HanyaLihat):
    list_display = ("tahun_kinerja", "galat", "peringatan", "info", "menahan", "pada")
    list_select_related = ("tahun_kinerja__instansi",)


@admin.register(RekapPemeriksaan)
class RekapPemeriksaanAdmin(HanyaLihat):
    list_display = ("tahun_kinerja", "tanggal", "galat", "peringatan", "info", "menahan")
    list_select_related = ("tahun_kinerja__instansi",)
