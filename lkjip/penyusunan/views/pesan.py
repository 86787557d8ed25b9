"""The answer to a click on “Unduh” for a file that takes a while: the file if it is there, else where to wait."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from lkjip.data import BukuKerja
from lkjip.laporan.data_penyusunan import KeadaanPenyusunan, Pesanan
from lkjip.laporan.isi import Dokumen
from lkjip.laporan.models import PenyusunanBerkas
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.penyusunan.services import pesan_berkas
from lkjip.penyusunan.sidik import sidik
from lkjip.penyusunan.simpanan import path_hasil
from renstra.models import TahunKinerja


def unduh_lewat_antrean(
    request: HttpRequest, tahun_kinerja: TahunKinerja, pesanan: Pesanan, isi: BukuKerja | Dokumen, nama: str
) -> HttpResponseBase:
    """`isi` is what the page has loaded anyway; it says whether the same file was made before."""
    try:
        penyusunan = pesan_berkas(
            tahun_kinerja=tahun_kinerja,
            pesanan=pesanan,
            sidik=sidik(isi, pesanan),
            nama=nama,
            oleh=pengguna_masuk(request),
        )
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
        return redirect("unduhan", tahun_kinerja.instansi.kode, tahun_kinerja.tahun)
    if penyusunan.keadaan == KeadaanPenyusunan.SIAP:
        return kirim_berkas(penyusunan)
    return redirect("berkas_susunan", penyusunan.pk)


def kirim_berkas(penyusunan: PenyusunanBerkas) -> FileResponse:
    """Raises FileNotFoundError where it was removed."""
    return FileResponse(path_hasil(penyusunan.hasil).open("rb"), as_attachment=True, filename=penyusunan.nama)
