"""Dokumen → one HTML page that needs nothing else: style embedded, pictures inline, no script, no outside address."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace

from lkjip.dasar.periode import tulis_tanggal
from lkjip.laporan.grafik import gambar_svg
from lkjip.laporan.isi import TEMA_BAKU, Dokumen, Entri, Gambar, Grafik, Kertas, Tema, nomori
from lkjip.laporan.render.aset import gaya
from lkjip.laporan.render.gaya_tema import gaya_tema_layar
from lkjip.laporan.render.markah import atribut, jangkar, teks, unsur
from lkjip.laporan.render.pohon import belah, konteks_dokumen, tulis_sampul, tulis_semua_bab
from lkjip.laporan.render.simpul import Konteks, gaya_gambar

_MIME_GAMBAR = frozenset({"image/png", "image/jpeg"})
_TINGKAT_NAVIGASI = 2


@dataclass(frozen=True)
class MediaLayar:
    """Pictures stand in the page itself."""

    cetak: bool = False
    tema: Tema = TEMA_BAKU

    def gambar(self, simpul: Grafik | Gambar) -> str:
        if isinstance(simpul, Grafik):
            return gambar_svg(
                simpul.data, judul=simpul.judul, alt=simpul.alt, awalan=jangkar(simpul.kunci), tema=self.tema
            )
        if simpul.mime not in _MIME_GAMBAR:
            raise ValueError(f"gambar '{simpul.kunci}' bukan PNG atau JPEG: {simpul.mime}")
        isi = f"data:{simpul.mime};base64,{b64encode(simpul.isi).decode('ascii')}"
        return f"<img{atribut(src=isi, alt=simpul.alt, style=gaya_gambar(simpul))}>"


@dataclass(frozen=True)
class MediaSitus(MediaLayar):
    """On a page of the site the agency's pictures are fetched by their address, for which the site asks who wants it:
    `alamat` is that of a picture with this SHA-256."""

    alamat: Callable[[str], str] = str

    def gambar(self, simpul: Grafik | Gambar) -> str:
        if isinstance(simpul, Grafik) or not simpul.sidik:
            return super().gambar(simpul)
        tanda = atribut(src=self.alamat(simpul.sidik), alt=simpul.alt, style=gaya_gambar(simpul), loading="lazy")
        return f"<img{tanda}>"


def html_isi(dokumen: Dokumen, media: MediaLayar | None = None) -> str:
    """Contents list and article, to stand inside a page of the site that links `laporan/dokumen.css`."""
    konteks = konteks_dokumen(dokumen, replace(media or MediaLayar(), tema=dokumen.tema))
    depan, isi = belah(dokumen)
    tubuh = tulis_sampul(dokumen.sampul, konteks) + tulis_semua_bab((*depan, *isi), konteks)
    artikel = unsur("article", tubuh + _kaki(dokumen), class_="naskah", id="naskah")
    samping = _navigasi(konteks)
    kelas = "laporan-dokumen" if samping else "laporan-dokumen tanpa-daftar"
    return unsur("div", samping + artikel, class_=kelas, style=gaya_tema_layar(dokumen.tema))


def html_laporan(dokumen: Dokumen) -> str:
    """The whole page."""
    kepala = (
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        unsur("title", teks(dokumen.judul)),
        f"<meta{atribut(name='author', content=dokumen.penulis)}>",
        f"<meta{atribut(name='description', content=dokumen.subjek)}>" if dokumen.subjek else "",
        f"<meta{atribut(name='keywords', content=', '.join(dokumen.kata_kunci))}>" if dokumen.kata_kunci else "",
        f"<meta{atribut(name='dcterms.date', content=dokumen.tanggal.isoformat())}>" if dokumen.tanggal else "",
        unsur("style", gaya("dokumen.css") + _gaya_lembar(dokumen)),
    )
    lompat = '<a class="lompat" href="#naskah">Langsung ke isi laporan</a>'
    tubuh = unsur("body", lompat + html_isi(dokumen), class_="laporan-mandiri")
    return f'<!DOCTYPE html>\n<html lang="id">{unsur("head", kepala)}{tubuh}</html>\n'


def _gaya_lembar(dokumen: Dokumen) -> str:
    """Only what the reports do without: sheets beside which no contents stand, and the other paper."""
    gaya_layar = "" if nomori(dokumen).daftar_isi else gaya("lembar.css")
    lebar, tinggi = dokumen.kertas.ukuran_mm
    kertas = "" if dokumen.kertas is Kertas.A4 else f"@media print{{@page{{size:{lebar}mm {tinggi}mm}}}}"
    return gaya_layar + kertas


def _navigasi(konteks: Konteks) -> str:
    """The contents twice: beside the text on a wide screen, to be opened on a phone; style shows one of them.

    A document of sheets without headings has none.
    """
    if not konteks.penomoran.daftar_isi:
        return ""
    daftar = _pohon_navigasi(konteks)
    samping = unsur(
        "nav", unsur("p", "Daftar Isi", class_="kepala") + daftar, class_="samping", aria_label="Daftar isi"
    )
    lipat = unsur(
        "details", unsur("summary", "Daftar Isi") + unsur("nav", daftar, aria_label="Daftar isi"), class_="lipat"
    )
    return samping + lipat


def _pohon_navigasi(konteks: Konteks) -> str:
    """Nested lists from the flat entries; deeper levels than the third stay out."""
    entri = [satu for satu in konteks.penomoran.daftar_isi if satu.tingkat <= _TINGKAT_NAVIGASI]
    return _cabang(entri, 0)


def _cabang(entri: list[Entri], tingkat: int) -> str:
    butir: list[str] = []
    awal = 0
    for ke in range(1, len(entri) + 1):
        if ke == len(entri) or entri[ke].tingkat <= tingkat:
            kepala = entri[awal]
            nomor = unsur("span", teks(kepala.label), class_="nomor") + " " if kepala.label else ""
            tautan = unsur("a", nomor + unsur("span", teks(kepala.judul)), href=f"#{jangkar(kepala.kunci)}")
            anak = entri[awal + 1 : ke]
            butir.append(unsur("li", tautan + (_cabang(anak, tingkat + 1) if anak else "")))
            awal = ke
    return unsur("ol", butir, class_=f"tingkat-{tingkat}")


def _kaki(dokumen: Dokumen) -> str:
    """A sheet without a running foot has none on the screen either."""
    if not dokumen.kaki:
        return ""
    tanggal = f" · {tulis_tanggal(dokumen.tanggal)}" if dokumen.tanggal else ""
    return unsur("footer", teks(f"{dokumen.kaki}{tanggal}"), class_="kaki")
