"""Reviu of the report of one agency-year."""

from __future__ import annotations

from django.urls import URLPattern, path

from lkjip.reviu.views import catatan, ikhtisar, pertanyaan, selesai

urlpatterns: list[URLPattern] = [
    path("", ikhtisar.ikhtisar, name="reviu"),
    path("mulai/", ikhtisar.mulai, name="mulai_reviu"),
    path("<int:pk>/", ikhtisar.ikhtisar, name="satu_reviu"),
    path("<int:pk>/kirim/", ikhtisar.kirim, name="kirim_reviu"),
    path("<int:pk>/baca-ulang/", ikhtisar.ulang, name="baca_ulang_reviu"),
    path("<int:pk>/batalkan/", ikhtisar.batalkan, name="batalkan_reviu"),
    path("<int:pk>/pertanyaan/", pertanyaan.pertanyaan, name="pertanyaan_reviu"),
    path("<int:pk>/pertanyaan/<str:pertanyaan>/", pertanyaan.jawab, name="jawab_reviu"),
    path("<int:pk>/catatan/", catatan.catatan, name="catatan_reviu"),
    path("<int:pk>/catatan/tambah/", catatan.tambah, name="tambah_catatan_reviu"),
    path("<int:pk>/catatan/<int:nomor>/ubah/", catatan.ubah, name="ubah_catatan_reviu"),
    path("<int:pk>/catatan/<int:nomor>/hapus/", catatan.hapus, name="hapus_catatan_reviu"),
    path("<int:pk>/catatan/<int:nomor>/tanggapi/", catatan.tanggapi, name="tanggapi_catatan_reviu"),
    path("<int:pk>/catatan/<int:nomor>/putuskan/", catatan.putuskan, name="putuskan_catatan_reviu"),
    path("<int:pk>/selesai/", selesai.selesaikan, name="selesaikan_reviu"),
    path("<int:pk>/unduh/<str:jenis>/<str:bentuk>/", selesai.unduh, name="unduh_reviu"),
]
