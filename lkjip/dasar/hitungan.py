"""Decimal arithmetic with room to spare: 60 digits, never binary floating point."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import wraps
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")
KONTEKS = Context(prec=60, rounding=ROUND_HALF_UP)
NOL = Decimal(0)
SERATUS = Decimal(100)


def presisi(fungsi: Callable[_P, _T]) -> Callable[_P, _T]:
    """Run a formula with 60 digits, whatever context its caller has."""

    @wraps(fungsi)
    def terbungkus(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        with localcontext(KONTEKS):
            return fungsi(*args, **kwargs)

    return terbungkus


def banyak_desimal(nilai: Decimal) -> int:
    """Decimals that a finite number shows, zeros at the end included: 27.00 has two, 1E+3 none."""
    return max(0, -int(nilai.as_tuple().exponent))


@presisi
def jumlah(daftar: Iterable[Decimal]) -> Decimal:
    """Sum; exact for money."""
    return sum(daftar, NOL)


@presisi
def persen(bagian: Decimal, keseluruhan: Decimal) -> Decimal:
    """`bagian` / `keseluruhan` × 100. Raises decimal.DivisionByZero, or InvalidOperation for 0 / 0."""
    return bagian * SERATUS / keseluruhan


@presisi
def rata_rata(daftar: Sequence[Decimal]) -> Decimal:
    """Simple mean of a non-empty sequence."""
    return sum(daftar, NOL) / len(daftar)


@presisi
def rata_rata_berbobot(daftar: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """Mean of (value, weight) pairs; the weights need not sum to 1 but must not sum to 0."""
    return sum((nilai * bobot for nilai, bobot in daftar), NOL) / sum((bobot for _, bobot in daftar), NOL)
