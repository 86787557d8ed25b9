"""HIT: figures that can hardly be right (pemeriksaan.md)."""

from __future__ import annotations

from lkjip.pemeriksaan.aturan.dasar import Aturan

DAFTAR: tuple[Aturan, ...] = ()
