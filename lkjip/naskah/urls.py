"""Addresses below instansi/<kode>/<tahun>/naskah/: the text of the report, place by place."""

from django.urls import URLPattern, path

from lkjip.naskah import urls_gambar
from lkjip.naskah.views import garis_besar, riwayat, ruas, sebutan, simpan

urlpatterns: list[URLPattern] = [
    path("", garis_besar.naskah, name="naskah"),
    path("sebutan/", sebutan.daftar_sebutan, name="sebutan_naskah"),
    path("ruas/<kode:bagian>/", ruas.naskah_ruas, name="naskah_ruas"),
    path("pratinjau/<kode:bagian>/", ruas.pratinjau, name="pratinjau_naskah"),
    path("simpan/<kode:bagian>/", simpan.simpan, name="simpan_naskah"),
    path("ambil-alih/<kode:bagian>/", simpan.ambil_alih, name="ambil_alih_naskah"),
    path("kembalikan/<kode:bagian>/", simpan.kembalikan, name="kembalikan_naskah"),
    path("diperiksa/<kode:bagian>/", simpan.diperiksa, name="naskah_diperiksa"),
    path("riwayat/<kode:bagian>/", riwayat.riwayat_naskah, name="riwayat_naskah"),
    path("pulihkan/<kode:bagian>/", riwayat.pulihkan, name="pulihkan_naskah"),
    *urls_gambar.DAFTAR,
]
