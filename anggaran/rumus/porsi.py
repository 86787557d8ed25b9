"""The part of a row's money that serves one of several."""

from __future__ import annotations

from decimal import Decimal

from lkjip.dasar.hitungan import presisi


@presisi
def porsi(uang: Decimal, bagian: Decimal) -> Decimal:
    """uang × bagian, unrounded. Rupiah; `bagian` 0 … 1."""
    return uang * bagian
