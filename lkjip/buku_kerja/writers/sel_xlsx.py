"""One value → what stands in an .xlsx cell, so that reading it gives the value back, digit for digit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from lkjip.buku_kerja.jenis import JenisKolom, Kolom
from lkjip.buku_kerja.nilai_bebas import sel_dapat_memuat
from lkjip.dasar.hitungan import banyak_desimal
from lkjip.dasar.rekaman import tulisan_baku

FORMAT_TEKS = "@"
FORMAT_TANGGAL = "yyyy-mm-dd"
FORMAT_UANG = "#,##0.00"
_RANCU = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_SANDI = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True)
class IsiSel:
    """`nilai` for openpyxl; `berupa_teks`: a text cell, never a formula, whatever it begins with."""

    nilai: str | int | float | date | None
    format: str = "General"
    berupa_teks: bool = False


KOSONG = IsiSel(None)


def isi_sel(nilai: Any, kolom: Kolom | None = None) -> IsiSel:
    """`kolom` None: a cell of a free table."""
    match nilai:
        case None | "":
            return IsiSel(None, format_kolom(kolom)) if kolom else KOSONG
        case bool():
            return _teks("ya" if nilai else "tidak")
        case int():
            return IsiSel(nilai, "0")
        case Decimal():
            return _angka(nilai, kolom)
        case date():
            return IsiSel(nilai, FORMAT_TANGGAL)
    return _teks(str(nilai), FORMAT_TEKS if kolom and kolom.jenis is JenisKolom.KODE else "General")


def format_kolom(kolom: Kolom) -> str:
    """Number format of an empty cell of the column, ready to be filled in."""
    match kolom.jenis:
        case JenisKolom.KODE:
            return FORMAT_TEKS
        case JenisKolom.UANG:
            return FORMAT_UANG
        case JenisKolom.TANGGAL:
            return FORMAT_TANGGAL
        case JenisKolom.TAHUN | JenisKolom.TRIWULAN | JenisKolom.BULAT:
            return "0"
    return FORMAT_TEKS if kolom.desimal_tercetak else "General"


def _teks(teks: str, format_angka: str = "General") -> IsiSel:
    return IsiSel(_SANDI.sub("_x005F_", teks), format_angka, berupa_teks=True)


def _angka(nilai: Decimal, kolom: Kolom | None) -> IsiSel:
    desimal = banyak_desimal(nilai)
    tulisan = tulisan_baku(nilai)
    nol_di_ekor = desimal > 0 and tulisan.endswith("0")
    tercetak = kolom is not None and kolom.desimal_tercetak
    if not sel_dapat_memuat(nilai) or (tercetak and nol_di_ekor):
        return _teks(_tak_rancu(tulisan))
    sebagai_angka = int(nilai) if nilai == nilai.to_integral_value() else float(nilai)
    ekor = f".{'0' * desimal}" if desimal else ""
    if kolom is not None and kolom.jenis is JenisKolom.UANG:
        return IsiSel(sebagai_angka, f"#,##0{ekor}")
    return IsiSel(sebagai_angka, f"0{ekor}" if nol_di_ekor else "General")


def _tak_rancu(tulisan: str) -> str:
    """`1.060` as text could be read as 1060; a zero in front rules that out: `01.060`."""
    if not _RANCU.fullmatch(tulisan):
        return tulisan
    return f"-0{tulisan[1:]}" if tulisan.startswith("-") else f"0{tulisan}"
