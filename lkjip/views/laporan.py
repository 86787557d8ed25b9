"""The report of one agency-year: to read in the site, to download."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect

from lkjip.berkas_pdf import BerkasPdf, KeadaanBerkas, siapkan_pdf
from lkjip.buku_kerja.writers.xlsx import xlsx_bytes
from lkjip.cetak import MIME_DOCX, MIME_XLSX, cetak_docx, cetak_html, nama_dasar
from lkjip.halaman.keadaan_naskah import keadaan_naskah
from lkjip.laporan.compose import compose_naskah
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Dokumen
from lkjip.laporan.render.html import html_isi
from lkjip.laporan.selectors_naskah import load_catatan
from lkjip.selectors import load_buku, load_buku_laporan
from lkjip.views.rangka import buka_tahun, rangka


def unduhan(isi: bytes, mime: str, nama: str) -> HttpResponse:
    """A file to keep. `nama` comes from `nama_dasar` or `nama_berkas`: letters, digits and dashes only."""
    return HttpResponse(isi, content_type=mime, headers={"Content-Disposition": f'attachment; filename="{nama}"'})


def isi_dokumen(dokumen: Dokumen) -> SafeString:
    """The document as part of a page.

    The renderer escapes every text; what it returns is the only HTML that is taken as it is.
    """
    return mark_safe(html_isi(dokumen))


@require_safe
@login_required
def baca_laporan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    tahun_kinerja = buka_tahun(request.user, kode, tahun)
    buku = load_buku_laporan(tahun_kinerja)
    naskah = compose_naskah(buku)
    keadaan = keadaan_naskah(Konteks(buku.pada(buku.hari_laporan)), naskah, load_catatan(tahun_kinerja))
    kerangka = rangka(tahun_kinerja, Konteks(buku), "laporan")
    isi = {"rangka": kerangka, "isi_laporan": isi_dokumen(naskah.dokumen), "keadaan": keadaan}
    return render(request, "situs/laporan/baca.html", isi)


@require_safe
@login_required
def unduh_html(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    buku = load_buku_laporan(buka_tahun(request.user, kode, tahun))
    return unduhan(cetak_html(buku), "text/html; charset=utf-8", f"{nama_dasar(buku)}.html")


@require_safe
@login_required
def unduh_docx(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    buku = load_buku_laporan(buka_tahun(request.user, kode, tahun))
    return unduhan(cetak_docx(buku), MIME_DOCX, f"{nama_dasar(buku)}.docx")


@require_safe
@login_required
def unduh_buku_kerja(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    buku = load_buku(buka_tahun(request.user, kode, tahun))
    return unduhan(xlsx_bytes(buku), MIME_XLSX, f"{nama_dasar(buku)}.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
@login_required
def unduh_pdf(request: HttpRequest, kode: str, tahun: int) -> HttpResponseBase:
    """The PDF when it is ready, else a page that waits for it. POST tries again after a failure."""
    tahun_kinerja = buka_tahun(request.user, kode, tahun)
    buku = load_buku_laporan(tahun_kinerja)
    berkas = siapkan_pdf(buku, Path(settings.MEDIA_ROOT) / "laporan", ulang=request.method == "POST")
    if request.method == "POST":
        return redirect("unduh_pdf", kode, tahun)
    if request.headers.get("HX-Request"):
        return _kemajuan(request, kode, tahun, berkas)
    if berkas.keadaan is KeadaanBerkas.SIAP:
        return FileResponse(berkas.path.open("rb"), as_attachment=True, filename=f"{nama_dasar(buku)}.pdf")
    kerangka = rangka(tahun_kinerja, Konteks(buku), "laporan")
    return render(
        request, "situs/laporan/proses.html", isi_proses(berkas, request.path) | {"rangka": kerangka}, status=202
    )


def _kemajuan(request: HttpRequest, kode: str, tahun: int, berkas: BerkasPdf) -> HttpResponse:
    """The part that the waiting page asks for each second; once ready, it starts the download by itself."""
    if berkas.keadaan is KeadaanBerkas.SIAP and "mulai" in request.GET:
        return HttpResponseClientRedirect(reverse("unduh_pdf", args=[kode, tahun]))
    return render(request, "situs/laporan/_proses.html", isi_proses(berkas, request.path))


def isi_proses(berkas: BerkasPdf, alamat: str, alamat_ulang: str = "") -> dict[str, object]:
    """What the waiting page needs: how far the file is, and where to ask again. Without `alamat_ulang` a POST to the
    address itself tries again after a failure.
    """
    return {
        "gagal": berkas.keadaan is KeadaanBerkas.GAGAL,
        "siap": berkas.keadaan is KeadaanBerkas.SIAP,
        "pesan": berkas.pesan,
        "alamat": alamat,
        "alamat_mulai": f"{alamat}{'&' if '?' in alamat else '?'}mulai",
        "alamat_ulang": alamat_ulang,
    }
