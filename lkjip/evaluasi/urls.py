"""Pages of the evaluation that belong to no agency-year."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from lkjip.evaluasi.views import pengaturan

urlpatterns: list[URLPattern | URLResolver] = [
    path("evaluasi/", include("lkjip.evaluasi.urls_alur")),
    path("pemda/<int:pemda>/evaluasi/", pengaturan.pengaturan, name="pengaturan_evaluasi"),
    path("evaluasi/<int:pk>/lembar/", include("lkjip.evaluasi.urls_lembar")),
    path("evaluasi/<int:pk>/catatan/", include("lkjip.evaluasi.urls_catatan")),
    path("evaluasi/<int:pk>/lhe/", include("lkjip.evaluasi.urls_lhe")),
    path("rekomendasi/", include("lkjip.evaluasi.urls_tindak_lanjut")),
    path("nilai-sakip/", include("lkjip.evaluasi.urls_papan")),
]
