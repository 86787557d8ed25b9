"""The order of things, compared."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def naik_terpanjang(daftar: Sequence[int]) -> list[int]:
    """Positions of a longest run (gaps allowed) of numbers that only grow: what may stay where it is."""
    ujung: list[int] = []  # smallest last number of a run of each length, and where it stands
    letak: list[int] = []
    sebelum: list[int | None] = []
    for posisi, angka in enumerate(daftar):
        panjang = bisect_left(ujung, angka)
        sebelum.append(letak[panjang - 1] if panjang else None)
        ujung[panjang : panjang + 1] = [angka]
        letak[panjang : panjang + 1] = [posisi]
    hasil: list[int] = []
    kini = letak[-1] if letak else None
    while kini is not None:
        hasil.append(kini)
        kini = sebelum[kini]
    return hasil[::-1]
