"""HIT: figures and directions in sentences and free tables (pemeriksaan.md)."""

from __future__ import annotations

from lkjip.pemeriksaan.aturan.dasar import Aturan

DAFTAR: tuple[Aturan, ...] = ()
