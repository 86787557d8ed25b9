"""An evaluation as its agency sees it."""

from __future__ import annotations

from django.urls import URLPattern, path

from lkjip.evaluasi.views import instansi

urlpatterns: list[URLPattern] = [
    path("", instansi.halaman, name="evaluasi_instansi"),
    path("tanggapan/", instansi.simpan, name="simpan_tanggapan"),
    path("kirim/", instansi.kirim, name="kirim_tanggapan"),
]
