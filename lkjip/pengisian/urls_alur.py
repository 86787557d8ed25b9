"""Addresses of the board, the steps of a quarter, and the rules around them."""

from django.urls import URLPattern, path

from lkjip.pengisian.views import kirim, papan

DAFTAR: list[URLPattern] = [
    path("", papan.papan, name="pengisian"),
    path("<int:triwulan>/kirim/", kirim.kirim_triwulan, name="kirim_triwulan"),
    path("<int:triwulan>/langkah/<str:langkah>/", kirim.ambil_langkah, name="ambil_langkah"),
    path("<int:triwulan>/catatan/<int:catatan>/", kirim.jawab_catatan_triwulan, name="jawab_catatan_triwulan"),
    path("<int:triwulan>/tenggat/", papan.perpanjang_tenggat, name="perpanjang_tenggat"),
]
