"""Looks of cells, column widths and the print set-up of the report's tables in a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from lkjip.laporan.isi import Angka, Dokumen, GayaBaris, Kertas, Rata, Tabel, Tema
from lkjip.laporan.isi_warna import KATEGORI, palet
from lkjip.laporan.render.angka import tulis

JUDUL, TEBAL, BIASA = Font(bold=True, size=13), Font(bold=True, size=10), Font(size=10)
KECIL, MIRING = Font(size=9, color="444444"), Font(italic=True, size=9)
TAUTAN = Font(size=10, underline="single", color="1D4F91")
_RATA = {Rata.KIRI: "left", Rata.TENGAH: "center", Rata.KANAN: "right"}
_KERTAS = {Kertas.A4: 9, Kertas.F4: 14}  # 14: folio, 8,5 × 13 inch, what office printers call F4
_HURUF_TEGAK, _HURUF_MENDATAR = 95, 150  # letters across the sheet
_LEBAR_MIN = 7
_INCI = 25.4


def _latar(warna: str) -> PatternFill:
    return PatternFill("solid", fgColor=_kode(warna))


def _kode(warna: str) -> str:
    return warna.removeprefix("#").upper()


LATAR_KATEGORI = tuple(_latar(warna) for warna in KATEGORI)


@dataclass(frozen=True)
class WarnaTabel:
    """Frame and backgrounds of the cells of a table, in the colours of a theme."""

    bingkai: Border
    kepala: PatternFill
    nomor: PatternFill
    jumlah: PatternFill
    kelompok: PatternFill

    def baris(self, gaya: GayaBaris) -> PatternFill | None:
        """Background of a row of the body; None: white."""
        return {GayaBaris.JUMLAH: self.jumlah, GayaBaris.KELOMPOK: self.kelompok}.get(gaya)


@cache
def warna_tabel(tema: Tema) -> WarnaTabel:
    """The colours that tables have in the PDF and in Word, too."""
    p = palet(tema)
    garis = Side(style="thin", color=_kode(p.garis))
    bingkai = Border(left=garis, right=garis, top=garis, bottom=garis)
    return WarnaTabel(bingkai, *(_latar(satu) for satu in (p.kepala, p.nomor, p.jumlah, p.kelompok)))


def letak(rata: Rata, *, inden: int = 0, tengah: bool = False) -> Alignment:
    """Where a text stands in its cell; long ones are wrapped."""
    return Alignment(
        horizontal=_RATA[rata], vertical="center" if tengah else "top", wrap_text=True, indent=min(inden, 5)
    )


def lebar_kolom(tabel: Tabel) -> list[int]:
    """Letters per column: the shares that the report gives them, but never so few that a number shows as ####."""
    penuh = _HURUF_MENDATAR if tabel.mendatar else _HURUF_TEGAK
    bagian = sum(kolom.lebar for kolom in tabel.kolom)
    lebar = [max(penuh * kolom.lebar // bagian, _LEBAR_MIN) for kolom in tabel.kolom]
    for baris in tabel.baris:
        if sum(sel.rentang_kolom for sel in baris.sel) != len(lebar):
            continue  # cells reach into this row from above; its columns are not told by counting
        kolom = 0
        for sel in baris.sel:
            angka = [len(tulis(satu)) for satu in sel.isi if isinstance(satu, Angka)]
            if angka and sel.rentang_kolom == 1:
                lebar[kolom] = max(lebar[kolom], sum(angka) + 3)
            kolom += sel.rentang_kolom
    return lebar


def atur_cetak(lembar: Worksheet, dokumen: Dokumen, *, mendatar: bool, baris_kepala: tuple[int, int] | None) -> None:
    """One page wide, the headings again on every page, the foot of the report."""
    lembar.page_setup.paperSize = _KERTAS[dokumen.kertas]
    lembar.page_setup.orientation = "landscape" if mendatar else "portrait"
    lembar.page_setup.fitToWidth, lembar.page_setup.fitToHeight = 1, 0
    lembar.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    lembar.print_options.horizontalCentered = True
    for sisi in ("left", "right"):
        setattr(lembar.page_margins, sisi, 15 / _INCI)
    if baris_kepala is not None:
        lembar.print_title_rows = f"{baris_kepala[0]}:{baris_kepala[1]}"
    kaki: Any = lembar.oddFooter
    kaki.left.text = (dokumen.kaki or dokumen.judul).replace("&", "&&")
    kaki.right.text = "Halaman &P dari &N"
