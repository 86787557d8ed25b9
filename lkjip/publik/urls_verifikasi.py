"""Addresses of the verification pages; `/v/…` stands in QR codes that are printed already, so it stays."""

from django.urls import path

from lkjip.publik.views import verifikasi

urlpatterns = [
    path("verifikasi/", verifikasi.verifikasi, name="verifikasi"),
    path("v/<str:kode>/", verifikasi.verifikasi_kode, name="verifikasi_kode"),
    path("v/<str:kode>/unduh/", verifikasi.unduh_terverifikasi, name="unduh_terverifikasi"),
]
