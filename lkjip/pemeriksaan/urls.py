"""Addresses below instansi/<kode>/<tahun>/temuan/: what the checks found, and the answers for it."""

from django.urls import URLPattern, path

from lkjip.pemeriksaan.views import perubahan, sisi, temuan, uji_petik, uji_unggah

urlpatterns: list[URLPattern] = [
    path("", temuan.temuan, name="temuan"),
    path("jawab/", temuan.jawab, name="jawab_temuan"),
    path("batal/", temuan.batal, name="batal_jawab_temuan"),
    path("perubahan/", perubahan.perubahan, name="perubahan_terlambat"),
    path("perubahan/unduh/", perubahan.unduh, name="unduh_perubahan"),
    path("perubahan/alasan/", perubahan.alasan, name="alasan_perubahan"),
    path("sisi/", sisi.sisi, name="sisi_temuan"),
    path("baca/", sisi.baca, name="baca_temuan"),
    path("uji-petik/", uji_petik.halaman, name="uji_petik"),
    path("uji-petik/unduh/<str:bentuk>/", uji_petik.unduh, name="unduh_uji_petik"),
    path("uji-petik/unggah/", uji_unggah.unggah, name="unggah_uji_petik"),
    path("uji-petik/berkas/", uji_unggah.hasil, name="hasil_uji_petik"),
    path("uji-petik/berkas/unduh/<str:bentuk>/", uji_unggah.unduh, name="unduh_hasil_uji_petik"),
    path("uji-petik/berkas/simpan/", uji_unggah.simpan, name="simpan_hasil_uji_petik"),
    path("uji-petik/berkas/buang/", uji_unggah.buang, name="buang_hasil_uji_petik"),
]
