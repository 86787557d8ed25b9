"""Addresses of files being made; they belong to a user, not to a page of a year."""

from django.urls import path

from lkjip.penyusunan.views import berkas

urlpatterns = [
    path("berkas/", berkas.daftar_susunan, name="daftar_susunan"),
    path("berkas/<int:nomor>/", berkas.berkas_susunan, name="berkas_susunan"),
    path("berkas/<int:nomor>/unduh/", berkas.unduh_susunan, name="unduh_susunan"),
    path("berkas/<int:nomor>/batal/", berkas.batalkan_susunan, name="batalkan_susunan"),
    path("berkas/<int:nomor>/ulang/", berkas.ulangi_susunan, name="ulangi_susunan"),
    path("berkas/<int:nomor>/hapus/", berkas.hapus_susunan, name="hapus_susunan"),
]
