"""Raw cells: what stands in a file, where, and of which kind; no meaning yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from lkjip.buku_kerja.galat import GalatSel

MAKS_SEL_TERISI = 200_000  # what one file may hold, whatever its format
MAKS_BARIS = 1_100_000


class JenisSel(StrEnum):
    TEKS = "teks"
    ANGKA = "angka"
    TANGGAL = "tanggal"
    LOGIKA = "logika"
    RUMUS_TANPA_NILAI = "rumus tanpa nilai"
    NILAI_GALAT = "nilai galat"  # #REF!, #N/A …


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell that is not empty. `desimal_tampil`: decimals that its number format always shows, where it says so."""

    jenis: JenisSel
    teks: str = ""
    angka: Decimal | None = None
    tanggal: date | None = None
    logika: bool = False
    persen: bool = False
    desimal_tampil: int | None = None


@dataclass(frozen=True)
class LembarMentah:
    """`baris`: row number → column number (from 1) → cell; empty cells and rows are not in it."""

    nama: str
    baris: dict[int, dict[int, Sel]] = field(default_factory=dict)


@dataclass(frozen=True)
class BukuMentah:
    daftar_lembar: tuple[LembarMentah, ...]
    titik_desimal: bool  # CSV: the dot is the declared decimal mark
    daftar_galat: tuple[GalatSel, ...] = ()  # what the reader found already (merged cells, hidden sheets …)


def huruf_kolom(nomor: int) -> str:
    """1 → A, 28 → AB."""
    huruf = ""
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def alamat(baris: int, kolom: int) -> str:
    return f"{huruf_kolom(kolom)}{baris}"
