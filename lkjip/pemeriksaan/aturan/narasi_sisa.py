"""NAR: figures, names, rules and marks that do not belong into the text (pemeriksaan.md)."""

from __future__ import annotations

from lkjip.pemeriksaan.aturan.dasar import Aturan

DAFTAR: tuple[Aturan, ...] = ()
