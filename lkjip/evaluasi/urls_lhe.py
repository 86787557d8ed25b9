"""Findings, recommendations and the LHE of an evaluation."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
