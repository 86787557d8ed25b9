"""Addresses below instansi/<kode>/<tahun>/temuan/: what the checks found, and the answers for it."""

from django.urls import URLPattern, path

from lkjip.pemeriksaan.views import perubahan, sisi, temuan

urlpatterns: list[URLPattern] = [
    path("", temuan.temuan, name="temuan"),
    path("jawab/", temuan.jawab, name="jawab_temuan"),
    path("batal/", temuan.batal, name="batal_jawab_temuan"),
    path("perubahan/", perubahan.perubahan, name="perubahan_terlambat"),
    path("perubahan/unduh/", perubahan.unduh, name="unduh_perubahan"),
    path("perubahan/alasan/", perubahan.alasan, name="alasan_perubahan"),
    path("sisi/", sisi.sisi, name="sisi_temuan"),
    path("baca/", sisi.baca, name="baca_temuan"),
]
