"""What a text may hold besides paragraphs: lists below lists and sub-headings, on the page and in Word."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx

from lkjip.laporan.compose.narasi import blok_teks
from lkjip.laporan.isi import Bab, Bagian, Dokumen
from lkjip.laporan.render.docx import docx_laporan
from lkjip.laporan.render.html import html_isi
from tests.laporan.contoh_dokumen import contoh_dokumen

TEKS = "1. satu\n   - dalam\n     a. terdalam\n   - lagi\n2. dua\n\n### Subjudul\n\nIsinya."


def dokumen() -> Dokumen:
    isi = (Bagian("uji", "Bagian Uji", tuple(blok_teks(TEKS))),)
    return replace(contoh_dokumen(), sampul=None, bab=(Bab("b", "Bab Uji", isi),))


def test_daftar_di_bawah_butir_berada_di_dalam_butirnya() -> None:
    html = html_isi(dokumen())
    assert '<li>satu<ul class="poin"><li>dalam<ol class="huruf" type="a"><li>terdalam</li></ol></li><li>lagi' in html


def test_word_menomori_daftar_bersarang_sendiri_dan_menjorokkannya() -> None:
    word = docx.Document(BytesIO(docx_laporan(dokumen())))
    butir = [p for p in word.paragraphs if p.text in {"satu", "dalam", "terdalam", "lagi", "dua"}]
    assert [p.text for p in butir] == ["satu", "dalam", "terdalam", "lagi", "dua"]
    nomor = [p._p.xpath("./w:pPr/w:numPr/w:numId/@w:val") for p in butir]
    assert nomor[0] == nomor[4]
    assert nomor[1] == nomor[3]
    assert len({str(n) for n in nomor}) == 3
    inden = [p.paragraph_format.left_indent for p in butir]
    assert inden[0] is None
    assert inden[1] == inden[3]
    assert inden[2] > inden[1]


def test_subjudul_di_word_berada_di_bawah_jenjang_daftar_isi() -> None:
    word = docx.Document(BytesIO(docx_laporan(dokumen())))
    judul = next(p for p in word.paragraphs if p.text == "Subjudul")
    assert judul._p.xpath("./w:pPr/w:pStyle/@w:val") == ["Heading4"]
