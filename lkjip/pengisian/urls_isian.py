"""Addresses of the quarter page."""

from django.urls import URLPattern, path

from lkjip.pengisian.views import isian, tempel

DAFTAR: list[URLPattern] = [
    path("<int:triwulan>/", isian.isi_triwulan, name="isi_triwulan"),
    path("<int:triwulan>/simpan/", isian.simpan_isian, name="simpan_isian"),
    path("<int:triwulan>/tempel/", tempel.tempel_isian, name="tempel_isian"),
]
