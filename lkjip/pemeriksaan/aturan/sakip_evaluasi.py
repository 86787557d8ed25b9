"""SAK: the scheme, its answers, years and follow-up of a SAKIP evaluation (pemeriksaan.md)."""

from __future__ import annotations

from lkjip.pemeriksaan.aturan.dasar import Aturan

DAFTAR: tuple[Aturan, ...] = ()
