"""Findings and recommendations of an evaluation, written."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
