"""Dokumen → XLSX: one sheet per numbered table of the report, with real numbers, and a first sheet that leads there."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from lkjip.dasar.periode import tulis_tanggal
from lkjip.laporan.isi import Dokumen, Rata, Tabel, telusuri
from lkjip.laporan.render import xlsx_gaya as gaya
from lkjip.laporan.render.paket import EXCEL, byte_tetap
from lkjip.laporan.render.pdf import MediaCetak
from lkjip.laporan.render.pohon import konteks_dokumen
from lkjip.laporan.render.simpul import Konteks
from lkjip.laporan.render.xlsx_sel import IsiSel, bersih
from lkjip.laporan.render.xlsx_tabel import PenulisTabel, taruh

DAFTAR = "Daftar"
_BARIS_DAFTAR = 6


def xlsx_laporan(dokumen: Dokumen) -> bytes:
    """The tables of the report. Raises RujukanTakDikenal for a cross reference to nothing."""
    konteks = konteks_dokumen(dokumen, MediaCetak())
    daftar = [
        (konteks.penomoran.label_per_kunci[blok.kunci], blok)
        for bab in dokumen.bab
        for blok in telusuri(bab.isi)
        if isinstance(blok, Tabel) and blok.judul
    ]
    kerja = Workbook()
    _tulis_daftar(kerja.worksheets[0], dokumen, daftar)
    for label, tabel in daftar:
        _tulis_lembar(kerja.create_sheet(label), dokumen, tabel, konteks)
    kerja.properties.creator = dokumen.penulis
    kerja.properties.title = dokumen.judul
    keluar = io.BytesIO()
    kerja.save(keluar)
    return byte_tetap(keluar.getvalue(), EXCEL)


def _tulis_daftar(lembar: Worksheet, dokumen: Dokumen, daftar: list[tuple[str, Tabel]]) -> None:
    lembar.title = DAFTAR
    warna = gaya.warna_tabel(dokumen.tema)
    tanggal = f"Keadaan data: {tulis_tanggal(dokumen.tanggal)}" if dokumen.tanggal else ""
    kepala = ((dokumen.judul, gaya.JUDUL), (dokumen.penulis, gaya.BIASA), (tanggal, gaya.KECIL))
    for ke, (tulisan, huruf) in enumerate(kepala, start=1):
        taruh(lembar, ke, 1, IsiSel(bersih(tulisan)), huruf)
    for kolom, (tulisan, lebar) in enumerate((("Nomor", 14), ("Judul tabel", 84), ("Baris", 8)), start=1):
        sel = taruh(lembar, _BARIS_DAFTAR - 1, kolom, IsiSel(tulisan), gaya.TEBAL)
        sel.fill, sel.border, sel.alignment = warna.kepala, warna.bingkai, gaya.letak(Rata.TENGAH, tengah=True)
        lembar.column_dimensions[get_column_letter(kolom)].width = lebar
    for ke, (label, tabel) in enumerate(daftar, start=_BARIS_DAFTAR):
        tautkan(lembar, ke, 1, label, f"'{label}'!A1")
        isi = (IsiSel(bersih(tabel.judul)), IsiSel(angka=str(len(tabel.baris)), format="#,##0"))
        for kolom, satu in enumerate(isi, start=2):
            sel = taruh(lembar, ke, kolom, satu, gaya.BIASA)
            sel.alignment = gaya.letak(Rata.KIRI if kolom == 2 else Rata.KANAN)
    if not daftar:
        taruh(lembar, _BARIS_DAFTAR, 1, IsiSel("Laporan ini tidak memuat tabel bernomor."), gaya.BIASA)
    lembar.freeze_panes = f"A{_BARIS_DAFTAR}"
    gaya.atur_cetak(lembar, dokumen, mendatar=False, baris_kepala=(_BARIS_DAFTAR - 1, _BARIS_DAFTAR - 1))


def tautkan(lembar: Worksheet, baris: int, kolom: int, tulisan: str, tujuan: str) -> None:
    """A text that leads to another sheet."""
    sel = taruh(lembar, baris, kolom, IsiSel(tulisan), gaya.TAUTAN)
    sel.hyperlink = Hyperlink(ref=sel.coordinate, location=tujuan, display=tulisan)
    sel.font = gaya.TAUTAN


def _tulis_lembar(lembar: Worksheet, dokumen: Dokumen, tabel: Tabel, konteks: Konteks) -> None:
    """Title and way back, headings, rows, source and notes."""
    taruh(lembar, 1, 1, IsiSel(bersih(f"{lembar.title}  {tabel.judul}")), gaya.JUDUL)
    tautkan(lembar, 2, 1, "Kembali ke daftar", f"'{DAFTAR}'!A1")
    lebar = gaya.lebar_kolom(tabel)
    for kolom, huruf in enumerate(lebar, start=1):
        lembar.column_dimensions[get_column_letter(kolom)].width = huruf
    penulis = PenulisTabel(lembar, tabel, konteks, gaya.warna_tabel(dokumen.tema), awal=4)
    akhir_kepala = penulis.kepala()
    akhir = penulis.badan()
    penulis.kaki(akhir + 1, sum(lebar))
    if akhir_kepala >= 4:
        lembar.freeze_panes = f"A{akhir_kepala + 1}"
    kepala = (4, akhir_kepala) if akhir_kepala >= 4 else None
    gaya.atur_cetak(lembar, dokumen, mendatar=tabel.mendatar, baris_kepala=kepala)
