"""The styles of the Word file, named as Word names them, so an office changes a look once for the whole document.

The figures are those of `static/laporan/cetak.css`: letter sizes, spaces, colours. The office font of the theme is as
wide as the letters of the PDF, so lines break alike.
"""

from __future__ import annotations

import re

from lkjip.laporan.huruf import KELUARGA
from lkjip.laporan.isi import TEMA_BAKU, GayaParagraf, JenisDaftar, Tema
from lkjip.laporan.isi_warna import Palet, palet
from lkjip.laporan.render.docx_markah import twip

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
GAYA_PARAGRAF = {
    GayaParagraf.BIASA: "BodyText",
    GayaParagraf.CATATAN: "Catatan",
    GayaParagraf.KEKURANGAN: "Kekurangan",
    GayaParagraf.TENGAH: "Tengah",
    GayaParagraf.KUTIPAN: "Quote",
}
_GAYA_WORD = frozenset(  # names that Word knows; all others are our own
    {"Normal", "Body Text", "Quote", "List Paragraph", "caption", "Signature", "Title", "Subtitle", "footer"}
    | {"table of figures"}
)
UKURAN_SEL = (110, 95, 90, 85, 80, 75, 70, 65)  # tenths of a point, as `kolom.susun` chooses them
_BARIS_PENUH = 240  # one line of Word's, which for Arial is 1,15 of the letter size
_TINGGI_BARIS = re.compile(r'w:line="(\d+)" w:lineRule="auto"')


def gaya_sel(ukuran: int) -> str:
    """Style of the paragraphs in a cell with letters of `ukuran` tenths of a point."""
    return f"SelTabel{ukuran}"


def _jarak(sebelum: int = 0, sesudah: int = 0, baris: int = 145) -> str:
    """Space in tenths of a millimetre; `baris` is the line height in hundredths of the letter size."""
    tinggi = _BARIS_PENUH * baris // 115
    return f'<w:spacing w:before="{twip(sebelum)}" w:after="{twip(sesudah)}" w:line="{tinggi}" w:lineRule="auto"/>'


def _inden(kiri: int = 0, gantung: int = 0, kanan: int = 0) -> str:
    keluar = f' w:hanging="{twip(gantung)}"' if gantung else ""
    return f'<w:ind w:left="{twip(kiri)}" w:right="{twip(kanan)}"{keluar}/>'


def _huruf(setengah: int, sifat: str = "", warna: str = "") -> str:
    """Letter properties; `setengah` is the size in half points."""
    isi = f'<w:color w:val="{warna}"/>' if warna else ""
    return f'{sifat}{isi}<w:sz w:val="{setengah}"/><w:szCs w:val="{setengah}"/>'


def _gaya(nama: str, judul: str, par: str = "", huruf: str = "", *, dasar: str = "Normal", lanjut: str = "") -> str:
    asal = f'<w:basedOn w:val="{dasar}"/>' if dasar else ""
    sendiri = "" if judul in _GAYA_WORD or judul.startswith(("heading ", "toc ")) else ' w:customStyle="1"'
    tanda = sendiri if dasar else ' w:default="1"'
    awal = f'<w:style w:type="paragraph"{tanda} w:styleId="{nama}"><w:name w:val="{judul}"/>'
    lalu = f'<w:next w:val="{lanjut}"/>' if lanjut else ""
    sifat = f"<w:pPr>{par}</w:pPr>" if par else ""
    bentuk = f"<w:rPr>{huruf}</w:rPr>" if huruf else ""
    return f"{awal}{asal}{lalu}<w:qFormat/>{sifat}{bentuk}</w:style>"


def _judul(p: Palet) -> str:
    """Headings of chapters and sections; variants of the first one for annexes and short chapters."""
    tetap = "<w:keepNext/><w:keepLines/>"
    tengah = '<w:jc w:val="center"/>'
    gantung = f'<w:tabs><w:tab w:val="left" w:pos="{twip(80)}"/></w:tabs>'
    daftar = (
        ("Heading1", "heading 1", 0, 70, 28, "<w:b/>"), ("Heading2", "heading 2", 60, 24, 24, "<w:b/>"),
        ("Heading3", "heading 3", 50, 20, 22, "<w:b/>"), ("Heading4", "heading 4", 40, 16, 22, "<w:b/><w:i/>"),
        ("Heading5", "heading 5", 40, 16, 22, "<w:i/>"),
    )  # fmt: skip
    isi = ""
    for ke, (nama, judul, sebelum, sesudah, ukuran, sifat) in enumerate(daftar):
        letak = tengah if ke == 0 else ""
        tabulasi, inden = (gantung, _inden(80, 80)) if ke else ("", "")
        garis = "" if ke else f"<w:pBdr>{_garis_bawah('single', p)}</w:pBdr>"
        par = f'{tetap}{garis}{tabulasi}{_jarak(sebelum, sesudah, 130)}{inden}{letak}<w:outlineLvl w:val="{ke}"/>'
        warna = kode_warna(p.utama) if ke < 2 else ""
        isi += _gaya(nama, judul, par, _huruf(ukuran, sifat, warna), lanjut="BodyText")
    pendek = (
        f'<w:pBdr>{_garis_bawah("nil", p)}</w:pBdr>{gantung}{_jarak(60, 25, 130)}{_inden(80, 80)}<w:jc w:val="left"/>'
    )
    return isi + _gaya("JudulBabPendek", "Judul Bab Pendek", pendek, _huruf(25), dasar="Heading1", lanjut="BodyText")


