"""One section of the report as it stands in the whole: its numbers, figures and references are the document's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lkjip.laporan.isi import Bab, Bagian, Dokumen
from lkjip.laporan.render.markah import unsur
from lkjip.laporan.render.pohon import Isi, konteks_dokumen, tulis_bab, tulis_bagian
from lkjip.laporan.render.simpul import Media


def html_bagian(dokumen: Dokumen, kunci: str, media: Media) -> str:
    """The chapter or section `kunci` without the listed sections below it; '' where the document has none such."""
    konteks = konteks_dokumen(dokumen, media)
    for bab in dokumen.bab:
        if bab.kunci == kunci:
            return _bingkai(tulis_bab(replace(bab, isi=_sendiri(bab.isi)), konteks))
        for bagian, tingkat in _semua_bagian(bab):
            if bagian.kunci == kunci:
                return _bingkai(tulis_bagian(replace(bagian, isi=_sendiri(bagian.isi)), konteks, tingkat))
    return ""


def _bingkai(isi: str) -> str:
    return unsur("div", unsur("article", isi, class_="naskah"), class_="laporan-dokumen tanpa-daftar")


def _sendiri(isi: Isi) -> Isi:
    """What stands before and between the sections below; sub-headings of a text are part of it."""
    return tuple(satu for satu in isi if not isinstance(satu, Bagian) or not satu.terdaftar)


def _semua_bagian(bab: Bab) -> Iterator[tuple[Bagian, int]]:
    yield from _di_bawah(bab.isi, 0)


def _di_bawah(isi: Isi, tingkat: int) -> Iterator[tuple[Bagian, int]]:
    for satu in isi:
        if isinstance(satu, Bagian):
            yield satu, tingkat
            yield from _di_bawah(satu.isi, tingkat + 1)
