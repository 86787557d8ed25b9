"""A table as one piece of WordprocessingML: fixed widths, heading rows that repeat, merged cells, the PDF's shades."""

from __future__ import annotations

from lkjip.laporan.isi import Baris, GayaBaris, Kolom, Rata, Sel, Tabel
from lkjip.laporan.isi_warna import HITAM, KATEGORI, TEPI_KATEGORI, campur, palet
from lkjip.laporan.render.docx_gaya import GAYA_PARAGRAF, gaya_sel, kode_warna
from lkjip.laporan.render.docx_markah import lari, paragraf, twip
from lkjip.laporan.render.docx_naskah import Naskah
from lkjip.laporan.render.docx_simpul import judul_bernomor, sebaris, tulis_sumber
from lkjip.laporan.render.kisi import SelKisi, kisi
from lkjip.laporan.render.kolom import Susunan, susun, tulisan_nomor
from lkjip.laporan.render.rentang import baris_terikat
from lkjip.laporan.render.tabel import (
    TEKS_PANJANG,
    judul_kolom_baru,
    panjang_teks,
    rata_sel,
    ringkas,
    tinggi_baris,
    tingkat_kategori,
)

_INDEN = (0, 28, 58, 88, 118, 148)  # tenths of a millimetre beyond the padding
_RATA = {Rata.KIRI: "left", Rata.TENGAH: "center", Rata.KANAN: "right"}


def tulis_tabel(tabel: Tabel, naskah: Naskah) -> str:
    """Caption, table, source and notes; at least one paragraph follows, as Word demands between tables."""
    susunan = susun(tabel, mendatar=naskah.mendatar, kertas=naskah.dokumen.kertas, huruf=naskah.konteks.huruf)
    judul = judul_bernomor(tabel.kunci, tabel.judul, naskah, "JudulTabel") if tabel.judul else ""
    bawah = tulis_sumber(tabel.sumber) + "".join(
        paragraf(sebaris(catatan.isi, naskah), GAYA_PARAGRAF[catatan.gaya]) for catatan in tabel.catatan
    )
    return judul + _isi_tabel(tabel, naskah, susunan) + (bawah or jarak(50 if tabel.judul else 40))


def jarak(persepuluh_mm: int, *, terikat: bool = False) -> str:
    """An empty paragraph as high as the space it stands for."""
    ikat = "<w:keepNext/>" if terikat else ""
    sifat = f'{ikat}<w:spacing w:before="0" w:after="0" w:line="{twip(persepuluh_mm)}" w:lineRule="exact"/>'
    return paragraf("", "Jarak", sifat)


def _isi_tabel(tabel: Tabel, naskah: Naskah, susunan: Susunan) -> str:
    lebar = _lebar(susunan, naskah.lebar)
    tepi = f'w:val="single" w:sz="4" w:space="0" w:color="{kode_warna(palet(naskah.dokumen.tema).garis)}"'
    garis = "".join(f"<w:{sisi} {tepi}/>" for sisi in ("top", "left", "bottom", "right", "insideH", "insideV"))
    tegak, datar = (11, 12) if tabel.kepala else (5, 10)
    bantalan = (("top", tegak), ("left", datar if tabel.kepala else 0), ("bottom", tegak), ("right", datar))
    sifat = (
        f'<w:tblW w:w="{sum(lebar)}" w:type="dxa"/><w:jc w:val="left"/>'
        + (f"<w:tblBorders>{garis}</w:tblBorders>" if tabel.kepala else "")
        + '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        + "".join(f'<w:{sisi} w:w="{twip(nilai)}" w:type="dxa"/>' for sisi, nilai in bantalan)
        + "</w:tblCellMar>"
    )
    kolom = "".join(f'<w:gridCol w:w="{satu}"/>' for satu in lebar)
    isi = _kepala(tabel, naskah, susunan, lebar) + _badan(tabel, naskah, susunan, lebar)
    return f"<w:tbl><w:tblPr>{sifat}</w:tblPr><w:tblGrid>{kolom}</w:tblGrid>{isi}</w:tbl>"


