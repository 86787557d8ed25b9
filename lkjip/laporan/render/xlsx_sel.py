"""One cell of a table as a spreadsheet holds it: a figure is a number, shown as the report prints it; text stays text.

Chosen for who reckons on: the number is the figure itself, not its rounded print; the format shows as many decimals as
the report. A percentage is the number of percent (97.41, shown 97,41%), on the scale of the columns that carry the
sign in their heading, so the two can be compared and averaged together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from lkjip.laporan.isi import Angka, JenisAngka, Rujuk, Sebaris, Teks
from lkjip.laporan.render.angka import tulis

MAKS_HURUF = 32_767  # what one cell of a spreadsheet can hold
_POTONG = " … (lanjutannya ada dalam laporan: satu sel hanya memuat 32.767 huruf)"
_TERLARANG = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\u00ad|\u200b")
_SANDI = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_HARFIAH_MAKS = 60  # letters around a number that its format can carry


@dataclass(frozen=True)
class IsiSel:
    """`angka` in plain digits, or else `teks`."""

    teks: str = ""
    angka: str = ""
    format: str = "General"


def isi_sel(isi: tuple[Sebaris, ...], sebutan: Callable[[Rujuk], str]) -> IsiSel:
    """A cell with one figure is a number, and the words around it ("81,45 (A)") belong to its format; else text."""
    bilangan = [satu for satu in isi if isinstance(satu, Angka) and isinstance(satu.hasil.nilai, Decimal)]
    if len(bilangan) == 1:
        ke = isi.index(bilangan[0])
        depan, belakang = (_tulisan(bagian, sebutan) for bagian in (isi[:ke], isi[ke + 1 :]))
        if len(depan) + len(belakang) <= _HARFIAH_MAKS and "\n" not in depan + belakang:
            pola = _harfiah(depan.lstrip()) + _pola(bilangan[0]) + _harfiah(belakang.rstrip())
            return IsiSel(angka=f"{bilangan[0].hasil.nilai:f}", format=pola)
    return sel_teks(isi, sebutan)


def sel_teks(isi: tuple[Sebaris, ...], sebutan: Callable[[Rujuk], str]) -> IsiSel:
    """The same as text, figures as printed."""
    return IsiSel(bersih(_tulisan(isi, sebutan).strip()))


def _tulisan(isi: tuple[Sebaris, ...], sebutan: Callable[[Rujuk], str]) -> str:
    return "".join(
        satu.isi if isinstance(satu, Teks) else tulis(satu) if isinstance(satu, Angka) else sebutan(satu)
        for satu in isi
    )


def bersih(tulisan: str) -> str:
    """Text without what XML forbids and without what a spreadsheet would read as the code of a letter."""
    polos = _SANDI.sub("_x005F_", _TERLARANG.sub("", tulisan))
    return polos if len(polos) <= MAKS_HURUF else polos[: MAKS_HURUF - len(_POTONG)] + _POTONG


def _harfiah(tulisan: str) -> str:
    """Words inside a number format."""
    polos = _TERLARANG.sub("", tulisan).replace('"', "”")
    return f'"{polos}"' if polos else ""


def _pola(angka: Angka) -> str:
    """As many decimals as the report prints; the separators are those of the reader's own language."""
    _, koma, ekor = tulis(angka).partition(",")
    desimal = sum(huruf.isdigit() for huruf in ekor) if koma else 0
    pola = "#,##0" + ("." + "0" * desimal if desimal else "")
    if angka.jenis is JenisAngka.PERSEN:
        return f'{pola}"%"'
    return f'"Rp"{pola}' if angka.jenis is JenisAngka.RUPIAH else pola
