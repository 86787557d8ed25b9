"""Desk of the evaluators, opening, team and stages of an evaluation, results recorded."""

from __future__ import annotations

from django.urls import URLPattern, path

from lkjip.evaluasi.views import alur, buka, hasil, meja, tim

urlpatterns: list[URLPattern] = [
    path("", meja.meja_evaluasi, name="meja_evaluasi"),
    path("buka/", buka.buka, name="buka_evaluasi"),
    path("rekam/", hasil.rekam, name="rekam_hasil"),
    path("tempel/", hasil.tempel, name="tempel_hasil"),
    path("<int:pk>/", alur.ikhtisar, name="evaluasi"),
    path("<int:pk>/langkah/<str:langkah>/", alur.langkah, name="langkah_evaluasi"),
    path("<int:pk>/terbitkan/", alur.terbitkan, name="terbitkan_evaluasi"),
    path("<int:pk>/tim/", tim.tim, name="tim_evaluasi"),
    path("<int:pk>/tugas/", tim.tugas, name="tugas_evaluasi"),
    path("<int:pk>/rekaman/", hasil.ubah, name="ubah_rekaman"),
    path("<int:pk>/rekaman/hapus/", hasil.hapus, name="hapus_rekaman"),
]
