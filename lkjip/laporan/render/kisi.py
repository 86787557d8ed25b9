"""The grid of a table as Word wants it: in every row each column is taken exactly once.

A cell that reaches down stands again, empty, in each row below; where cells are missing the row is filled up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.laporan.isi import Baris, Sel


@dataclass(frozen=True)
class SelKisi:
    """A cell at its column. `sambungan`: it continues the one above; `menurun`: it is continued below."""

    kolom: int
    rentang: int
    sel: Sel
    sambungan: bool = False
    menurun: bool = False


class SelTerlaluBanyak(ValueError):
    """A row holds more cells than the table has columns; dropping one would lose what it says."""


def kisi(daftar: Sequence[Baris], banyak_kolom: int) -> list[list[SelKisi]]:
    """The rows with every column taken; a cell too wide for its place gets what is free there."""
    dari_atas: dict[int, tuple[SelKisi, int]] = {}  # column → the cell above and the rows it still covers
    return [_baris(baris, banyak_kolom, dari_atas, len(daftar) - ke) for ke, baris in enumerate(daftar)]


def _baris(baris: Baris, banyak: int, dari_atas: dict[int, tuple[SelKisi, int]], sisa_baris: int) -> list[SelKisi]:
    hasil: list[SelKisi] = []
    antrean = list(baris.sel)
    atas = dict(dari_atas)
    kolom = 0
    while kolom < banyak:
        if kolom in atas:
            asal, sisa = dari_atas.pop(kolom)
            satu = SelKisi(kolom, asal.rentang, asal.sel, sambungan=True, menurun=sisa > 1)
        else:
            bebas = next((ke for ke in range(kolom, banyak) if ke in atas), banyak) - kolom
            sel, rentang = (antrean.pop(0), 0) if antrean else (Sel(), bebas)
            rentang = rentang or max(min(sel.rentang_kolom, bebas), 1)
            sisa = min(sel.rentang_baris, sisa_baris)
            satu = SelKisi(kolom, rentang, sel, menurun=sisa > 1)
        if satu.menurun:
            dari_atas[kolom] = (satu, sisa - 1)
        hasil.append(satu)
        kolom += satu.rentang
    if antrean:
        raise SelTerlaluBanyak(f"{len(antrean)} sel tidak mendapat tempat: tabel hanya memiliki {banyak} kolom")
    return hasil
