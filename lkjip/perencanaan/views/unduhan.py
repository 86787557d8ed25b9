"""A planning document as a file to keep."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

from lkjip.cetak_dokumen import MIME_DOKUMEN, PENCETAK_DOKUMEN, nama_berkas
from lkjip.laporan.isi import Dokumen, Kertas
from lkjip.perencanaan.forms_dokumen import KertasForm
from lkjip.views.laporan import unduhan
from renstra.data import Versi


def unduh_dokumen(request: HttpRequest, jenis: str, susun: Callable[[Kertas], Dokumen], *nama: str) -> HttpResponse:
    """Written in this process: a few sheets take a fraction of a second. 404 for a format that there is not."""
    if jenis not in PENCETAK_DOKUMEN:
        raise Http404("Bentuk berkas ini tidak ada.")
    isi = PENCETAK_DOKUMEN[jenis](susun(KertasForm(request.GET).pilihan()))
    return unduhan(isi, MIME_DOKUMEN[jenis], f"{nama_berkas(*nama)}.{jenis}")


def baca_versi(teks: str) -> Versi:
    """The version that an address names; 404 for another word."""
    try:
        return Versi(teks)
    except ValueError as galat:
        raise Http404("Versi Perjanjian Kinerja hanya murni dan perubahan.") from galat
