"""The walk over the tree for Word: chapters, sections and blocks in order, and where new pages begin."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph as ParagrafWord
from lxml import etree  # type: ignore[import-untyped]

from lkjip.laporan.isi import (
    Bab,
    Bagian,
    Blok,
    Daftar,
    DaftarOtomatis,
    Gambar,
    Grafik,
    JenisBab,
    Paragraf,
    PemisahHalaman,
    Tabel,
    TandaTangan,
)
from lkjip.laporan.render.docx_gaya import rupa_judul
from lkjip.laporan.render.docx_kaki import sifat_halaman
from lkjip.laporan.render.docx_markah import lari, paragraf
from lkjip.laporan.render.docx_naskah import Naskah
from lkjip.laporan.render.docx_simpul import (
    tulis_daftar,
    tulis_daftar_otomatis,
    tulis_gambar,
    tulis_paragraf,
    tulis_tanda_tangan,
)
from lkjip.laporan.render.docx_tabel import jarak, tulis_tabel
from lkjip.laporan.render.pohon import Isi, mengantar, serba_mendatar

_NS = nsdecls("w", "r", "wp", "a", "pic")
_DUDUK = {JenisBab.BIASA: "JudulBabPendek"}
_JENJANG_TAK_TERDAFTAR = 4
"""Headings from here on stay out of the contents when Word renews them (`TOC \\o "1-3"`)."""


class Bidang(StrEnum):
    """The parts of a document, each with page numbers of its own."""

    SAMPUL = "sampul"
    DEPAN = "depan"
    ISI = "isi"


_PENUTUP_TABEL = frozenset({"Catatan", "Sumber", "Jarak"})  # what stands below a table belongs to it


@dataclass
class Penyusun:
    """Collects the body. Word notes at the *end* of a run of pages what they are like: at each change of part or of
    direction the last paragraph gets that note.
    """

    naskah: Naskah
    unsur: list[BaseOxmlElement] = field(default_factory=list)
    _potongan: list[BaseOxmlElement] = field(default_factory=list)
    bidang: Bidang | None = None
    _halaman_baru: bool = False
    _baru_dibuka: bool = True
    _awal_bidang: bool = True

    def pindah(self, bidang: Bidang, *, mendatar: bool) -> None:
        """What follows belongs to this part and direction; a new run of pages begins where either changes."""
        if self.bidang is None:
            self.bidang, self.naskah.mendatar = bidang, mendatar
        if (bidang, mendatar) == (self.bidang, self.naskah.mendatar):
            return
        self._paragraf_akhir().set_sectPr(self.sifat())
        self._awal_bidang = bidang is not self.bidang
        self.bidang, self.naskah.mendatar = bidang, mendatar
        self._halaman_baru, self._baru_dibuka = False, True

    def sifat(self) -> BaseOxmlElement:
        """What the pages written last are like."""
        bidang = self.bidang or Bidang.ISI
        nomor = None if bidang is Bidang.SAMPUL else "lowerRoman" if bidang is Bidang.DEPAN else "decimal"
        return parse_xml(sifat_halaman(self.naskah, nomor=nomor, mulai=self._awal_bidang, nama_ruang=_NS))

    def ganti_halaman(self) -> None:
        """The next thing begins a page, unless it does so anyway."""
        self._halaman_baru = not self._baru_dibuka

    def tambah(self, markah: str) -> None:
        """Append a block given as markup."""
        if not markah:
            return
        if self._halaman_baru:
            self._rapatkan()
            markah = markah if markah.startswith("<w:p>") else paragraf("", "Jarak") + markah
        potongan = parse_xml(f"<w:body {_NS}>{markah}</w:body>")
        daftar = list(potongan)
        if self._halaman_baru:
            ParagrafWord(daftar[0], None).paragraph_format.page_break_before = True  # type: ignore[arg-type]
        self._halaman_baru = self._baru_dibuka = False
        self._potongan.append(potongan)
        self.unsur.extend(daftar)

    def ikat_akhir(self) -> None:
        """The last paragraph stays on one page with what follows it; below a table its last row, too."""
        for unsur in reversed(self.unsur):
            terakhir = unsur.tag == qn("w:tbl")
            for satu in unsur.findall(qn("w:tr"))[-1].iter(qn("w:p")) if terakhir else [unsur]:
                ParagrafWord(satu, None).paragraph_format.keep_with_next = True  # type: ignore[arg-type]
            if terakhir or unsur.style not in _PENUTUP_TABEL:
                return

    def _rapatkan(self) -> None:
        """A space at the end of a page takes no room: it could be pushed over and leave an empty page."""
        if self.unsur and self.unsur[-1].tag == qn("w:p") and self.unsur[-1].style == "Jarak":
            ParagrafWord(self.unsur[-1], None).paragraph_format.line_spacing = Pt(1)  # type: ignore[arg-type]

    def _paragraf_akhir(self) -> BaseOxmlElement:
        if not self.unsur or self.unsur[-1].tag != qn("w:p"):
            self.tambah(paragraf("", "Jarak"))
        self._rapatkan()
        return self.unsur[-1]

    def selesai(self) -> None:
        """Fill the body of the document.

        The pieces are written out and read again as one: to move a table of many rows from tree to tree takes lxml
        time that grows with the square of its length.
        """
        self._paragraf_akhir()
        self._potongan.append(parse_xml(f"<w:body {_NS}/>"))
        self._potongan[-1].append(self.sifat())
        self.naskah.isi_tubuh("".join(map(_isi_potongan, self._potongan)), _NS)


def _isi_potongan(potongan: BaseOxmlElement) -> str:
    """The markup inside a piece, without the element that holds it and its declarations."""
    markah: str = etree.tostring(potongan, encoding="unicode")
    return markah[markah.index(">") + 1 : markah.rindex("<")]


def tulis_bab(bab: Bab, bidang: Bidang, penyusun: Penyusun) -> None:
    """A chapter; a short report's chapters (A, B, C) follow each other, the others begin a new page."""
    naskah = penyusun.naskah
    mendatar = serba_mendatar(bab.isi)
    penyusun.pindah(bidang, mendatar=mendatar)
    if bab.jenis is not JenisBab.BIASA:
        penyusun.ganti_halaman()
    if bab.jenis is JenisBab.POLOS:
        penyusun.tambah(paragraf(naskah.tandai(bab.kunci, ""), "Jarak"))
    else:
        penyusun.tambah(_judul_bab(bab, naskah))
    tulis_isi(bab.isi, bidang, penyusun, 0, mendatar=mendatar)


def _judul_bab(bab: Bab, naskah: Naskah) -> str:
    label = naskah.konteks.penomoran.label_per_kunci[bab.kunci]
    besar = "<w:caps/>" if bab.jenis in {JenisBab.BAB, JenisBab.DEPAN} else ""
    if bab.jenis is JenisBab.BIASA:
        isi = lari(f"{label}\t{bab.judul}")
    elif bab.jenis is JenisBab.LAMPIRAN:
        isi = lari(label, sifat='<w:caps/><w:sz w:val="23"/>') + lari(f"\n{bab.judul}", sifat="<w:caps/>")
    else:
        isi = lari(f"{label}\n{bab.judul}" if label else bab.judul, sifat=besar)
    return paragraf(naskah.tandai(bab.kunci, isi), _DUDUK.get(bab.jenis, "Heading1"))


def tulis_isi(isi: Isi, bidang: Bidang, penyusun: Penyusun, tingkat: int, *, mendatar: bool) -> None:
    """Blocks and sections in order; wide tables among upright text get landscape pages of their own."""
    for simpul, berikut in zip(isi, (*isi[1:], None), strict=True):
        if isinstance(simpul, Bagian):
            _tulis_bagian(simpul, bidang, penyusun, tingkat, mendatar=mendatar)
        else:
            lebar = mendatar or (isinstance(simpul, Tabel) and simpul.mendatar)
            if not isinstance(simpul, PemisahHalaman):
                penyusun.pindah(bidang, mendatar=lebar)
            _tulis_blok(simpul, penyusun)
            if mengantar(simpul, berikut):
                penyusun.ikat_akhir()


def _tulis_bagian(bagian: Bagian, bidang: Bidang, penyusun: Penyusun, tingkat: int, *, mendatar: bool) -> None:
    naskah = penyusun.naskah
    putar = mendatar or bagian.mendatar or serba_mendatar(bagian.isi)
    penyusun.pindah(bidang, mendatar=putar)
    label = naskah.konteks.penomoran.label_per_kunci[bagian.kunci]
    jenjang = min(tingkat + 2, 5)
    duduk = jenjang if bagian.terdaftar else max(_JENJANG_TAK_TERDAFTAR, jenjang)
    rupa = rupa_judul(jenjang, naskah.dokumen.tema) if duduk != jenjang else ""
    isi = naskah.tandai(bagian.kunci, lari(f"{label}\t{bagian.judul}" if label else bagian.judul, sifat=rupa))
    sifat = "" if label else '<w:ind w:left="0" w:firstLine="0"/>'
    penyusun.tambah(paragraf(isi, f"Heading{duduk}", sifat))
    tulis_isi(bagian.isi, bidang, penyusun, tingkat + 1, mendatar=putar)


def _tulis_blok(blok: Blok, penyusun: Penyusun) -> None:
    naskah = penyusun.naskah
    match blok:
        case Paragraf():
            penyusun.tambah(tulis_paragraf(blok, naskah))
        case Daftar():
            penyusun.tambah(tulis_daftar(blok, naskah))
        case Tabel():
            penyusun.tambah(tulis_tabel(blok, naskah))
        case Grafik() | Gambar():
            penyusun.tambah(tulis_gambar(blok, naskah))
        case TandaTangan():
            penyusun.ikat_akhir()
            penyusun.tambah(
                jarak(60 if naskah.mendatar else 90, terikat=True) + tulis_tanda_tangan(blok, naskah) + jarak(10)
            )
        case DaftarOtomatis():
            # The field ends before the note on these pages begins; LibreOffice loses the page numbers otherwise.
            penyusun.tambah(tulis_daftar_otomatis(blok, naskah) + paragraf("", "Jarak"))
        case PemisahHalaman():
            penyusun.ganti_halaman()
