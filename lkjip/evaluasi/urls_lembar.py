"""The sheet of an evaluation (LKE)."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
