"""Faults that rules must find (`RUSAK`), and sound cases that look like one (`DIAM`)."""

from __future__ import annotations

from lkjip.data import BukuKerja

RUSAK: list[tuple[str, BukuKerja]] = []
DIAM: list[tuple[str, BukuKerja]] = []
