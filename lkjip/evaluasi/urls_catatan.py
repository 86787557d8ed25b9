"""Findings and recommendations of an evaluation, written."""

from __future__ import annotations

from django.urls import URLPattern, path

from lkjip.evaluasi.views import catatan

urlpatterns: list[URLPattern] = [
    path("", catatan.catatan, name="catatan_evaluasi"),
    path("urungkan/<str:kejadian>/", catatan.urungkan, name="urungkan_catatan"),
]
