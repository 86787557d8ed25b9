"""Versions of the Renstra, indicators through the periods."""

from django.urls import URLPattern, path

from lkjip.perencanaan.views import realisasi_lalu, sejarah, versi

DAFTAR: list[URLPattern] = [
    path("versi/", versi.versi_renstra, name="versi_renstra"),
    path("versi/banding/", versi.banding_renstra, name="banding_renstra"),
    path("sejarah/", sejarah.daftar_sejarah, name="daftar_sejarah"),
    path("sejarah/realisasi/", realisasi_lalu.realisasi_lalu, name="realisasi_lalu"),
    path("sejarah/indikator/<kode:kode_indikator>/", sejarah.halaman_sejarah, name="sejarah_indikator"),
]
