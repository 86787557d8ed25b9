"""HIT: printed figures and words of an earlier report (pemeriksaan.md)."""

from __future__ import annotations

from lkjip.pemeriksaan.aturan.dasar import Aturan

DAFTAR: tuple[Aturan, ...] = ()
