"""Reviu of the report of one agency-year."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
