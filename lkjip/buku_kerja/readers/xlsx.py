"""An .xlsx file → raw cells."""

from __future__ import annotations

from pathlib import Path

from lkjip.buku_kerja.galat import GalatBuku
from lkjip.buku_kerja.mentah import BukuMentah


def baca_xlsx(path: Path) -> BukuMentah:
    raise GalatBuku(f"{path.name} belum dapat dibaca.", "Pakai folder CSV.")
