"""A planning document as a file to keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django_htmx.http import HttpResponseClientRedirect

from lkjip.berkas_pdf import BerkasPdf, KeadaanBerkas, siapkan_pdf
from lkjip.cetak_dokumen import MIME_DOKUMEN, PENCETAK_DOKUMEN, nama_berkas, panjang
from lkjip.laporan.isi import Dokumen, Kertas
from lkjip.laporan.selectors import load_tema
from lkjip.pengisian.ruang import RuangTahun
from lkjip.perencanaan.forms_dokumen import KertasForm
from lkjip.perencanaan.views.pintu_masuk import TAB, isi_halaman
from lkjip.views.laporan import isi_proses, unduhan
from renstra.data import Versi

_MILIK_TUNGGU = ("mulai", "ulang")  # what the waiting page adds to the address


def unduh_dokumen(
    request: HttpRequest, ruang: RuangTahun, jenis: str, susun: Callable[[Kertas], Dokumen], *nama: str
) -> HttpResponseBase:
    """Written in this process: a few sheets take a fraction of a second. A long PDF is made beside it, and a page waits
    for it. 404 for a format that there is not.
    """
    if jenis not in PENCETAK_DOKUMEN:
        raise Http404("Bentuk berkas ini tidak ada.")
    nama_unduhan, tema = f"{nama_berkas(*nama)}.{jenis}", load_tema(ruang.tahun_kinerja.instansi.pemda)
    dokumen = replace(susun(KertasForm(request.GET).pilihan()), tema=tema)
    if jenis == "pdf" and panjang(dokumen):
        return _unduh_bertahap(request, ruang, dokumen, nama_unduhan)
    return unduhan(PENCETAK_DOKUMEN[jenis](dokumen), MIME_DOKUMEN[jenis], nama_unduhan)


def _unduh_bertahap(request: HttpRequest, ruang: RuangTahun, dokumen: Dokumen, nama: str) -> HttpResponseBase:
    """The PDF when it is ready, else the waiting page; `?ulang` tries again after a failure."""
    ulang = "ulang" in request.GET
    berkas = siapkan_pdf(dokumen, Path(settings.MEDIA_ROOT) / "laporan", ulang=ulang)
    if ulang:
        return redirect(_alamat(request))
    jawaban = _jawaban(request, ruang, berkas, nama)
    patch_vary_headers(jawaban, ["HX-Request"])
    return jawaban


def _jawaban(request: HttpRequest, ruang: RuangTahun, berkas: BerkasPdf, nama: str) -> HttpResponseBase:
    isi, siap = isi_proses(berkas, _alamat(request), _alamat(request, "ulang")), berkas.keadaan is KeadaanBerkas.SIAP
    if request.headers.get("HX-Request"):
        if siap and "mulai" in request.GET:
            return HttpResponseClientRedirect(_alamat(request))
        return render(request, "situs/laporan/_proses.html", isi)
    if siap:
        return FileResponse(berkas.path.open("rb"), as_attachment=True, filename=nama)
    return render(request, "situs/laporan/proses.html", isi_halaman(ruang, TAB) | isi, status=202)


def _alamat(request: HttpRequest, tambahan: str = "") -> str:
    """The address asked for, without what the waiting page has added, with `tambahan`."""
    pilihan = request.GET.copy()
    for kunci in _MILIK_TUNGGU:
        pilihan.pop(kunci, None)
    if tambahan:
        pilihan[tambahan] = "ya"
    return f"{request.path}?{pilihan.urlencode()}" if pilihan else request.path


def baca_versi(teks: str) -> Versi:
    """The version that an address names; 404 for another word."""
    try:
        return Versi(teks)
    except ValueError as galat:
        raise Http404("Versi Perjanjian Kinerja hanya murni dan perubahan.") from galat