def _lebar(susunan: Susunan, penuh: int) -> list[int]:
    """Widths in twips that fill the page exactly; what rounding leaves goes to the last column."""
    lebar = [penuh * bagian // 10_000 for bagian in susunan.lebar]
    return [*lebar[:-1], penuh - sum(lebar[:-1])]


def _kepala(tabel: Tabel, naskah: Naskah, susunan: Susunan, lebar: list[int]) -> str:
    penulis = _PenulisSel(tabel.kolom, naskah, susunan, lebar)
    isi = ""
    for baris, sel in zip(tabel.kepala, kisi(tabel.kepala, len(tabel.kolom)), strict=True):
        isi += _baris("".join(penulis.sel(satu, baris, kepala=True) for satu in sel), kepala=True)
    if tabel.kepala and tabel.nomor_kolom:
        nomor = enumerate(tulisan_nomor(tabel.kolom))
        isi += _baris("".join(penulis.nomor(ke, satu) for ke, satu in nomor), kepala=True)
    return isi


def _badan(tabel: Tabel, naskah: Naskah, susunan: Susunan, lebar: list[int]) -> str:
    penulis = _PenulisSel(tabel.kolom, naskah, susunan, lebar)
    terikat = baris_terikat(
        tabel.baris, len(tabel.kolom), semua=ringkas(tabel, susunan), tinggi=tinggi_baris(tabel, susunan)
    )
    if tabel.sumber or tabel.catatan:
        terikat.add(len(tabel.baris) - 1)
    isi: list[str] = []
    for ke, (baris, sel) in enumerate(zip(tabel.baris, kisi(tabel.baris, len(tabel.kolom)), strict=True)):
        tulisan = "".join(penulis.sel(satu, baris, terikat=ke in terikat) for satu in sel)
        isi.append(_baris(tulisan, utuh=panjang_teks(baris) <= TEKS_PANJANG))
    return "".join(isi)


def _baris(isi: str, *, kepala: bool = False, utuh: bool = True) -> str:
    sifat = ("<w:cantSplit/>" if utuh else "") + ("<w:tblHeader/>" if kepala else "")
    return f"<w:tr>{f'<w:trPr>{sifat}</w:trPr>' if sifat else ''}{isi}</w:tr>"


class _PenulisSel:
    """Cells of one table: what they share is its columns, their widths and the letter size."""

    def __init__(self, kolom: tuple[Kolom, ...], naskah: Naskah, susunan: Susunan, lebar: list[int]) -> None:
        self._kolom, self._naskah, self._susunan, self._lebar = kolom, naskah, susunan, lebar
        self._gaya, self._palet = gaya_sel(susunan.ukuran), palet(naskah.dokumen.tema)

    def sel(self, satu: SelKisi, baris: Baris, *, kepala: bool = False, terikat: bool = False) -> str:
        """A cell; the continuation of the one above holds no text of its own."""
        sel = satu.sel
        tebal = kepala or sel.tebal or baris.gaya is not GayaBaris.BIASA
        ruang = self._susunan.ruang(satu.kolom, satu.rentang)
        isi = "" if satu.sambungan else sebaris(sel.isi, self._naskah, ruang=ruang, tebal=tebal)
        rata = rata_sel(sel, self._kolom[satu.kolom], baris, kepala=kepala)
        inden = self._inden(satu, baris, kepala=kepala)
        letak = "" if rata is Rata.KIRI else f'<w:jc w:val="{_RATA[rata]}"/>'
        ikat = "<w:keepNext/>" if terikat else ""
        if sel.kategori is not None:
            tingkat = tingkat_kategori(sel.kategori)
            latar, tepi = KATEGORI[tingkat], TEPI_KATEGORI[tingkat]
        else:
            latar, tepi = self._latar(baris, kepala=kepala), 0
        return self._bungkus(satu, paragraf(isi, self._gaya, ikat + inden + letak), latar, tengah=kepala, tepi=tepi)

    def _latar(self, baris: Baris, *, kepala: bool) -> str:
        p = self._palet
        if kepala or judul_kolom_baru(baris):
            return p.kepala
        return {GayaBaris.JUMLAH: p.jumlah, GayaBaris.KELOMPOK: p.kelompok}.get(baris.gaya, "")

    def _inden(self, satu: SelKisi, baris: Baris, *, kepala: bool) -> str:
        """Steps of a tree at the left; at the right the room that brings the commas of a column under each other."""
        ganjal = 0
        if not (kepala or satu.sambungan):
            ganjal = self._susunan.ganjal(satu.sel, satu.kolom, self._kolom[satu.kolom], baris)
        kiri = f' w:left="{twip(_INDEN[min(satu.sel.inden, 5)])}"' if satu.sel.inden else ""
        kanan = f' w:right="{ganjal * self._susunan.ukuran * 2 // 1000}"' if ganjal else ""
        return f"<w:ind{kiri}{kanan}/>" if kiri or kanan else ""

    def nomor(self, ke: int, tulisan: str) -> str:
        """The cell (1), (2), (3) … below the headings."""
        ukuran = self._susunan.ukuran * 88 // 500  # half points, 0,88 of the table's letters
        isi = lari(tulisan, miring=True, sifat=f'<w:sz w:val="{ukuran}"/>')
        isi = paragraf(isi, self._gaya, '<w:jc w:val="center"/>')
        return self._bungkus(SelKisi(ke, 1, Sel()), isi, self._palet.nomor, tengah=True)

    def _bungkus(self, satu: SelKisi, isi: str, latar: str, *, tengah: bool, tepi: int = 0) -> str:
        lebar = sum(self._lebar[satu.kolom : satu.kolom + satu.rentang])
        sifat = f'<w:tcW w:w="{lebar}" w:type="dxa"/>'
        if satu.rentang > 1:
            sifat += f'<w:gridSpan w:val="{satu.rentang}"/>'
        if satu.sambungan or satu.menurun:
            sifat += "<w:vMerge/>" if satu.sambungan else '<w:vMerge w:val="restart"/>'
        if tepi:
            warna = kode_warna(campur(latar, HITAM, 45))
            sifat += f'<w:tcBorders><w:left w:val="single" w:sz="{tepi}" w:space="0" w:color="{warna}"/></w:tcBorders>'
        if latar:
            sifat += f'<w:shd w:val="clear" w:color="auto" w:fill="{kode_warna(latar)}"/>'
        if tengah:
            sifat += '<w:vAlign w:val="center"/>'
        return f"<w:tc><w:tcPr>{sifat}</w:tcPr>{isi}</w:tc>"
