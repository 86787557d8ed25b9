"""Figures of one column stand under each other at the comma, whatever decimals they carry.

A right-aligned cell gets as much room behind its figure as the longest tail (",43 (A)") of its column is wider than its
own. No character is added, so what is copied out of the document is the figure and nothing else.
"""

from __future__ import annotations

import re

from lkjip.laporan.huruf import lebar_teks
from lkjip.laporan.isi import Angka, Baris, GayaBaris, HurufTema, Kolom, Rata, Sel, Tabel, Teks
from lkjip.laporan.render.angka import tulis

_UTUH = re.compile(r"[≥≤<>±(]?\s?[-−]?(?:Rp\s?)?\d[\d.]*|[–-]$")
_EKOR_MAKS = 10  # letters; what goes on longer is a sentence that begins with a figure


def ekor(sel: Sel, kolom: Kolom, baris: Baris, huruf: HurufTema) -> int | None:
    """Width of what follows the whole part, in thousandths of the letter size; None where the cell takes no part."""
    if (sel.rata or kolom.rata) is not Rata.KANAN or sel.rentang_kolom > 1:
        return None
    isi = "".join(
        tulis(satu) if isinstance(satu, Angka) else satu.isi if isinstance(satu, Teks) else "?" for satu in sel.isi
    )
    cocok = _UTUH.match(isi.strip())
    if cocok is None:
        return None
    sisa = isi.strip()[cocok.end() :]
    if len(sisa) > _EKOR_MAKS or "\n" in sisa:
        return None
    tebal = baris.gaya is not GayaBaris.BIASA or sel.tebal
    return lebar_teks(sisa, tebal=tebal, huruf=huruf)


def ekor_per_kolom(tabel: Tabel, tempat: list[list[int]], huruf: HurufTema) -> tuple[int, ...]:
    """The longest tail in each column of the body; `tempat` as `kolom.posisi` gives it."""
    hasil = [0] * len(tabel.kolom)
    for baris, daftar in zip(tabel.baris, tempat, strict=True):
        for ke, sel in zip(daftar, baris.sel, strict=True):
            if ke < len(hasil):
                hasil[ke] = max(hasil[ke], ekor(sel, tabel.kolom[ke], baris, huruf) or 0)
    return tuple(hasil)
