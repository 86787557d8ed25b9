"""The colours of a report, all from the two of its theme: tints for tables, shades for text, series of charts. Pure.

What is written in a colour always has at least 4,5 : 1 against what lies under it (WCAG 2.1, AA); a theme colour that
is too light for that is darkened for text, and only for text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from lkjip.laporan.data_tema import Tema

_WARNA = re.compile("#[0-9a-f]{6}")
KONTRAS_TEKS = Decimal("4.5")
PUTIH, HITAM = "#ffffff", "#111111"
# Worst to best: from dark to light, so that they stay apart in black and white, and from orange to blue, which every
# kind of colour blindness tells apart; the left edge of the cell (`TEPI_KATEGORI`, eighths of a point) says it again.
KATEGORI = ("#e58d66", "#efae84", "#f6d6a8", "#d9eaf5", "#f1f8fd")
TEPI_KATEGORI = (36, 20, 0, 0, 0)


@dataclass(frozen=True)
class Palet:
    """`#rrggbb` each. `utama` is the theme's colour made dark enough for text on white."""

    utama: str
    utama_tua: str  # edges of what is filled with `utama`
    muda: str  # a second series of the same kind, the boxes of sasaran
    aksen: str  # bands and rules
    aksen_tua: str  # hatching and lines of comparison, legible on white
    aksen_muda: str  # what is hatched
    kepala: str  # backgrounds in tables
    nomor: str
    jumlah: str
    kelompok: str
    garis: str

    @property
    def di_atas_utama(self) -> str:
        """Letters on `utama`."""
        return PUTIH


@cache
def palet(tema: Tema) -> Palet:
    """The colours of a theme."""
    utama = terbaca(tema.warna_utama)
    return Palet(
        utama=utama,
        utama_tua=campur(utama, "#000000", 70),
        muda=campur(utama, PUTIH, 38),
        aksen=tema.warna_aksen,
        aksen_tua=terbaca(tema.warna_aksen),
        aksen_muda=campur(tema.warna_aksen, PUTIH, 45),
        kepala=campur(utama, PUTIH, 14),
        nomor=campur(utama, PUTIH, 6),
        jumlah=campur(utama, PUTIH, 10),
        kelompok=campur(utama, PUTIH, 5),
        garis=campur(utama, PUTIH, 72),
    )


def campur(warna: str, dengan: str, persen: int) -> str:
    """`persen` of `warna`, the rest `dengan`."""
    pasangan = zip(_kanal(warna), _kanal(dengan), strict=True)
    return "#" + "".join(f"{(satu * persen + lain * (100 - persen) + 50) // 100:02x}" for satu, lain in pasangan)


def terbaca(warna: str, latar: str = PUTIH) -> str:
    """The colour, darkened only as far as text in it needs."""
    for persen in range(100, 0, -2):
        calon = campur(warna, "#000000", persen)
        if kontras(calon, latar) >= KONTRAS_TEKS:
            return calon
    return HITAM


@cache
def luminans(warna: str) -> Decimal:
    """Relative luminance (WCAG 2.1), 0 black … 1 white."""
    merah, hijau, biru = (_linear(Decimal(kanal) / 255) for kanal in _kanal(warna))
    return Decimal("0.2126") * merah + Decimal("0.7152") * hijau + Decimal("0.0722") * biru


def kontras(satu: str, lain: str) -> Decimal:
    """Contrast of two colours, 1 … 21."""
    gelap, terang = sorted((luminans(satu), luminans(lain)))
    return (terang + Decimal("0.05")) / (gelap + Decimal("0.05"))


def _linear(kanal: Decimal) -> Decimal:
    if kanal <= Decimal("0.04045"):
        return kanal / Decimal("12.92")
    return ((kanal + Decimal("0.055")) / Decimal("1.055")) ** Decimal("2.4")


def _kanal(warna: str) -> tuple[int, int, int]:
    """Red, green, blue; what is no colour never gets as far as a style sheet."""
    if not _WARNA.fullmatch(warna):
        raise ValueError(f"bukan warna: {warna!r}")
    angka = int(warna.removeprefix("#"), 16)
    return angka >> 16, angka >> 8 & 255, angka & 255
