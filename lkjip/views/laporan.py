"""The report of one agency-year: to read in the site, to download."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from lkjip.buku_kerja.writers.xlsx import xlsx_bytes
from lkjip.cetak import MIME_XLSX, nama_dasar
from lkjip.cetak_dokumen import MIME_DOKUMEN, PENCETAK_DOKUMEN, panjang
from lkjip.halaman.keadaan_naskah import keadaan_naskah
from lkjip.laporan.compose import compose, compose_naskah
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.data_penyusunan import Bentuk, JenisBerkas, Pesanan
from lkjip.laporan.isi import Dokumen
from lkjip.laporan.render.html import MediaLayar, MediaSitus, html_isi
from lkjip.laporan.render.html_bagian import html_bagian
from lkjip.laporan.render.xlsx import xlsx_laporan
from lkjip.laporan.selectors_naskah import load_catatan
from lkjip.penyusunan.views.pesan import unduh_lewat_antrean
from lkjip.reviu.views.sisipan import catatan_dalam_baca
from lkjip.selectors import load_buku
from lkjip.views.pilihan import Permintaan, baca_permintaan, muat_buku, pemilih
from lkjip.views.rangka import buka_tahun, daftar_sub_laporan, rangka
from renstra import akses

_CETAK = {Bentuk.XLSX: xlsx_laporan} | {Bentuk(nama): cetak for nama, cetak in PENCETAK_DOKUMEN.items()}
_MIME = {Bentuk.XLSX: MIME_XLSX} | {Bentuk(nama): mime for nama, mime in MIME_DOKUMEN.items()}


def unduhan(isi: bytes, mime: str, nama: str) -> HttpResponse:
    """A file to keep. `nama` comes from `nama_dasar` or `nama_berkas`: letters, digits and dashes only."""
    return HttpResponse(isi, content_type=mime, headers={"Content-Disposition": f'attachment; filename="{nama}"'})


def isi_dokumen(dokumen: Dokumen, media: MediaLayar | None = None) -> SafeString:
    """The document as part of a page; `media` says where its pictures come from.

    The renderer escapes every text; what it returns is the only HTML that is taken as it is.
    """
    return mark_safe(html_isi(dokumen, media))


def isi_bagian(dokumen: Dokumen, kunci: str, media: MediaLayar) -> SafeString:
    """One section of the document as part of a page, by the same renderer."""
    return mark_safe(html_bagian(dokumen, kunci, media))


def media_situs(kode: str, tahun: int) -> MediaSitus:
    """On the site a page asks for the report's pictures by their address."""
    return MediaSitus(alamat=lambda sidik: reverse("berkas_gambar", args=[kode, tahun, sidik]))


@require_safe
@login_required
def baca_laporan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    tahun_kinerja, minta = buka_tahun(request.user, kode, tahun), baca_permintaan(request)
    buku = muat_buku(tahun_kinerja, minta)
    naskah = compose_naskah(buku)
    keadaan = keadaan_naskah(Konteks(buku.pada(buku.hari_laporan)), naskah, load_catatan(tahun_kinerja))
    isi_laporan = isi_dokumen(naskah.dokumen, media_situs(kode, tahun))
    boleh_ubah = akses.boleh_ubah(request.user, tahun_kinerja.instansi)
    kerangka = rangka(tahun_kinerja, Konteks(buku), "laporan", boleh_ubah=boleh_ubah)
    isi = {"rangka": kerangka, "isi_laporan": isi_laporan, "keadaan": keadaan}
    isi["daftar_sub"] = daftar_sub_laporan(kode, tahun, "laporan", minta.kueri)
    isi["pemilih"] = pemilih(request, tahun_kinerja, minta, buku.laporan)
    if not minta.kueri:  # a reviu is of the year's report
        isi["catatan_reviu"] = catatan_dalam_baca(request.user, tahun_kinerja, naskah.dokumen)
    return render(request, "situs/laporan/baca.html", isi)


@require_safe
@login_required
def unduh_html(request: HttpRequest, kode: str, tahun: int) -> HttpResponseBase:
    return _unduh_langsung_atau_antre(request, kode, tahun, Bentuk.HTML)


@require_safe
@login_required
def unduh_docx(request: HttpRequest, kode: str, tahun: int) -> HttpResponseBase:
    return _unduh_langsung_atau_antre(request, kode, tahun, Bentuk.DOCX)


def _unduh_langsung_atau_antre(request: HttpRequest, kode: str, tahun: int, bentuk: Bentuk) -> HttpResponseBase:
    """Written here where it takes a moment; a very long report is made by a worker."""
    tahun_kinerja, minta = buka_tahun(request.user, kode, tahun), baca_permintaan(request)
    buku = muat_buku(tahun_kinerja, minta)
    akhiran = "-tabel" if bentuk is Bentuk.XLSX else ""  # the workbook has the name without it
    dokumen, nama = compose(buku), f"{nama_dasar(buku)}{akhiran}.{bentuk.value}"
    if panjang(dokumen, bentuk.value):
        return unduh_lewat_antrean(request, tahun_kinerja, _pesanan(minta, bentuk), buku, nama)
    return unduhan(_CETAK[bentuk](dokumen), _MIME[bentuk], nama)


def _pesanan(minta: Permintaan, bentuk: Bentuk, *, akhir: bool = False) -> Pesanan:
    return Pesanan(JenisBerkas.LAPORAN, bentuk, akhir, triwulan=minta.triwulan, unit=minta.unit)


@require_safe
@login_required
def unduh_xlsx(request: HttpRequest, kode: str, tahun: int) -> HttpResponseBase:
    return _unduh_langsung_atau_antre(request, kode, tahun, Bentuk.XLSX)


@require_safe
@login_required
def unduh_buku_kerja(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    buku = load_buku(buka_tahun(request.user, kode, tahun))
    return unduhan(xlsx_bytes(buku), MIME_XLSX, f"{nama_dasar(buku)}.xlsx")


@require_safe
@login_required
def unduh_pdf(request: HttpRequest, kode: str, tahun: int) -> HttpResponseBase:
    """The PDF when it is ready, else the page that waits for it. `?akhir=ya`: the final one, to be handed in."""
    tahun_kinerja, minta = buka_tahun(request.user, kode, tahun), baca_permintaan(request)
    buku = muat_buku(tahun_kinerja, minta)
    pesanan = _pesanan(minta, Bentuk.PDF, akhir=request.GET.get("akhir") == "ya")
    nama = f"{nama_dasar(buku)}{'-arsip' if pesanan.akhir else ''}.pdf"
    return unduh_lewat_antrean(request, tahun_kinerja, pesanan, buku, nama)
