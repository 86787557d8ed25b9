"""Addresses of the board of scores: who opens them. `tests/evaluasi/test_papan_akses.py` walks them."""

from __future__ import annotations

SEMUA_NAMA = {"nilai_sakip", "banding_nilai", "unduh_nilai_xlsx", "unduh_nilai_pdf"}
PEMBUKA = frozenset({"inspektorat", "pengelola", "admin"})
"""Everybody else gets 403; a kepala where the pemda shows its scores to heads."""
