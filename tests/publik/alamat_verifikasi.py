"""Addresses of the public verification pages that name a code; test_verifikasi_halaman.py walks them."""

from __future__ import annotations

SEMUA_NAMA = {"verifikasi_kode", "unduh_terverifikasi"}
