"""Dokumen → PDF/A-3b by WeasyPrint: bundled fonts, no outside file, the same bytes for the same data.

Measured choices: fixed column widths, separate borders, soft hyphens in cells, garbage collection off while rendering.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from lkjip.laporan.grafik import gambar_svg
from lkjip.laporan.isi import TEMA_BAKU, Dokumen, Gambar, Grafik, Kertas, Tema
from lkjip.laporan.render.aset import SKEMA, gaya, huruf, periksa_huruf
from lkjip.laporan.render.bidang_tanda import BidangKosong, letak_bidang
from lkjip.laporan.render.cap import gaya_cap
from lkjip.laporan.render.gaya_tema import gaya_huruf, gaya_tema_cetak
from lkjip.laporan.render.markah import atribut, jangkar, teks, unsur
from lkjip.laporan.render.pdf_akhir import VARIAN_14, VARIAN_AKHIR, VARIAN_DRAF, ringankan, tandai_ua, tanpa_bening
from lkjip.laporan.render.pdf_satuan import pohon
from lkjip.laporan.render.pdf_tag import rapikan_tag
from lkjip.laporan.render.percepatan import pasang
from lkjip.laporan.render.pohon import belah, konteks_dokumen, tulis_sampul, tulis_semua_bab
from lkjip.laporan.render.simpul import gaya_gambar

TANPA_TANGGAL = date(2000, 1, 1)
DPI_FOTO = 150


@dataclass(frozen=True)
class BerkasLampiran:
    """A file inside the PDF, e.g. the workbook from which its figures can be recomputed."""

    nama: str
    isi: bytes
    keterangan: str = ""
    hubungan: str = "Source"


class AlamatDitolak(ValueError):
    """The document asked for a file that is not ours; it never gets one."""


@dataclass
class MediaCetak:
    """Collects the pictures; the page names them by their content, in addresses that only `ambil` understands."""

    cetak: bool = True
    tema: Tema = TEMA_BAKU
    bening: bool = True  # whether pictures may be transparent
    berkas: dict[str, tuple[bytes, str]] = field(default_factory=dict)

    def gambar(self, simpul: Grafik | Gambar) -> str:
        if isinstance(simpul, Grafik):
            svg = gambar_svg(
                simpul.data, judul=simpul.judul, alt=simpul.alt, awalan=jangkar(simpul.kunci), tema=self.tema
            )
            isi, mime = svg.encode(), "image/svg+xml"
        else:
            isi, mime = simpul.isi, simpul.mime
            isi = tanpa_bening(isi) if mime == "image/png" and not self.bening else isi
        alamat = f"{SKEMA}gambar/{hashlib.sha256(isi).hexdigest()[:32]}"
        self.berkas[alamat] = (isi, mime)
        gaya_sendiri = gaya_gambar(simpul) if isinstance(simpul, Gambar) else None
        return f"<img{atribut(src=alamat, alt=simpul.alt, style=gaya_sendiri)}>"

    def ambil(self, alamat: str) -> tuple[bytes, str]:
        """A font of ours or a picture of this report. Anything else is refused."""
        if alamat.startswith(f"{SKEMA}huruf/"):
            return huruf(alamat.removeprefix(f"{SKEMA}huruf/")), "font/otf" if alamat.endswith(".otf") else "font/ttf"
        if alamat not in self.berkas:
            raise AlamatDitolak(f"alamat di luar laporan ditolak: {alamat}")
        return self.berkas[alamat]


def pdf_laporan(
    dokumen: Dokumen,
    *,
    lampiran_berkas: tuple[BerkasLampiran, ...] = (),
    akhir: bool = False,
    pdf14: bool = False,
) -> bytes:
    """The report as PDF/A-3b with bookmarks, links, page labels and the attachments; `akhir`: as it is archived and
    signed, PDF/A-3a and PDF/UA-1, with an empty field for each signature where it has a `cap`. `pdf14`: for signing
    engines that refuse newer files PDF/A-1a, in which no file may be attached; it does not call itself PDF/UA, because
    its fonts carry the CIDSet that PDF/A-1 demands and PDF/UA checks more strictly.
    """
    periksa_huruf(dokumen.tema.huruf)
    varian = VARIAN_DRAF if not akhir else VARIAN_14 if pdf14 else VARIAN_AKHIR
    lampiran_berkas = () if akhir and pdf14 else lampiran_berkas
    media = MediaCetak(tema=dokumen.tema, bening=varian != VARIAN_14)
    markah = html_cetak(dokumen, media)
    with tanpa_pemulung():
        isi, bidang = _cetak(markah, media, dokumen, lampiran_berkas, varian)
    return ringankan(isi, bidang, pdf14=pdf14) if akhir else isi


def html_cetak(dokumen: Dokumen, media: MediaCetak) -> str:
    """The page that WeasyPrint lays out."""
    konteks = konteks_dokumen(dokumen, media)
    depan, isi = belah(dokumen)
    tanggal = dokumen.tanggal.isoformat() if dokumen.tanggal else None
    kepala = (
        '<meta charset="utf-8">',
        unsur("title", teks(dokumen.judul)),
        f"<meta{atribut(name='author', content=dokumen.penulis)}>",
        f"<meta{atribut(name='description', content=dokumen.subjek or dokumen.judul)}>",
        f"<meta{atribut(name='keywords', content=', '.join(dokumen.kata_kunci))}>" if dokumen.kata_kunci else "",
        f"<meta{atribut(name='generator', content='LKjIP')}>",
        f"<meta{atribut(name='dcterms.created', content=tanggal)}>" if tanggal else "",
        f"<meta{atribut(name='dcterms.modified', content=tanggal)}>" if tanggal else "",
        unsur(
            "style",
            gaya_huruf(dokumen.tema.huruf) + gaya("cetak.css") + gaya_tema_cetak(dokumen) + _gaya_lembar(dokumen),
        ),
    )
    tubuh = (
        tulis_sampul(dokumen.sampul, konteks),
        unsur("div", tulis_semua_bab(depan, konteks), class_="muka") if depan else "",
        unsur("main", tulis_semua_bab(isi, konteks), class_="tubuh") if isi else "",
    )
    return (
        f'<!DOCTYPE html>\n<html lang="id">{unsur("head", kepala)}{unsur("body", tubuh, data_kaki=dokumen.kaki)}</html>'
    )


def _gaya_lembar(dokumen: Dokumen) -> str:
    """What differs from the report on A4 with its foot: the other paper, and sheets without a foot."""
    gaya_sendiri = ""
    if dokumen.kertas is not Kertas.A4:
        lebar, tinggi = dokumen.kertas.ukuran_mm
        gaya_sendiri += f"@page{{size:{lebar}mm {tinggi}mm}}@page mendatar{{size:{tinggi}mm {lebar}mm}}"
        gaya_sendiri += f".sampul{{height:{tinggi}mm}}"
    if not dokumen.kaki:
        kosong = "{content:none;border:0}"
        gaya_sendiri += f"@page{{@bottom-left{kosong}@bottom-right{kosong}}}@page depan{{@bottom-right{kosong}}}"
    if dokumen.cap:
        gaya_sendiri += gaya_cap(dokumen.cap)
    return gaya_sendiri


def _cetak(
    markah: str, media: MediaCetak, dokumen: Dokumen, lampiran: tuple[BerkasLampiran, ...], varian: str
) -> tuple[bytes, tuple[BidangKosong, ...]]:
    """The file, and where its signatures go."""
    dokumen_cetak = tata_letak(markah, media)
    _, isi = belah(dokumen)
    awal_isi = jangkar(isi[0].kunci) if isi else ""
    jangkar_per_halaman = [halaman.anchors for halaman in dokumen_cetak.pages]
    label = _penanda_halaman(jangkar_per_halaman, awal_isi, bersampul=dokumen.sampul is not None)
    berkas = berkas_lampiran(lampiran, dokumen)
    pilihan = {"pdf_variant": varian, "dpi": DPI_FOTO, "attachments": berkas}
    bidang = letak_bidang(dokumen, dokumen_cetak.pages) if varian != VARIAN_DRAF else ()
    akhiri = label if varian == VARIAN_DRAF else _penyelesai(label, dokumen, ua=varian == VARIAN_AKHIR)
    return bytes(dokumen_cetak.write_pdf(finisher=akhiri, **pilihan)), bidang


def berkas_lampiran(lampiran: tuple[BerkasLampiran, ...], dokumen: Dokumen) -> list[Any]:
    """The attachments for WeasyPrint, dated like the report."""
    # Imported here: half a second and a C library that only the PDF needs.
    from weasyprint import Attachment

    saat = datetime.combine(dokumen.tanggal or TANPA_TANGGAL, time(), UTC)
    return [
        Attachment(
            file_obj=BytesIO(satu.isi), name=satu.nama, description=satu.keterangan, created=saat, modified=saat,
            relationship=satu.hubungan,
        )
        for satu in lampiran
    ]  # fmt: skip


def _penyelesai(label: Callable[[Any, Any], None], dokumen: Dokumen, *, ua: bool) -> Callable[[Any, Any], None]:
    """What makes the final PDF of the printed pages, after the page labels."""

    def selesaikan(dokumen_cetak: Any, pdf: Any) -> None:
        label(dokumen_cetak, pdf)
        rapikan_tag(dokumen_cetak, pdf, nama_tautan(dokumen))
        if ua:
            tandai_ua(pdf)

    return selesaikan


def nama_tautan(dokumen: Dokumen) -> dict[str, str]:
    """Where a link leads, in words, by its anchor: "Tabel 3.4 Capaian …"."""
    konteks = konteks_dokumen(dokumen, MediaCetak())
    label = konteks.penomoran.label_per_kunci
    return {
        jangkar(kunci): f"{label.get(kunci, '')} {judul}".strip() for kunci, judul in konteks.judul_per_kunci.items()
    }


def tata_letak(markah: str, media: MediaCetak) -> Any:
    """WeasyPrint's laid-out pages."""
    from weasyprint import HTML

    pasang()
    ambil = pengambil(media)
    try:
        akar = pohon(markah)
    except ParseError:  # the HTML parser takes everything, in ten times the time
        return HTML(string=markah, url_fetcher=ambil).render()
    return html_pohon(akar, ambil).render()


