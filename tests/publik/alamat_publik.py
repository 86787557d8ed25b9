"""Addresses of a pemda's public page and its files; test_publik.py walks them."""

from __future__ import annotations

SEMUA_NAMA = {"publik_pemda", "berkas_publik"}
