"""The rows of a table in a sheet: headings and spans, figures as numbers, totals, groups, tints, what stands below."""

from __future__ import annotations

from typing import Any

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from lkjip.laporan.isi import Baris, GayaBaris, Rata, Rujuk, Tabel
from lkjip.laporan.render import xlsx_gaya as gaya
from lkjip.laporan.render.kisi import SelKisi, kisi
from lkjip.laporan.render.kolom import tulisan_nomor
from lkjip.laporan.render.simpul import Konteks, sebutan
from lkjip.laporan.render.tabel import judul_kolom_baru, rata_sel, tingkat_kategori
from lkjip.laporan.render.xlsx_sel import IsiSel, bersih, isi_sel, sel_teks

_TINGGI_LARIK = 13  # points
_BERBAHAYA = ("=", "+", "-", "@")


def taruh(lembar: Worksheet, baris: int, kolom: int, isi: IsiSel, huruf: Font) -> Any:
    """Write one cell. Text is stored as text, never as a formula, whatever it begins with; a number digit by digit, as
    openpyxl would lose the seventeenth.
    """
    sel: Any = lembar.cell(baris, kolom)
    sel.font = huruf
    if isi.angka:
        sel.value, sel.data_type, sel.number_format = isi.angka, "n", isi.format
    elif isi.teks:
        sel.value, sel.data_type = isi.teks, "s"
        sel.quotePrefix = isi.teks.startswith(_BERBAHAYA)
    return sel


class PenulisTabel:
    """Writes one table from row `awal` on."""

    def __init__(self, lembar: Worksheet, tabel: Tabel, konteks: Konteks, warna: gaya.WarnaTabel, *, awal: int) -> None:
        self._lembar, self._tabel, self._konteks = lembar, tabel, konteks
        self._warna, self._baris = warna, awal

    def kepala(self) -> int:
        """The heading rows and the row (1) (2) (3); the answer is the last of them."""
        self._tulis(self._tabel.kepala, kepala=True)
        if self._tabel.kepala and self._tabel.nomor_kolom:
            for kolom, tulisan in enumerate(tulisan_nomor(self._tabel.kolom), start=1):
                sel = taruh(self._lembar, self._baris, kolom, IsiSel(tulisan), gaya.MIRING)
                sel.fill, sel.border = self._warna.nomor, self._warna.bingkai
                sel.alignment = gaya.letak(Rata.TENGAH, tengah=True)
            self._baris += 1
        return self._baris - 1

    def badan(self) -> int:
        """The rows; the answer is the last of them."""
        self._tulis(self._tabel.baris, kepala=False)
        return self._baris - 1

    def kaki(self, baris: int, lebar: int) -> None:
        """Source and notes across all columns."""
        catatan = [IsiSel(bersih(f"Sumber: {self._tabel.sumber}"))] if self._tabel.sumber else []
        catatan += [sel_teks(satu.isi, self._sebutan) for satu in self._tabel.catatan]
        for ke, isi in enumerate(catatan, start=baris):
            taruh(self._lembar, ke, 1, isi, gaya.KECIL).alignment = gaya.letak(Rata.KIRI)
            if len(self._tabel.kolom) > 1:
                self._lembar.merge_cells(start_row=ke, start_column=1, end_row=ke, end_column=len(self._tabel.kolom))
            self._lembar.row_dimensions[ke].height = _TINGGI_LARIK * (len(isi.teks) // max(lebar, 1) + 1)

    def _sebutan(self, rujuk: Rujuk) -> str:
        return sebutan(rujuk, self._konteks)

    def _tulis(self, daftar: tuple[Baris, ...], *, kepala: bool) -> None:
        awal = self._baris
        susunan = kisi(daftar, len(self._tabel.kolom))
        for baris, daftar_sel in zip(daftar, susunan, strict=True):
            for satu in daftar_sel:
                self._sel(satu, baris, kepala=kepala)
            self._baris += 1
        self._gabungkan(susunan, awal)

    def _sel(self, satu: SelKisi, baris: Baris, *, kepala: bool) -> None:
        """A cell and, as frames of merged cells need it, those that it covers."""
        tebal = kepala or satu.sel.tebal or baris.gaya is not GayaBaris.BIASA
        isi = IsiSel() if satu.sambungan else isi_sel(satu.sel.isi, self._sebutan)
        warna = self._latar(satu, baris, kepala=kepala)
        rata = rata_sel(satu.sel, self._tabel.kolom[satu.kolom], baris, kepala=kepala)
        for ke in range(satu.rentang):
            huruf = gaya.TEBAL if tebal else gaya.BIASA
            sel = taruh(self._lembar, self._baris, satu.kolom + ke + 1, IsiSel() if ke else isi, huruf)
            sel.border, sel.alignment = self._warna.bingkai, gaya.letak(rata, inden=satu.sel.inden, tengah=kepala)
            if warna is not None:
                sel.fill = warna

    def _latar(self, satu: SelKisi, baris: Baris, *, kepala: bool) -> Any:
        if satu.sel.kategori is not None:
            return gaya.LATAR_KATEGORI[tingkat_kategori(satu.sel.kategori)]
        return self._warna.kepala if kepala or judul_kolom_baru(baris) else self._warna.baris(baris.gaya)

    def _gabungkan(self, susunan: list[list[SelKisi]], awal: int) -> None:
        """Merge what spans: each cell with those right of it and its continuations below."""
        for ke, daftar_sel in enumerate(susunan):
            for satu in daftar_sel:
                if satu.sambungan or (satu.rentang == 1 and not satu.menurun):
                    continue
                akhir = ke
                while satu.menurun and akhir + 1 < len(susunan) and _sambungan(susunan[akhir + 1], satu.kolom):
                    akhir += 1
                self._lembar.merge_cells(
                    start_row=awal + ke, end_row=awal + akhir,
                    start_column=satu.kolom + 1, end_column=satu.kolom + satu.rentang,
                )  # fmt: skip


def _sambungan(daftar_sel: list[SelKisi], kolom: int) -> bool:
    return any(satu.kolom == kolom and satu.sambungan for satu in daftar_sel)
