"""Addresses below instansi/<kode>/<tahun>/pengisian/."""

from django.urls import URLPattern

DAFTAR: list[URLPattern] = []
