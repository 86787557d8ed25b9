"""BukuKerja → .xlsx; the same book always gives the same bytes."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lkjip.buku_kerja.jenis import JenisKolom, Kolom
from lkjip.buku_kerja.skema import LEMBAR_PER_NAMA
from lkjip.buku_kerja.writers.isi import IsiLembar, daftar_isi
from lkjip.buku_kerja.writers.sel_xlsx import FORMAT_TEKS, IsiSel, isi_sel
from lkjip.data import BukuKerja
from lkjip.laporan.data import TabelBebas
from lkjip.laporan.render.paket import EXCEL, byte_tetap

_HURUF_KEPALA = Font(bold=True)
_LATAR_KEPALA = PatternFill("solid", fgColor="DCE6F1")
_LIPAT = Alignment(wrap_text=True, vertical="top")
_TEGAK = Alignment(vertical="top")
_LEBAR_TEKS = {"uraian": 60, "isi": 100, "visi": 60, "formulasi": 60, "rekomendasi": 60, "tindak_lanjut": 60,
               "catatan": 50, "rujukan": 40, "nilai": 18}  # fmt: skip
_LEBAR_JENIS = {JenisKolom.UANG: 22, JenisKolom.TEKS: 24, JenisKolom.KODE: 16, JenisKolom.PILIHAN: 18}


def tulis_xlsx(buku: BukuKerja, path: Path) -> None:
    path.write_bytes(xlsx_bytes(buku))


def xlsx_bytes(buku: BukuKerja) -> bytes:
    """The workbook as a file's content, for a download or an attachment."""
    kerja = buku_kosong()
    for isi in daftar_isi(buku):
        _tulis_lembar(kerja.create_sheet(isi.nama), isi)
    for tabel in buku.laporan.daftar_tabel:
        _tulis_tabel(kerja.create_sheet(tabel.nama), tabel)
    return simpan(kerja)


def buku_kosong() -> Workbook:
    kerja = Workbook()
    kerja.remove(kerja.worksheets[0])
    kerja.properties.creator = "LKjIP"
    return kerja


def simpan(kerja: Workbook) -> bytes:
    aliran = io.BytesIO()
    kerja.save(aliran)
    return byte_tetap(aliran.getvalue(), EXCEL)


def _tulis_lembar(lembar: Worksheet, isi: IsiLembar) -> None:
    if isi.nama in LEMBAR_PER_NAMA:
        tulis_kepala(lembar, LEMBAR_PER_NAMA[isi.nama].kolom)
    else:
        tulis_kepala_kunci_nilai(lembar)
    for nomor, baris in enumerate(isi.baris, 2):
        for urutan, (kolom, nilai) in enumerate(baris, 1):
            taruh(lembar, nomor, urutan, isi_sel(nilai, kolom), lipat=lebar_kolom(kolom) >= 40)


def _tulis_tabel(lembar: Worksheet, tabel: TabelBebas) -> None:
    daftar_baris = [(tabel.bagian, tabel.judul, tabel.sumber), tabel.kepala, *tabel.baris]
    for nomor, baris in enumerate(daftar_baris, 1):
        for urutan, nilai in enumerate(baris, 1):
            taruh(lembar, nomor, urutan, isi_sel(nilai))
            if nomor == 2 and nilai:
                _hias_kepala(lembar, nomor, urutan)
    lembar.freeze_panes = "A3"
    for urutan in range(1, max(3, len(tabel.kepala)) + 1):
        lembar.column_dimensions[get_column_letter(urutan)].width = 24


def taruh(lembar: Worksheet, baris: int, kolom: int, isi: IsiSel, *, lipat: bool = False) -> None:
    """Writes one cell; text stays text even where it begins with `= + - @` or spells an error value."""
    if isi.nilai is None and isi.format == "General":
        return
    sel = lembar.cell(baris, kolom)
    sel.value = isi.nilai
    sel.number_format = isi.format
    sel.alignment = _LIPAT if lipat else _TEGAK
    if isinstance(isi.nilai, float):  # openpyxl would write 16 digits: 96992.01 as 96992.00999999999
        sel.value = f"{Decimal(repr(isi.nilai)):f}"
        sel.data_type = "n"
    if isi.berupa_teks:
        sel.data_type = "s"
        sel.quotePrefix = str(isi.nilai).startswith(("=", "+", "-", "@"))


def tulis_kepala(lembar: Worksheet, daftar_kolom: tuple[Kolom, ...]) -> None:
    """Bold frozen headings, column widths."""
    for urutan, kolom in enumerate(daftar_kolom, 1):
        lembar.cell(1, urutan, kolom.nama)
        _hias_kepala(lembar, 1, urutan)
        dimensi = lembar.column_dimensions[get_column_letter(urutan)]
        dimensi.width = max(lebar_kolom(kolom), len(kolom.nama) + 3)
        if kolom.jenis is JenisKolom.KODE:
            dimensi.number_format = FORMAT_TEKS
    lembar.freeze_panes = "A2"


def tulis_kepala_kunci_nilai(lembar: Worksheet) -> None:
    for urutan, (judul, lebar) in enumerate((("kunci", 26), ("nilai", 60)), 1):
        lembar.cell(1, urutan, judul)
        _hias_kepala(lembar, 1, urutan)
        lembar.column_dimensions[get_column_letter(urutan)].width = lebar
    lembar.freeze_panes = "A2"


def _hias_kepala(lembar: Worksheet, baris: int, kolom: int) -> None:
    sel = lembar.cell(baris, kolom)
    sel.font = _HURUF_KEPALA
    sel.fill = _LATAR_KEPALA
    sel.alignment = _LIPAT


def lebar_kolom(kolom: Kolom) -> int:
    if kolom.jenis is JenisKolom.TEKS and kolom.nama in _LEBAR_TEKS:
        return _LEBAR_TEKS[kolom.nama]
    return _LEBAR_JENIS.get(kolom.jenis, 13)
