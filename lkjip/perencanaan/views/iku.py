"""The page “IKU”: the form of the key indicators as it is printed, and its files."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from lkjip.halaman.iku import halaman_iku
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.pengisian.selectors import pk_indikator_per_kode
from lkjip.perencanaan.selectors_dokumen import load_profil_iku
from lkjip.perencanaan.views.pintu_masuk import buka, isi_halaman
from lkjip.perencanaan.views.unduhan import unduh_dokumen

SUB = "iku"


@require_safe
@login_required
def iku(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    pk = pk_indikator_per_kode(ruang.tahun_kinerja)
    isi = isi_halaman(ruang, SUB) | {
        "halaman": halaman_iku(ruang.konteks, load_profil_iku(ruang)),
        "alamat_indikator": {
            satu: reverse("indikator_rencana", args=[kode, tahun, nomor]) for satu, nomor in pk.items()
        },
    }
    return render(request, "situs/perencanaan/iku.html", isi)


@require_safe
@login_required
def unduh_iku(request: HttpRequest, kode: str, tahun: int, jenis: str) -> HttpResponseBase:
    ruang = buka(request, kode, tahun)
    return unduh_dokumen(request, ruang, jenis, Pesanan(JenisBerkas.IKU), "iku", kode, str(tahun))