def html_pohon(akar: Element, url_fetcher: Any) -> Any:
    """WeasyPrint's document around an element tree that is there already."""
    import cssselect2
    from weasyprint import HTML

    class HtmlPohon(HTML):  # type: ignore[misc]
        def __init__(self) -> None:
            self.base_url, self.url_fetcher, self.media_type = None, url_fetcher, "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(akar, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

    return HtmlPohon()


def pengambil(media: MediaCetak) -> Any:
    """WeasyPrint's way to a file: only through `media`; a refusal stops the rendering instead of leaving a hole."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class PengambilSendiri(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:
            isi, mime = media.ambil(url)
            return URLFetcherResponse(url, body=isi, headers={"Content-Type": mime})

    return PengambilSendiri(allowed_protocols=(SKEMA.rstrip(":"),), fail_on_errors=True)


def _penanda_halaman(
    jangkar_per_halaman: Sequence[Container[str]], awal_isi: str, *, bersampul: bool
) -> Callable[[Any, Any], None]:
    """The page labels, for WeasyPrint to write."""
    banyak = len(jangkar_per_halaman)
    awal = next((ke for ke, jangkar_di in enumerate(jangkar_per_halaman) if awal_isi in jangkar_di), banyak)

    def selesaikan(_: object, pdf: Any) -> None:
        import pydyf  # type: ignore[import-untyped]

        nomor = pydyf.Array()
        for ke, tanda in label_halaman(awal, banyak, bersampul=bersampul):
            isi = {"S": tanda} if tanda.startswith("/") else {"P": pydyf.String(tanda)}
            nomor.extend([ke, pydyf.Dictionary(isi)])
        pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": nomor})

    return selesaikan


def label_halaman(awal: int, banyak: int, *, bersampul: bool) -> list[tuple[int, str]]:
    """Page labels of the PDF viewer: Sampul, i, ii … and 1, 2 … from the first chapter (page `awal`), as printed.

    Each is the page from which it holds, and either a prefix or the name of a style.
    """
    muka = int(bersampul)  # the first page after the cover
    label = [(0, "Sampul")] if bersampul else []
    if awal > muka:
        label.append((muka, "/r"))
    if muka <= awal < banyak:
        label.append((awal, "/D"))
    return label


@contextmanager
def tanpa_pemulung() -> Iterator[None]:
    """The layout makes millions of objects and no garbage worth looking for: a fifth of the time is saved."""
    aktif = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if aktif:
            gc.enable()
