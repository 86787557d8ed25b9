"""Percentages that stand one row too high or too low (ANG-14): found in a list, whatever it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip.pemeriksaan.bacaan_tabel import persen_cocok

_TERPENDEK = 3


@dataclass(frozen=True)
class Persen:
    """A row: its name, its own percentage recomputed, and the one printed beside it; None where there is none."""

    nama: str
    sendiri: Decimal | None
    tercetak: Decimal | None


def deret_tergeser(daftar: Sequence[Persen]) -> list[list[int]]:
    """Runs of three rows or more whose printed figure is that of the row above or below and not their own."""
    hasil: list[list[int]] = []
    terpakai: set[int] = set()
    for geser in (-1, 1):
        for deret in _deret(daftar, geser):
            if not terpakai.intersection(deret):
                terpakai.update(deret)
                hasil.append(deret)
    return sorted(hasil)


def _deret(daftar: Sequence[Persen], geser: int) -> list[list[int]]:
    """The runs for one direction; the list counts as a ring, so its first row may bear the last one's figure.

    So does a run within it, where the row at its end bears the figure that fell off the other end.
    """
    hasil: list[list[int]] = [[]]
    for n in range(len(daftar)):
        if _milik_tetangga(daftar, n, geser):
            hasil[-1].append(n)
        elif hasil[-1]:
            hasil.append([])
    hasil = [_dengan_ujung(daftar, deret, geser) if len(deret) >= _TERPENDEK - 1 else deret for deret in hasil]
    return [deret for deret in hasil if len(deret) >= _TERPENDEK]


def _dengan_ujung(daftar: Sequence[Persen], deret: list[int], geser: int) -> list[int]:
    ujung, asal = (deret[0] - 1, deret[-1]) if geser < 0 else (deret[-1] + 1, deret[0])
    if not 0 <= ujung < len(daftar) or ujung in deret or not _bertukar(daftar[ujung], daftar[asal]):
        return deret
    return [ujung, *deret] if geser < 0 else [*deret, ujung]


def _milik_tetangga(daftar: Sequence[Persen], n: int, geser: int) -> bool:
    return _bertukar(daftar[n], daftar[(n + geser) % len(daftar)])


def _bertukar(satu: Persen, tetangga: Persen) -> bool:
    """Whether a row prints the other's percentage, and not its own."""
    if satu.tercetak is None or satu.sendiri is None or tetangga.sendiri is None:
        return False
    return persen_cocok(tetangga.sendiri, satu.tercetak) and not persen_cocok(satu.sendiri, satu.tercetak)


def terpanjang(daftar: Iterable[list[int]]) -> list[list[int]]:
    """Of runs that were looked for in several lists those that share no row, the longest first."""
    hasil: list[list[int]] = []
    terpakai: set[int] = set()
    for deret in sorted(daftar, key=len, reverse=True):
        if not terpakai.intersection(deret):
            terpakai.update(deret)
            hasil.append(deret)
    return hasil
