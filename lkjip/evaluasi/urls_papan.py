"""Scores of all agencies."""

from __future__ import annotations

from django.urls import URLPattern, path

from lkjip.evaluasi.views import papan

urlpatterns: list[URLPattern] = [
    path("", papan.nilai_sakip, name="nilai_sakip"),
    path("banding/", papan.banding, name="banding_nilai"),
    path("unduh.xlsx", papan.unduh_xlsx, name="unduh_nilai_xlsx"),
    path("unduh.pdf", papan.unduh_pdf, name="unduh_nilai_pdf"),
]
