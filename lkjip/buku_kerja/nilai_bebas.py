"""Cells of free tables: text or number as it is, and how CSV, which knows no kinds, keeps the two apart."""

from __future__ import annotations

import re
from decimal import Decimal

from lkjip.buku_kerja.mentah import JenisSel, Sel
from lkjip.buku_kerja.nilai import (
    MAKS_DIGIT_LEMBAR_SEBAR,
    baca_teks,
    batas_angka,
    dengan_desimal,
    tolak_angka_panjang,
    tolak_rumus_dan_galat,
)
from lkjip.dasar.baca_angka import MAKS_DIGIT_DESIMAL

_ANGKA_POLOS = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


def baca_bebas(sel: Sel, *, titik_desimal: bool) -> str | Decimal:
    """A cell of a free table: text or number as it is.

    CSV does not tell the two apart: what a numeric cell could carry is a number; an apostrophe in front marks text.
    """
    tolak_rumus_dan_galat(sel)
    if sel.jenis is JenisSel.ANGKA and not sel.persen and sel.angka is not None:
        tolak_angka_panjang(sel.angka)
        return dengan_desimal(batas_angka(Decimal(f"{sel.angka:f}")), sel.desimal_tampil or 0)
    teks = baca_teks(sel)
    if not titik_desimal:
        return teks
    if angka_polos(teks):
        return Decimal(teks)
    return teks[1:] if teks[:1] == "'" and perlu_apostrof(teks[1:]) else teks


def angka_polos(teks: str) -> bool:
    """True where a CSV text of a free table is a number that a numeric spreadsheet cell would carry too."""
    if len(teks) > 40 or not _ANGKA_POLOS.fullmatch(teks) or (teks.startswith("-0") and not teks.strip("-0.")):
        return False
    nilai = Decimal(teks)
    return -int(nilai.as_tuple().exponent) <= MAKS_DIGIT_DESIMAL and sel_dapat_memuat(nilai)


def sel_dapat_memuat(nilai: Decimal) -> bool:
    """Whether a numeric spreadsheet cell gives exactly this number back."""
    if nilai == nilai.to_integral_value():
        return nilai.adjusted() < MAKS_DIGIT_LEMBAR_SEBAR
    return Decimal(repr(float(nilai))) == nilai


def perlu_apostrof(teks: str) -> bool:
    """Whether a text of a free table would be taken for a number, or for a marked text, when read from CSV."""
    return angka_polos(teks.lstrip("'"))
