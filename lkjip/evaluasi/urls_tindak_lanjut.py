"""Recommendations and their follow-up."""

from __future__ import annotations

from django.urls import URLPattern, path

from lkjip.evaluasi.views import daftar_rekomendasi, tindak_lanjut

urlpatterns: list[URLPattern] = [
    path("", daftar_rekomendasi.daftar_rekomendasi, name="daftar_rekomendasi"),
    path("rekomendasi.xlsx", daftar_rekomendasi.unduh_rekomendasi, name="unduh_rekomendasi"),
    path("<int:pk>/", tindak_lanjut.rekomendasi, name="rekomendasi"),
    path("berkas/<int:pk>/", tindak_lanjut.berkas, name="berkas_tindak_lanjut"),
]
