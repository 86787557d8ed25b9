"""The history of a quarter and of one indicator in it."""

from django.urls import URLPattern, path

from lkjip.pengisian.views import riwayat

DAFTAR: list[URLPattern] = [
    path("<int:triwulan>/riwayat/", riwayat.riwayat_triwulan, name="riwayat_triwulan"),
    path("<int:triwulan>/riwayat/<int:indikator>/", riwayat.riwayat_nilai, name="riwayat_nilai"),
]
