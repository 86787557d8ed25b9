"""An indicator that is a decrease against the year before: its two raw numbers and the quotient that stores them."""

from __future__ import annotations

from decimal import Decimal

from lkjip.dasar.hitungan import presisi


@presisi
def pembilang_penyebut(lalu: Decimal, kini: Decimal) -> tuple[Decimal, Decimal]:
    """((n−1) − n, n−1): so that pembilang / penyebut, as pengukuran.md has it, is the decrease."""
    return lalu - kini, lalu


@presisi
def dua_bilangan(pembilang: Decimal | None, penyebut: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    """Back again: the number of the year before and that of this year, as far as they are known."""
    if pembilang is None or penyebut is None:
        return penyebut, None
    return penyebut, penyebut - pembilang
