"""Addresses of the sheets that have no page of their own, the method, the scales and the try-out of a formula."""

from django.urls import URLPattern, path

from lkjip.perencanaan.views import coba_rumus, lembar, metode, skala, tabel_bebas, tempel_lembar

DAFTAR: list[URLPattern] = [
    path("metode/", metode.metode_pengukuran, name="metode_pengukuran"),
    path("metode/contoh/", metode.contoh_metode, name="contoh_metode"),
    path("skala/", skala.skala_kategori, name="skala_kategori"),
    path("skala/salin/", skala.salin_skala, name="salin_skala"),
    path("skala/pakai/", skala.pakai_skala, name="pakai_skala"),
    path("skala/hapus/", skala.hapus_skala, name="hapus_skala"),
    path("skala/ubah/", skala.ubah_skala_sendiri, name="ubah_skala"),
    path("coba-rumus/", coba_rumus.coba, name="coba_rumus"),
    path("lembar/", lembar.daftar_lembar, name="daftar_lembar"),
    path("lembar/tabel/", tabel_bebas.tabel_bebas, name="tabel_bebas"),
    path("lembar/tabel/<str:nama>/", tabel_bebas.ubah_tabel_bebas, name="ubah_tabel_bebas"),
    path("lembar/tabel/<str:nama>/hapus/", tabel_bebas.hapus_tabel, name="hapus_tabel_bebas"),
    path("lembar/<str:nama>/", lembar.lembar, name="lembar"),
    path("lembar/<str:nama>/simpan/", lembar.simpan_lembar, name="simpan_lembar"),
    path("lembar/<str:nama>/tambah/", lembar.tambah_lembar, name="tambah_lembar"),
    path("lembar/<str:nama>/atur/", lembar.atur_lembar, name="atur_lembar"),
    path("lembar/<str:nama>/tempel/", tempel_lembar.tempel_lembar, name="tempel_lembar"),
    path("lembar/<str:nama>/tempel-sel/", lembar.tempel_sel_lembar, name="tempel_sel_lembar"),
]
