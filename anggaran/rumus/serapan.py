"""Absorption (pengukuran.md, "Money")."""

from __future__ import annotations

from decimal import Decimal

from lkjip.dasar.hasil import Hasil, ada, tidak_berlaku
from lkjip.dasar.hitungan import persen
from lkjip.dasar.tulisan_angka import tulis_uang


def serapan(pagu: Decimal, realisasi: Decimal) -> Hasil:
    """realisasi / pagu × 100; no serapan where the pagu is 0."""
    if pagu == 0:
        return tidak_berlaku("pagu nol: serapan tidak dapat dihitung")
    return ada(persen(realisasi, pagu), f"{tulis_uang(realisasi)} / {tulis_uang(pagu)} × 100", hasil_bagi=True)
