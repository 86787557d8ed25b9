"""KON-23: programmes in the annex of the Perjanjian Kinerja against the budget (pemeriksaan.md)."""

from __future__ import annotations

from lkjip.pemeriksaan.aturan.dasar import Aturan

DAFTAR: tuple[Aturan, ...] = ()
