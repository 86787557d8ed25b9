"""The Word file while it grows: what its parts share (pictures, bookmarks, lists, page sizes), and its properties."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from functools import cached_property
from io import BytesIO

from docx import Document
from docx.document import Document as DokumenWord
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from lkjip.laporan.isi import Dokumen, Gambar, Grafik, JenisDaftar
from lkjip.laporan.render.docx_gambar import isi_gambar, ukuran
from lkjip.laporan.render.docx_gaya import gaya_dokumen, pengaturan, penomoran_daftar
from lkjip.laporan.render.docx_markah import teks, twip
from lkjip.laporan.render.pdf import TANPA_TANGGAL
from lkjip.laporan.render.pohon import konteks_dokumen
from lkjip.laporan.render.simpul import Konteks

_TEPI = {False: (250, 250, 250, 300), True: (300, 250, 220, 250)}  # top, right, bottom, left, as in cetak.css
_SISIPAN = frozenset({"thumbnail", "customXml", "stylesWithEffects", "webSettings"})  # leavings of the template


@dataclass
class Naskah:
    """`mendatar` is the direction of the page that is being written; pictures and tables take its width."""

    dokumen: Dokumen
    word: DokumenWord = field(default_factory=Document)
    mendatar: bool = False
    cetak: bool = True
    penanda_per_kunci: dict[str, str] = field(default_factory=dict)
    daftar: list[JenisDaftar] = field(default_factory=list)
    kaki_per_arah: dict[bool, str] = field(default_factory=dict)
    banyak_gambar: int = 0
    banyak_penanda: int = 0

    @cached_property
    def konteks(self) -> Konteks:
        return konteks_dokumen(self.dokumen, self)

    def halaman(self, *, mendatar: bool) -> tuple[int, int]:
        """Width and height of the sheet in tenths of a millimetre."""
        lebar, tinggi = (10 * sisi for sisi in self.dokumen.kertas.ukuran_mm)
        return (tinggi, lebar) if mendatar else (lebar, tinggi)

    def tepi(self, *, mendatar: bool) -> tuple[int, int, int, int]:
        """Margins top, right, bottom, left in tenths of a millimetre."""
        return _TEPI[mendatar]

    @property
    def bidang(self) -> tuple[int, int]:
        """Width and height of the text on the page being written, in tenths of a millimetre."""
        lebar, tinggi = self.halaman(mendatar=self.mendatar)
        atas, kanan, bawah, kiri = self.tepi(mendatar=self.mendatar)
        return lebar - kiri - kanan, tinggi - atas - bawah

    @property
    def lebar(self) -> int:
        """Width of the text in twips."""
        return twip(self.bidang[0])

    def penanda(self, kunci: str) -> str:
        """Name of the bookmark of a key: short and plain, whatever the key is."""
        return self.penanda_per_kunci.setdefault(kunci, f"_lkjip_{len(self.penanda_per_kunci) + 1}")

    def tandai(self, kunci: str, isi: str) -> str:
        """Runs inside the bookmark of a key; without a key the runs alone."""
        if not kunci:
            return isi
        self.banyak_penanda += 1
        awal = f'<w:bookmarkStart w:id="{self.banyak_penanda}" w:name="{self.penanda(kunci)}"/>'
        return f'{awal}{isi}<w:bookmarkEnd w:id="{self.banyak_penanda}"/>'

    def mulai_daftar(self, jenis: JenisDaftar) -> int:
        """Number of a list that begins at 1."""
        self.daftar.append(jenis)
        return len(self.daftar)

    def gambar(self, simpul: Grafik | Gambar) -> str:
        """A run with the picture or the chart, in the width of the page being written."""
        hubungan, citra = self.word.part.get_or_add_image(BytesIO(isi_gambar(simpul, self.dokumen.tema)))
        lebar, tinggi = ukuran(simpul, (citra.px_width, citra.px_height), self.bidang)
        self.banyak_gambar += 1
        nomor = self.banyak_gambar
        tanda = f'id="{nomor}" name="Gambar {nomor}" descr="{teks(simpul.alt)}"'
        luas = f'cx="{lebar}" cy="{tinggi}"'
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {luas}/><wp:docPr {tanda}/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="{nomor}" name="Gambar {nomor}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip r:embed="{hubungan}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
            f'<a:off x="0" y="0"/><a:ext {luas}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def siapkan(self) -> None:
        """Our styles and settings in place of the template's, and what says whose document this is."""
        utama = self.word.part
        for kumpulan in (utama.rels, utama.package.rels):
            for nama in [n for n, satu in kumpulan.items() if satu.reltype.rpartition("/")[2] in _SISIPAN]:
                del kumpulan[nama]
        isi_ulang(self.word.styles.element, gaya_dokumen(self.dokumen.tema))
        isi_ulang(self.word.settings.element, pengaturan())
        saat = datetime.combine(self.dokumen.tanggal or TANPA_TANGGAL, time(), UTC).replace(tzinfo=None)
        sifat = self.word.core_properties
        sifat.title, sifat.author, sifat.subject = (
            self.dokumen.judul[:255], self.dokumen.penulis[:255], (self.dokumen.subjek or self.dokumen.judul)[:255]
        )  # fmt: skip
        sifat.keywords = ", ".join(self.dokumen.kata_kunci)[:255]
        sifat.comments, sifat.last_modified_by, sifat.language = "", self.dokumen.penulis[:255], "id"
        sifat.created = sifat.modified = saat

    def isi_tubuh(self, markah: str, nama_ruang: str) -> None:
        """The whole text in place of the template's."""
        isi = f"<w:document {nama_ruang}><w:body>{markah}</w:body></w:document>"
        self.word.part._element = parse_xml(isi)  # python-docx has no other way to change a part's root

    def selesaikan(self) -> bytes:
        """The package as python-docx writes it, after the lists of the text have got their numbering."""
        isi_ulang(self.word.part.numbering_part.element, penomoran_daftar(self.daftar))
        hasil = BytesIO()
        self.word.save(hasil)
        return hasil.getvalue()


def isi_ulang(unsur: BaseOxmlElement, markah: str) -> None:
    """The children of `markah` instead of those of a part's root."""
    for anak in list(unsur):
        unsur.remove(anak)
    unsur.extend(list(parse_xml(markah)))
