"""How an indicator's realisasi comes about, as pages need it beside the workbook's own columns. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from renstra.data import CaraHitung


@dataclass(frozen=True)
class CaraIndikator:
    """`cara` None: nobody has said so yet. The texts name its two numbers: for penurunan of last and this year."""

    cara: CaraHitung | None = None
    pembilang: str = ""
    penyebut: str = ""
