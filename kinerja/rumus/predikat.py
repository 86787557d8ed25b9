"""Letters and names of the SAKIP scale (pengukuran.md; PermenPANRB 88/2021). Upper bounds are inclusive: 90 is A."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from lkjip.dasar.tulisan_angka import bulat

NAMA_PREDIKAT = {
    "AA": "Sangat Memuaskan",
    "A": "Memuaskan",
    "BB": "Sangat Baik",
    "B": "Baik",
    "CC": "Cukup",
    "C": "Kurang",
    "D": "Sangat Kurang",
}
BATAS_BAWAH_PREDIKAT = {
    "AA": Decimal(90),
    "A": Decimal(80),
    "BB": Decimal(70),
    "B": Decimal(60),
    "CC": Decimal(50),
    "C": Decimal(30),
    "D": Decimal(0),
}
_DESIMAL = 10
_HURUF_PER_NAMA = {nama.casefold(): huruf for huruf, nama in NAMA_PREDIKAT.items()} | {
    "cukup (memadai)": "CC",
    "cukup memadai": "CC",
}
_TANDA_KUTIP = "\"'“”‘’«»`"


@lru_cache(maxsize=4096)  # a list of two thousand agencies asks for the same twenty names all the time
def kata_baku(teks: str) -> str:
    """A word as it is compared: without regard to case, quotes, outer and repeated spaces."""
    bersih = "".join(" " if huruf in _TANDA_KUTIP else huruf for huruf in teks)
    return " ".join(bersih.split()).casefold()


def huruf_predikat(teks: str) -> str | None:
    """The letter that a word stands for, given as letter or as name; None where it is neither."""
    baku = kata_baku(teks)
    if baku.upper() in NAMA_PREDIKAT:
        return baku.upper()
    return _HURUF_PER_NAMA.get(baku)


def dibanding_batas(nilai: Decimal) -> Decimal:
    """A score as it is held against the bounds of letters, under whatever scheme.

    A total of endless means misses a bound by the last digit kept: 6 × 590/7 % + … = 90 must not come out above 90.
    """
    return bulat(nilai, _DESIMAL)


def huruf_nilai(nilai: Decimal, batas_per_huruf: Mapping[str, Decimal]) -> str | None:
    """Letter of a score. A bound belongs to the letter below: 90 is A. The lowest letter has no lower bound.

    None where there are no letters.
    """
    tepat, urut = dibanding_batas(nilai), sorted(batas_per_huruf.items(), key=lambda p: p[1], reverse=True)
    return next((huruf for huruf, batas in urut if tepat > batas), urut[-1][0] if urut else None)


def predikat(nilai: Decimal) -> str:
    """Letter of a score: > 90 AA, > 80 A, > 70 BB, > 60 B, > 50 CC, > 30 C, else D."""
    return huruf_nilai(nilai, BATAS_BAWAH_PREDIKAT) or "D"
