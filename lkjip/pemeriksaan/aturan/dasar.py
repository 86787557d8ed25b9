"""What a rule is, and the thresholds that rules share (pemeriksaan.md: figures in ⟨ ⟩ with their defaults)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from lkjip.data import BukuKerja
from lkjip.pemeriksaan.data import Temuan, Tingkat


@dataclass(frozen=True)
class Ambang:
    """Thresholds of the rules; the defaults are the catalogue's. Amounts in rupiah, shares as fractions of 1."""

    selisih_bobot: Decimal = Decimal("0.0001")  # HIT-13: how far a sum of weights may be from 1
    selisih_uang: Decimal = Decimal("0.005")  # ANG: half a sen


Pemeriksa = Callable[[BukuKerja, Ambang], Iterator[Temuan]]


@dataclass(frozen=True)
class Aturan:
    """A rule of the catalogue: its id, severity, name and the function that finds what breaks it."""

    id: str
    tingkat: Tingkat
    nama: str
    periksa: Pemeriksa
