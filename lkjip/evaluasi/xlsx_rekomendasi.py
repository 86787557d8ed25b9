"""The ageing list as an Excel file: one sheet, real dates and numbers, nothing typed is taken for a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

_LEBAR = {"Rekomendasi": 60, "Temuan": 50, "Laporan terakhir": 50, "Catatan pemeriksa": 40, "Instansi": 32}


def tulis_xlsx(
    kepala: Sequence[str], daftar: Iterable[Sequence[str | int | date | None]], judul: str = "Rekomendasi"
) -> bytes:
    kerja = Workbook()
    lembar = kerja.worksheets[0]
    lembar.title = judul
    for kolom, nama in enumerate(kepala, 1):
        sel = lembar.cell(1, kolom, nama)
        sel.font, sel.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        lembar.column_dimensions[get_column_letter(kolom)].width = _LEBAR.get(nama, 16)
    for baris, isi in enumerate(daftar, 2):
        for kolom, nilai in enumerate(isi, 1):
            _taruh(lembar.cell(baris, kolom), nilai)
    lembar.freeze_panes = "A2"
    lembar.auto_filter.ref = lembar.dimensions
    keluar = io.BytesIO()
    kerja.save(keluar)
    return keluar.getvalue()


def _taruh(sel: Cell | MergedCell, nilai: str | int | date | None) -> None:
    sel.value = nilai or None if isinstance(nilai, str) else nilai
    sel.alignment = Alignment(wrap_text=True, vertical="top")
    if isinstance(nilai, date):
        sel.number_format = "yyyy-mm-dd"
    if isinstance(nilai, str) and nilai:  # a text cell, whatever it begins with
        sel.data_type = "s"
        sel.quotePrefix = nilai.startswith(("=", "+", "-", "@"))
