"""Addresses of a quarter's money: the page, a field, a paste, a file of the budget system."""

from django.urls import URLPattern, path

from lkjip.pengisian.views import anggaran, impor_anggaran, tempel_anggaran

DAFTAR: list[URLPattern] = [
    path("<int:triwulan>/anggaran/", anggaran.isi_anggaran, name="isi_anggaran"),
    path("<int:triwulan>/anggaran/simpan/", anggaran.simpan_uang, name="simpan_uang"),
    path("<int:triwulan>/anggaran/tempel/", tempel_anggaran.tempel_uang, name="tempel_uang"),
    path("<int:triwulan>/anggaran/impor/", impor_anggaran.unggah_anggaran, name="unggah_anggaran"),
    path("<int:triwulan>/anggaran/impor/kolom/", impor_anggaran.cocokkan_anggaran, name="cocokkan_anggaran"),
    path("<int:triwulan>/anggaran/impor/periksa/", impor_anggaran.periksa_anggaran, name="periksa_anggaran"),
]
