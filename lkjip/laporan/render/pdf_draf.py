"""The draft as PDF/A-3b: its sections laid out apart, by several processes, kept by their content, and joined."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, SubElement

from lkjip.laporan.isi import Dokumen
from lkjip.laporan.render.aset import periksa_huruf
from lkjip.laporan.render.pdf import (
    BerkasLampiran,
    MediaCetak,
    berkas_lampiran,
    html_cetak,
    html_pohon,
    pdf_laporan,
    pengambil,
)
from lkjip.laporan.render.pdf_akhir import VARIAN_DRAF
from lkjip.laporan.render.pdf_gabung import gabungkan
from lkjip.laporan.render.pdf_kolam import kolam
from lkjip.laporan.render.pdf_satuan import gaya_satuan, pohon
from lkjip.laporan.render.pdf_susunan import GAYA_KAKI, tata_semua
from lkjip.laporan.render.pdf_tembolok import Tembolok


class Tahap(StrEnum):
    """What a draft is busy with, in the words that a page shows."""

    MENYUSUN = "menyusun"
    MENATA = "menata halaman"
    MENGGABUNGKAN = "menggabungkan"


@dataclass(frozen=True)
class Kemajuan:
    """How far a draft has come: `selesai` of about `seluruh` pages in the stage of the layout, else 0 or 1 of 1."""

    tahap: str
    selesai: int
    seluruh: int


Lapor = Callable[[Kemajuan], None]


def pdf_draf(
    dokumen: Dokumen,
    *,
    tembolok: Path | None,
    proses: int,
    lapor: Lapor | None = None,
    lampiran_berkas: tuple[BerkasLampiran, ...] = (),
) -> bytes:
    """The report as PDF/A-3b, made by `proses` processes; `tembolok` is where sections are kept (None: nowhere).

    `lapor` is told of every stage and step, in the calling thread; what it raises cancels the work and comes out here.
    """
    lapor = lapor or _diam
    lapor(Kemajuan(Tahap.MENYUSUN, 0, 1))
    periksa_huruf(dokumen.tema.huruf)
    media = MediaCetak(tema=dokumen.tema)
    markah = html_cetak(dokumen, media)
    try:
        akar = pohon(markah)
    except ParseError:  # no page of ours, but a text that no XML can hold must not stop a report
        return pdf_laporan(dokumen, lampiran_berkas=lampiran_berkas)
    gaya = akar.findtext("head/style", "")
    simpanan = Tembolok(tembolok)
    with kolam(proses, simpanan, media.berkas, (gaya_satuan(gaya), gaya + GAYA_KAKI)) as pekerja:
        susunan = tata_semua(akar, gaya, pekerja, lambda ada, dari: lapor(Kemajuan(Tahap.MENATA, ada, dari)))
    lapor(Kemajuan(Tahap.MENGGABUNGKAN, 0, 1))
    isi = gabungkan(_kerangka(akar, dokumen, lampiran_berkas), susunan)
    simpanan.rapikan()
    lapor(Kemajuan(Tahap.MENGGABUNGKAN, 1, 1))
    return isi


def _diam(_: Kemajuan) -> None:
    """Nobody asked."""


def _kerangka(akar: Element, dokumen: Dokumen, lampiran: tuple[BerkasLampiran, ...]) -> bytes:
    """An empty page with the metadata and the attachments."""
    kosong = Element("html", dict(akar.attrib))
    kosong.extend(akar.findall("head"))
    SubElement(kosong, "body")
    for gaya in kosong.findall("head/style"):
        gaya.text = ""
    cetakan = html_pohon(kosong, pengambil(MediaCetak())).render()
    return bytes(cetakan.write_pdf(pdf_variant=VARIAN_DRAF, attachments=berkas_lampiran(lampiran, dokumen)))
