"""The smallest WordprocessingML writer: every text is escaped here, and what XML forbids is dropped here, nowhere else.

Lengths are in twentieths of a point (twip), counted from tenths of a millimetre.
"""

from __future__ import annotations

import re
from html import escape

_TERLARANG = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ISTIMEWA = re.compile("([\t\n\u00ad])")
_UNSUR = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u00ad": "<w:softHyphen/>"}


def twip(persepuluh_mm: int) -> int:
    """Tenths of a millimetre as twips: 254 → 1440."""
    return (persepuluh_mm * 14_400 + 1_270) // 2_540


def teks(isi: str) -> str:
    """Text or attribute content without the characters that XML forbids (controls, lone surrogates), escaped."""
    return escape(_TERLARANG.sub("", isi), quote=True)


def lari(isi: str, *, tebal: bool = False, miring: bool = False, sifat: str = "") -> str:
    """A run of text; line breaks, tabs and soft hyphens become Word's own. Nothing for an empty text."""
    bagian = [
        _UNSUR.get(potong) or f'<w:t xml:space="preserve">{potong}</w:t>'
        for potong in _ISTIMEWA.split(teks(isi))
        if potong
    ]
    huruf = ("<w:b/>" if tebal else "") + ("<w:i/>" if miring else "") + sifat
    return f"<w:r>{f'<w:rPr>{huruf}</w:rPr>' if huruf else ''}{''.join(bagian)}</w:r>" if bagian else ""


def paragraf(isi: str, gaya: str = "", sifat: str = "") -> str:
    """A paragraph around runs; `sifat` are further properties in the order of the schema, after the style."""
    nama = f'<w:pStyle w:val="{gaya}"/>' if gaya else ""
    return f"<w:p>{f'<w:pPr>{nama}{sifat}</w:pPr>' if nama or sifat else ''}{isi}</w:p>"


def bidang(perintah: str, hasil: str) -> str:
    """A field with the result that stands there until it is renewed (runs)."""
    return f"{buka_bidang(perintah)}{hasil}{TUTUP_BIDANG}"


def buka_bidang(perintah: str) -> str:
    """The beginning of a field whose result may reach over paragraphs; `TUTUP_BIDANG` ends it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {teks(perintah)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


TUTUP_BIDANG = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def tautan(penanda: str, isi: str) -> str:
    """Runs as a link to a bookmark of this document."""
    return f'<w:hyperlink w:anchor="{penanda}" w:history="1">{isi}</w:hyperlink>'
