"""The agency's own assessment, below the tab SAKIP of the year evaluated."""

from __future__ import annotations

from django.urls import URLPattern, path

from lkjip.evaluasi.views import mandiri

urlpatterns: list[URLPattern] = [
    path("", mandiri.mandiri, name="penilaian_mandiri"),
    path("<int:nomor>/", mandiri.mandiri, name="komponen_mandiri"),
    path("simpan/", mandiri.simpan, name="simpan_mandiri"),
    path("bukti/", mandiri.tambah_bukti, name="tambah_bukti_mandiri"),
    path("bukti/<int:bukti>/hapus/", mandiri.hapus_bukti, name="hapus_bukti_mandiri"),
    path("urungkan/", mandiri.urungkan, name="urungkan_mandiri"),
    path("kirim/", mandiri.kirim, name="kirim_mandiri"),
]
