"""The visible signature: a page as large as its box, printed with the report's own fonts, and drawn into the field.

pyHanko's own text stamps break PDF/A (fonts that are not embedded, or have wrong widths); a printed page does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import layout
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.stamp import StaticStampStyle

from lkjip.dasar.periode import tulis_tanggal
from lkjip.laporan.isi import HurufTema
from lkjip.laporan.render.aset import periksa_huruf
from lkjip.laporan.render.gaya_tema import gaya_huruf
from lkjip.laporan.render.markah import teks, unsur
from lkjip.laporan.render.pdf import MediaCetak, pengambil
from lkjip.laporan.signing.data import Stempel

_HURUF = HurufTema.LIBERATION_SANS
_UKURAN = (7.5, 7.0, 6.5, 6.0, 5.5, 5.0, 4.5, 4.0, 3.5, 3.0)  # points; the first at which everything fits
_TEPI = 3.0  # points between the text and the edge of its part
_GAYA = """
@page { size: %(lebar).2fpt %(tinggi).2fpt; margin: 0 }
html { font: %(huruf).2fpt/1.18 "%(keluarga)s"; color: #111; overflow-wrap: anywhere; hyphens: none }
body { margin: 0; padding: %(atas).2fpt %(tepi).2fpt 0 %(kiri).2fpt }
p { margin: 0 }
.pengantar { font-size: .86em }
.nama { font-weight: bold; margin-top: .25em }
.waktu { margin-top: .25em }
.percobaan { color: #a40000; font-weight: bold }
#akhir { display: block; height: 0 }
"""


def lebar_qr(lebar: float, tinggi: float) -> float:
    """How much of a box's left belongs to the QR that the report printed there: a square, where the box is long."""
    return tinggi if lebar >= 2 * tinggi else 0.0


def pdf_stempel(stempel: Stempel, lebar: float, tinggi: float, *, zona: tzinfo, sisakan_qr: bool = True) -> bytes:
    """The stamp as a PDF page of that size (points), transparent where nothing is written.

    It shrinks until everything fits. `sisakan_qr`: the place of the QR stays empty.
    """
    periksa_huruf(_HURUF)
    kiri = (lebar_qr(lebar, tinggi) if sisakan_qr else 0.0) + _TEPI
    isi = "".join(_baris(stempel, zona))
    for huruf in _UKURAN:
        ukuran = {"lebar": lebar, "tinggi": tinggi, "kiri": kiri, "huruf": huruf, "atas": _TEPI / 2}
        halaman = _tata(isi, ukuran)
        if len(halaman.pages) == 1:
            sisa = tinggi - halaman.pages[0].anchors["akhir"][1] * 0.75 - _TEPI / 2
            tengah = _tata(isi, {**ukuran, "atas": _TEPI / 2 + max(sisa, 0) / 2})
            return bytes((tengah if len(tengah.pages) == 1 else halaman).write_pdf())
    return bytes(halaman.copy(halaman.pages[:1]).write_pdf())


def gaya_stempel(stempel: Stempel, lebar: float, tinggi: float, *, zona: tzinfo, sisakan_qr: bool) -> StaticStampStyle:
    """The stamp as pyHanko draws it, without frame and margins."""
    halaman = pdf_stempel(stempel, lebar, tinggi, zona=zona, sisakan_qr=sisakan_qr)
    rata = layout.SimpleBoxLayoutRule(
        x_align=layout.AxisAlignment.ALIGN_MIN,
        y_align=layout.AxisAlignment.ALIGN_MIN,
        margins=layout.Margins(),
    )
    return StaticStampStyle(
        background=_HalamanStempel(halaman), background_layout=rata, background_opacity=1.0, border_width=0
    )


def tulis_waktu(waktu: datetime, zona: tzinfo) -> str:
    """`28 Februari 2025 14.03 WIB`."""
    setempat = waktu.astimezone(zona)
    return f"{tulis_tanggal(setempat.date())} {setempat:%H.%M} {setempat.tzname() or ''}".rstrip()


def daftar_baris(stempel: Stempel, zona: tzinfo) -> Iterator[tuple[str, str]]:
    """The lines of the stamp, each with what it is ('' where it is nothing special)."""
    yield "Ditandatangani secara elektronik oleh", "pengantar"
    if stempel.jabatan:
        yield stempel.jabatan, ""
    yield stempel.nama, "nama"
    if stempel.pangkat:
        yield stempel.pangkat, ""
    if stempel.nip:
        yield f"NIP {stempel.nip}", ""
    if stempel.waktu:
        yield tulis_waktu(stempel.waktu, zona), "waktu"
    if stempel.percobaan:
        yield "PERCOBAAN, tidak berlaku sah", "percobaan"


def _baris(stempel: Stempel, zona: tzinfo) -> Iterator[str]:
    for isi, jenis in daftar_baris(stempel, zona):
        yield unsur("p", teks(isi), class_=jenis) if jenis else unsur("p", teks(isi))
    yield unsur("span", "", id="akhir")


def _tata(isi: str, ukuran: dict[str, float]) -> Any:
    """WeasyPrint's laid-out stamp."""
    from weasyprint import HTML

    gaya = gaya_huruf(_HURUF) + _GAYA % {**ukuran, "tepi": _TEPI, "keluarga": periksa_huruf(_HURUF).nama_cetak}
    markah = f'<!DOCTYPE html><html lang="id"><head>{unsur("style", gaya)}</head>{unsur("body", isi)}</html>'
    return HTML(string=markah, url_fetcher=pengambil(MediaCetak())).render()


class _HalamanStempel(PdfContent):
    """A page in memory; pyHanko's own class wants a file."""

    def __init__(self, isi: bytes) -> None:
        self._isi = isi
        super().__init__()

    def render(self) -> bytes:
        bentuk = self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(self._isi)))
        self.resources.xobject["/Stempel"] = bentuk
        kiri, bawah, kanan, atas = (float(sisi) for sisi in bentuk.get_object()["/BBox"])
        self.box = layout.BoxConstraints(width=abs(kanan - kiri), height=abs(atas - bawah))
        return b"/Stempel Do"
