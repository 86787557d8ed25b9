"""Addresses of the pictures, the chart of the organisation and the SWOT analysis, below …/naskah/."""

from django.urls import URLPattern, path

from lkjip.naskah.views import gambar, struktur, swot

DAFTAR: list[URLPattern] = [
    path("gambar/", gambar.galeri, name="daftar_gambar"),
    path("gambar/unggah/", gambar.unggah, name="unggah_gambar"),
    path("gambar/berkas/<str:sidik>/", gambar.berkas, name="berkas_gambar"),
    path("gambar/satu/<slug:nama>/", gambar.ubah, name="ubah_gambar"),
    path("gambar/satu/<slug:nama>/ganti/", gambar.ganti, name="ganti_gambar"),
    path("gambar/satu/<slug:nama>/geser/", gambar.geser, name="geser_gambar"),
    path("gambar/satu/<slug:nama>/hapus/", gambar.hapus, name="hapus_gambar"),
    path("struktur/", struktur.struktur, name="struktur_organisasi"),
    path("struktur/pratinjau/", struktur.pratinjau_struktur, name="pratinjau_struktur"),
    path("swot/", swot.analisis_swot, name="analisis_swot"),
]
