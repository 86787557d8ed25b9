"""Desk of the evaluators, opening, team and stages of an evaluation, reply of the agency."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
