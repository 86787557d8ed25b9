"""A planning document as a file to keep."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponseBase

from lkjip.cetak_dokumen import MIME_DOKUMEN, PENCETAK_DOKUMEN, nama_berkas, panjang
from lkjip.laporan.data_penyusunan import Bentuk, Pesanan
from lkjip.pengisian.ruang import RuangTahun
from lkjip.penyusunan.views.pesan import unduh_lewat_antrean
from lkjip.perencanaan.forms_dokumen import KertasForm
from lkjip.perencanaan.selectors_susun import load_dokumen
from lkjip.views.laporan import unduhan
from renstra.data import Versi


def unduh_dokumen(
    request: HttpRequest, ruang: RuangTahun, jenis: str, pesanan: Pesanan, *nama: str
) -> HttpResponseBase:
    """Written in this process: a few sheets take a fraction of a second. A long one is made by a worker, and a page
    waits for it. 404 for a format that there is not.
    """
    if jenis not in PENCETAK_DOKUMEN:
        raise Http404("Bentuk berkas ini tidak ada.")
    pesanan = replace(pesanan, bentuk=Bentuk(jenis), kertas=KertasForm(request.GET).pilihan())
    dokumen, nama_unduhan = load_dokumen(ruang, pesanan), f"{nama_berkas(*nama)}.{jenis}"
    if panjang(dokumen, jenis):
        return unduh_lewat_antrean(request, ruang.tahun_kinerja, pesanan, dokumen, nama_unduhan)
    return unduhan(PENCETAK_DOKUMEN[jenis](dokumen), MIME_DOKUMEN[jenis], nama_unduhan)


def baca_versi(teks: str) -> Versi:
    """The version that an address names; 404 for another word."""
    try:
        return Versi(teks)
    except ValueError as galat:
        raise Http404("Versi Perjanjian Kinerja hanya murni dan perubahan.") from galat
