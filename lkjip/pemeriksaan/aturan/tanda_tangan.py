"""TTE: versions, signatures and their signers (pemeriksaan.md)."""

from __future__ import annotations

from lkjip.pemeriksaan.aturan.dasar import Aturan

DAFTAR: tuple[Aturan, ...] = ()
