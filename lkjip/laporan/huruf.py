"""Widths of the letters of the bundled face (Liberation Sans = Arial), so charts and columns can be laid out exactly.

Thousandths of the letter size, regular and bold, for the characters from the space to "~"; others count as one digit.
"""

from __future__ import annotations

_BIASA = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip
_TEBAL = (
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
    556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
    280, 389, 584,
)  # fmt: skip
_LAIN = 600
_TANPA_LEBAR = "\u00ad\u200b"


def lebar_teks(isi: str, *, tebal: bool = False) -> int:
    """Width of `isi` on one line, in thousandths of the letter size."""
    tabel = _TEBAL if tebal else _BIASA
    return sum(
        0 if h in _TANPA_LEBAR else tabel[ord(h) - 32] if " " <= h <= "~" else (1000 if h in "—…" else _LAIN)
        for h in isi
    )


def lipat(isi: str, lebar: int, *, baris_maks: int, tebal: bool = False) -> tuple[str, ...]:
    """`isi` folded into lines of at most `lebar` (thousandths of the letter size); too long a text ends in "…"."""
    baris: list[str] = []
    for kata in isi.split():
        calon = f"{baris[-1]} {kata}" if baris else kata
        if baris and lebar_teks(calon, tebal=tebal) <= lebar:
            baris[-1] = calon
        else:
            baris.extend(_potong(kata, lebar, tebal=tebal))
    if len(baris) <= baris_maks:
        return tuple(baris)
    terakhir = baris[baris_maks - 1]
    while terakhir and lebar_teks(f"{terakhir}…", tebal=tebal) > lebar:
        terakhir = terakhir[:-1]
    return (*baris[: baris_maks - 1], f"{terakhir.rstrip(' ,;:-')}…")


def _potong(kata: str, lebar: int, *, tebal: bool) -> list[str]:
    """A word too long for any line, cut where it must be."""
    potongan, terpakai = [""], 0
    for huruf in kata:
        selebar = lebar_teks(huruf, tebal=tebal)
        if potongan[-1] and terpakai + selebar > lebar:
            potongan.append("")
            terpakai = 0
        potongan[-1] += huruf
        terpakai += selebar
    return potongan
