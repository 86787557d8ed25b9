"""The LHE of an evaluation: its document, its versions."""

from __future__ import annotations

from django.urls import URLPattern, path

from lkjip.evaluasi.views import lhe

urlpatterns: list[URLPattern] = [
    path("", lhe.lhe_evaluasi, name="lhe_evaluasi"),
    path("<slug:bentuk>/", lhe.unduh_lhe, name="unduh_lhe"),
]
