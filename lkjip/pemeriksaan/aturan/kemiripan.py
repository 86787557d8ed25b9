"""How much of two texts is the same: for what was copied from one place to another. Pure."""

from __future__ import annotations

from decimal import Decimal
from difflib import SequenceMatcher

_SELEBIHNYA = Decimal("0.1")


def kemiripan(satu: str, lain: str, ambang: Decimal) -> Decimal:
    """Share of equal text, 0 to 1, of two texts (`dasar.baku`); 0 where it is sure to be at most `ambang`.

    Words are compared first: texts that share few of them are not looked at letter by letter.
    """
    if satu == lain:
        return Decimal(1)
    kata, kata_lain = set(satu.split()), set(lain.split())
    sama = len(kata & kata_lain)
    if not sama or Decimal(2 * sama) / (len(kata) + len(kata_lain)) < ambang - 3 * _SELEBIHNYA:
        return Decimal(0)
    pencocok = SequenceMatcher(None, satu, lain, autojunk=False)
    if pencocok.real_quick_ratio() <= ambang or pencocok.quick_ratio() <= ambang:
        return Decimal(0)
    return Decimal(str(pencocok.ratio()))
