"""The sheet of an evaluation (LKE)."""

from __future__ import annotations

from django.urls import URLPattern, path

from lkjip.evaluasi.views import lembar

urlpatterns: list[URLPattern] = [
    path("", lembar.lembar, name="lembar_evaluasi"),
    path("<int:nomor>/", lembar.lembar, name="komponen_lembar"),
    path("simpan/", lembar.simpan, name="simpan_lembar"),
    path("bukti/", lembar.tambah_bukti, name="tambah_bukti_lembar"),
    path("bukti/<int:bukti>/hapus/", lembar.hapus_bukti, name="hapus_bukti_lembar"),
    path("urungkan/", lembar.urungkan, name="urungkan_lembar"),
]
