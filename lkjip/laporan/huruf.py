"""Widths of texts in the bundled letters, so that charts and columns can be laid out exactly.

Thousandths of the letter size; characters beyond "~" count as one digit.
"""

from __future__ import annotations

from lkjip.laporan.data_huruf import KELUARGA as KELUARGA
from lkjip.laporan.data_huruf import KeluargaHuruf as KeluargaHuruf
from lkjip.laporan.data_tema import HurufTema
from lkjip.laporan.huruf_lebar import LEBAR_HURUF

BAWAAN = HurufTema.LIBERATION_SANS

_LAIN = 600
_TANPA_LEBAR = "\u00ad\u200b"


def lebar_teks(isi: str, *, tebal: bool = False, huruf: HurufTema = BAWAAN) -> int:
    """Width of `isi` on one line, in thousandths of the letter size."""
    tabel = LEBAR_HURUF[huruf][tebal]
    return sum(
        0 if h in _TANPA_LEBAR else tabel[ord(h) - 32] if " " <= h <= "~" else (1000 if h in "—…" else _LAIN)
        for h in isi
    )


def lipat(isi: str, lebar: int, *, baris_maks: int, tebal: bool = False, huruf: HurufTema = BAWAAN) -> tuple[str, ...]:
    """`isi` folded into lines of at most `lebar` (thousandths of the letter size); too long a text ends in "…"."""
    baris: list[str] = []
    for kata in isi.split():
        calon = f"{baris[-1]} {kata}" if baris else kata
        if baris and lebar_teks(calon, tebal=tebal, huruf=huruf) <= lebar:
            baris[-1] = calon
        else:
            baris.extend(_potong(kata, lebar, tebal=tebal, huruf=huruf))
    if len(baris) <= baris_maks:
        return tuple(baris)
    terakhir = baris[baris_maks - 1]
    while terakhir and lebar_teks(f"{terakhir}…", tebal=tebal, huruf=huruf) > lebar:
        terakhir = terakhir[:-1]
    return (*baris[: baris_maks - 1], f"{terakhir.rstrip(' ,;:-')}…")


def _potong(kata: str, lebar: int, *, tebal: bool, huruf: HurufTema) -> list[str]:
    """A word too long for any line, cut where it must be."""
    potongan, terpakai = [""], 0
    for satu in kata:
        selebar = lebar_teks(satu, tebal=tebal, huruf=huruf)
        if potongan[-1] and terpakai + selebar > lebar:
            potongan.append("")
            terpakai = 0
        potongan[-1] += satu
        terpakai += selebar
    return potongan