def rupa_judul(jenjang: int, tema: Tema) -> str:
    """What makes a heading that stays out of the contents look like the listed ones of its own step."""
    if jenjang > 3:
        return ""
    warna = f'<w:color w:val="{kode_warna(palet(tema).utama)}"/>' if jenjang == 2 else ""
    return f'<w:i w:val="0"/>{warna}<w:sz w:val="{24 if jenjang == 2 else 22}"/>'


def _garis_bawah(jenis: str, p: Palet) -> str:
    return f'<w:bottom w:val="{jenis}" w:sz="7" w:space="7" w:color="{kode_warna(p.aksen)}"/>'


def kode_warna(warna: str) -> str:
    """`#1d3557` as Word writes it: `1D3557`."""
    return warna.removeprefix("#").upper()


def _teks() -> str:
    rata = '<w:jc w:val="both"/>'
    tengah = '<w:jc w:val="center"/>'
    tepi = '<w:{} w:val="single" w:sz="{}" w:space="5" w:color="9A6B00"/>'
    kotak = "".join(tepi.format(sisi, 21 if sisi == "left" else 5) for sisi in ("top", "left", "bottom", "right"))
    kurang = f'<w:keepLines/><w:pBdr>{kotak}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="FDF6E3"/>'
    sel = _jarak(0, 0, 128)
    sela = f'<w:spacing w:before="0" w:after="0" w:line="{twip(10)}" w:lineRule="exact"/>'
    return "".join(
        (
            _gaya("BodyText", "Body Text", _jarak(0, 24) + rata),
            _gaya("Catatan", "Catatan", _jarak(10, 24, 135) + rata, _huruf(18, warna="333333")),
            _gaya("Tengah", "Paragraf Tengah", _jarak(0, 24) + tengah),
            _gaya("Quote", "Quote", _jarak(0, 30) + _inden(80, 0, 80) + rata, "<w:i/>"),
            _gaya("Kekurangan", "Kekurangan", kurang + _jarak(28, 53, 135) + _inden(24, 0, 20), _huruf(19)),
            _gaya("ListParagraph", "List Paragraph", _jarak(0, 11) + rata),
            _gaya("Caption", "caption", f"<w:keepLines/>{_jarak(18, 50, 130)}{tengah}", _huruf(21, "<w:b/>")),
            _gaya("JudulTabel", "Judul Tabel", f"<w:keepNext/>{_jarak(35, 18, 130)}", dasar="Caption"),
            _gaya("JudulGambar", "Judul Gambar", dasar="Caption"),
            _gaya("Gambar", "Gambar", f"{_jarak(35, 0, 115)}{tengah}"),
            _gaya("Sumber", "Sumber", _jarak(14, 50, 130), _huruf(17, warna="333333")),
            _gaya("Jarak", "Jarak", sela, _huruf(2)),
            _gaya("TandaTangan", "Signature", _jarak(0, 0, 135) + tengah),
            *(_gaya(gaya_sel(u), f"Sel Tabel {u // 10},{u % 10}", sel, _huruf(u // 5)) for u in UKURAN_SEL),
        )
    )  # fmt: skip


def _sampul(p: Palet) -> str:
    tengah = '<w:jc w:val="center"/>'
    garis = f'<w:pBdr><w:{{}} w:val="single" w:sz="19" w:space="31" w:color="{kode_warna(p.aksen)}"/></w:pBdr>'
    judul = garis.format("top") + _jarak(0, 0, 130) + tengah
    anak = garis.format("bottom") + _jarak(100, 0, 130) + tengah
    dasar, instansi, tempat = (_jarak(sebelum, 0, 130) + tengah for sebelum in (0, 30, 90))
    return "".join(
        (
            _gaya("Title", "Title", judul, _huruf(50, "<w:b/>", kode_warna(p.utama))),
            _gaya("Subtitle", "Subtitle", anak, f'<w:b/><w:caps/><w:spacing w:val="38"/>{_huruf(38)}'),
            _gaya("SampulPemda", "Sampul Pemda", dasar, f'<w:caps/><w:color w:val="333333"/>{_huruf(28)}'),
            _gaya("SampulInstansi", "Sampul Instansi", instansi, _huruf(34, "<w:b/><w:caps/>", kode_warna(p.utama))),
            _gaya("SampulTempat", "Sampul Tempat", tempat, _huruf(24, "<w:caps/>", "333333")),
        )
    )  # fmt: skip


def _daftar(p: Palet) -> str:
    """Lines of the three lists: a label, the title, dots and the page number; and the running foot."""
    isi = ""
    for ke, (kiri, gantung, sebelum) in enumerate(((170, 170, 24), (240, 70, 0), (310, 70, 0)), start=1):
        par = _jarak(sebelum, 13, 145) + _inden(kiri, gantung, 90)
        isi += _gaya(f"TOC{ke}", f"toc {ke}", par, "<w:b/>" if ke == 1 else "")
    isi += _gaya("TableofFigures", "table of figures", _jarak(0, 13, 145) + _inden(230, 230, 90))
    garis = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{kode_warna(p.garis)}"/></w:pBdr>'
    return isi + _gaya("Footer", "footer", garis + _jarak(0, 0, 115), _huruf(16, warna="444444"))


def gaya_dokumen(tema: Tema = TEMA_BAKU) -> str:
    """The whole style part as XML, with the office font and the colours of the theme."""
    keluarga, p = KELUARGA[tema.huruf], palet(tema)
    nama = keluarga.kantor
    huruf = f'<w:rFonts w:ascii="{nama}" w:hAnsi="{nama}" w:eastAsia="{nama}" w:cs="{nama}"/>'
    bawaan = f'<w:rPrDefault><w:rPr>{huruf}{_huruf(22, warna="111111")}<w:lang w:val="id-ID"/></w:rPr></w:rPrDefault>'
    tabel = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )
    karakter = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
    )
    isi = (
        _gaya("Normal", "Normal", _jarak(), dasar="") + karakter + tabel + _judul(p) + _teks() + _sampul(p) + _daftar(p)
    )
    isi = _TINGGI_BARIS.sub(lambda cocok: f'w:line="{int(cocok[1]) * 115 // keluarga.baris}" w:lineRule="auto"', isi)
    return f"<w:styles {_W}><w:docDefaults>{bawaan}<w:pPrDefault/></w:docDefaults>{isi}</w:styles>"


INDEN_DAFTAR = 70
"""How far each step of a list stands in, in tenths of a millimetre."""

_POLA = {
    JenisDaftar.ANGKA: ("decimal", "%1."),
    JenisDaftar.HURUF: ("lowerLetter", "%1."),
    JenisDaftar.POIN: ("bullet", "•"),
}


def penomoran_daftar(daftar: list[JenisDaftar]) -> str:
    """The numbering part: one instance per list, so each begins at 1 again."""
    pola = list(_POLA)
    isi = ""
    for jenis, (bentuk, tulisan) in _POLA.items():
        tingkat = (
            f'<w:start w:val="1"/><w:numFmt w:val="{bentuk}"/><w:lvlText w:val="{tulisan}"/><w:lvlJc w:val="left"/>'
        )
        letak = f'<w:pPr><w:ind w:left="{twip(INDEN_DAFTAR)}" w:hanging="{twip(INDEN_DAFTAR)}"/></w:pPr>'
        isi += (
            f'<w:abstractNum w:abstractNumId="{pola.index(jenis)}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0">{tingkat}{letak}</w:lvl></w:abstractNum>'
        )
    for ke, jenis in enumerate(daftar, start=1):
        ulang = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        isi += f'<w:num w:numId="{ke}"><w:abstractNumId w:val="{pola.index(jenis)}"/>{ulang}</w:num>'
    return f"<w:numbering {_W}>{isi}</w:numbering>"


def pengaturan() -> str:
    """Settings of the document: today's Word layout, Indonesian; fields are not renewed unasked."""
    pilihan = "".join(
        f'<w:compatSetting w:name="{nama}" w:uri="http://schemas.microsoft.com/office/word" w:val="{nilai}"/>'
        for nama, nilai in (("compatibilityMode", 15), ("overrideTableStyleFontSizeAndJustification", 1))
    )
    return (
        f'<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{pilihan}</w:compat>'
        '<w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )
