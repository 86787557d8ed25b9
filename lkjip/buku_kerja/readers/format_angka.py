"""What a cell's number format makes of its number: a percentage, a date, so many decimals."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BUKAN_LAMBANG = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]', re.IGNORECASE)
_DESIMAL = re.compile(r"(?:#,##)?0\.(0+)%?")
_BAWAAN_TANGGAL = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_BAWAAN = {2: "0.00", 4: "#,##0.00", 9: "0%", 10: "0.00%"}


@dataclass(frozen=True, slots=True)
class Bentuk:
    persen: bool = False
    tanggal: bool = False
    desimal: int | None = None


UMUM = Bentuk()


def bentuk(nomor: int, kode_sendiri: dict[int, str]) -> Bentuk:
    """The shape that number format `nomor` gives; `kode_sendiri`: the formats that the workbook defines."""
    kode = kode_sendiri.get(nomor, _BAWAAN.get(nomor, ""))
    if nomor in _BAWAAN_TANGGAL and nomor not in kode_sendiri:
        return Bentuk(tanggal=True)
    lambang = _BUKAN_LAMBANG.sub("", kode)
    cocok = _DESIMAL.fullmatch(lambang)
    return Bentuk(
        persen="%" in lambang,
        tanggal=lambang.casefold() != "general" and re.search("[dmyhs]", lambang, re.IGNORECASE) is not None,
        desimal=len(cocok[1]) if cocok else None,
    )
