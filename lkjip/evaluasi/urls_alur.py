"""Desk of the evaluators, opening, team and stages of an evaluation, reply of the agency."""

from __future__ import annotations

from django.urls import URLPattern, path

from lkjip.evaluasi.views import alur, meja

urlpatterns: list[URLPattern] = [
    path("", meja.meja_evaluasi, name="meja_evaluasi"),
    path("<int:pk>/", alur.ikhtisar, name="evaluasi"),
]
