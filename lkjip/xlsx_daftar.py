"""Lists as an Excel file: real dates and numbers, headings that stay in sight, no typed text taken for a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Isi = str | int | date | None
_ATAS = Alignment(wrap_text=True, vertical="top")
_LEBAR_BAKU = 16
# Of columns that hold sentences or names, by their heading.
_LEBAR = {
    "Temuan": 70, "Rekomendasi": 60, "Cara menghitung": 50, "Yang perlu dilakukan": 50, "Laporan terakhir": 50,
    "Catatan pemeriksa": 40, "Hitungan": 40, "Letak": 36, "Kutipan": 36, "Instansi": 34, "Nama aturan": 34,
    "Kelompok": 22, "Bagian": 20,
}  # fmt: skip


@dataclass(frozen=True)
class LembarXlsx:
    """One sheet: its name, its headings, and its rows."""

    judul: str
    kepala: Sequence[str]
    daftar: Iterable[Sequence[Isi]]


def buku_xlsx(*daftar_lembar: LembarXlsx) -> bytes:
    """Each sheet with a bold heading that stays in sight, and a filter."""
    kerja = Workbook()
    kerja.remove(kerja.worksheets[0])
    for satu in daftar_lembar:
        _isi_lembar(kerja.create_sheet(satu.judul), satu)
    keluar = io.BytesIO()
    kerja.save(keluar)
    return keluar.getvalue()


def _isi_lembar(lembar: Worksheet, isi: LembarXlsx) -> None:
    for nomor, nama in enumerate(isi.kepala, 1):
        sel = lembar.cell(1, nomor, nama)
        sel.font, sel.alignment = Font(bold=True), _ATAS
        lembar.column_dimensions[get_column_letter(nomor)].width = _LEBAR.get(nama, _LEBAR_BAKU)
    for nomor, baris in enumerate(isi.daftar, 2):
        for kolom, nilai in enumerate(baris, 1):
            _taruh(lembar.cell(nomor, kolom), nilai)
    lembar.freeze_panes = "A2"
    lembar.auto_filter.ref = lembar.dimensions


def _taruh(sel: Cell | MergedCell, nilai: Isi) -> None:
    sel.alignment = _ATAS
    if isinstance(nilai, str):
        nilai = ILLEGAL_CHARACTERS_RE.sub(" ", nilai) or None
    sel.value = nilai
    if isinstance(nilai, date):
        sel.number_format = "yyyy-mm-dd"
    if isinstance(nilai, str):  # a text cell, whatever it begins with
        sel.data_type = "s"
        sel.quotePrefix = nilai.startswith(("=", "+", "-", "@"))
