"""One unit laid out: what a worker process does. Style and fonts are read once per process, not once per unit."""

from __future__ import annotations

import atexit
import gc
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from lkjip.laporan.render.pdf import DPI_FOTO, MediaCetak, html_pohon, pengambil
from lkjip.laporan.render.pdf_akhir import VARIAN_DRAF
from lkjip.laporan.render.pdf_satuan import AWAL, UJUNG
from lkjip.laporan.render.percepatan import pasang

Gambar = Mapping[str, tuple[bytes, str]]
_HALAMAN_PER_SAPUAN = 60  # the collector of garbage runs after so many pages, between units
_PERSIS = 3  # decimals of a height in px that units agree on


@dataclass(frozen=True)
class HalamanSatuan:
    """What is found on a page, in px from its top left corner: bookmarks (level, label, x, y, state) and anchors."""

    lebar: float
    tinggi: float
    daftar_markah: tuple[tuple[int, str, float, float, str], ...]
    jangkar: Mapping[str, tuple[float, float]]


@dataclass(frozen=True)
class HasilSatuan:
    """A unit's pages. `lanjut` is the height in px at which the next unit of the chain goes on, on the last page; None
    where that begins a page.
    """

    pdf: bytes
    daftar_halaman: tuple[HalamanSatuan, ...]
    lanjut: float | None = None

    def ke_byte(self) -> bytes:
        keterangan = {"halaman": [asdict(satu) for satu in self.daftar_halaman], "lanjut": self.lanjut}
        return json.dumps(keterangan, ensure_ascii=False).encode() + b"\n" + self.pdf

    @classmethod
    def dari_byte(cls, isi: bytes) -> HasilSatuan:
        kepala, pdf = isi.split(b"\n", 1)
        keterangan = json.loads(kepala)
        halaman = (
            HalamanSatuan(h["lebar"], h["tinggi"], tuple(tuple(m) for m in h["daftar_markah"]), h["jangkar"])
            for h in keterangan["halaman"]
        )
        return cls(pdf, tuple(halaman), keterangan["lanjut"])


@cache
def siapkan(gaya: str) -> tuple[Any, Any]:
    """The style sheet as WeasyPrint reads it, and its fonts; kept for the whole process."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    pasang()
    huruf = FontConfiguration()
    return CSS(string=gaya, font_config=huruf, url_fetcher=pengambil(MediaCetak())), huruf


atexit.register(siapkan.cache_clear)  # WeasyPrint's fonts cannot clean up any more when the interpreter is going down
_halaman_sejak_sapuan = 0


def tata_satuan(isi: bytes, gaya: str, awal: float | None, gambar: Gambar) -> HasilSatuan:
    """Lay out and draw a unit; `awal` is the height that the unit before it has taken on the first page."""
    global _halaman_sejak_sapuan
    gc.disable()
    hasil = _tata(_dengan_awal(fromstring(isi), awal), gaya, gambar)
    _halaman_sejak_sapuan += len(hasil.daftar_halaman)
    if _halaman_sejak_sapuan >= _HALAMAN_PER_SAPUAN:
        gc.collect()
        _halaman_sejak_sapuan = 0
    return hasil


def _dengan_awal(akar: Element, awal: float | None) -> Element:
    for induk in akar.iter("section"):
        ruang = induk.find("div") if len(induk) and induk[0].get("class") == AWAL else None
        if ruang is None:
            continue
        if awal is None:
            induk.remove(ruang)
        else:
            ruang.set("style", f"height:{awal}px")
        break
    return akar


def _tata(akar: Element, gaya: str, gambar: Gambar) -> HasilSatuan:
    sheet, huruf = siapkan(gaya)
    media = MediaCetak(berkas=dict(gambar))
    dokumen = html_pohon(akar, pengambil(media)).render(font_config=huruf, stylesheets=[sheet])
    halaman = dokumen.pages
    lanjut, banyak = None, len(halaman)
    if UJUNG in halaman[-1].anchors:
        lanjut = round(_tinggi_terpakai(halaman[-1]), _PERSIS)
        if lanjut <= 0:
            lanjut, banyak = None, banyak - 1
    pdf = dokumen.copy(halaman[:banyak]).write_pdf(pdf_variant=VARIAN_DRAF, dpi=DPI_FOTO)
    return HasilSatuan(pdf, tuple(_halaman(satu) for satu in halaman[:banyak]), lanjut)


def _tinggi_terpakai(halaman: Any) -> float:
    """How much of the page stands above the space over the next heading, which that heading brings along itself: if it
    has to go to another page, its space goes with it.
    """
    kotak = next(k for k in halaman._page_box.descendants() if k.element is not None and k.element.get("id") == UJUNG)
    return float(kotak.border_box_y() - kotak.margin_top - halaman._page_box.content_box_y())


def _halaman(halaman: Any) -> HalamanSatuan:
    markah = tuple((tingkat, label, x, y, keadaan) for tingkat, label, (x, y), keadaan in halaman.bookmarks)
    jangkar = {nama: (kotak[0], kotak[1]) for nama, kotak in halaman.anchors.items() if nama != UJUNG}
    return HalamanSatuan(halaman.width, halaman.height, markah, jangkar)
