"""The terms of the head of the region, at the pages of the pemda."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.selectors_pengisian import hari_ini
from lkjip.kelola.forms import PejabatForm
from lkjip.kelola.halaman_pejabat import daftar_jabatan
from lkjip.kelola.selectors import ambil_pejabat
from lkjip.kelola.services_pejabat import hapus_kepala_daerah, save_kepala_daerah
from lkjip.kelola.views.formulir_pejabat import TERHAPUS, awal_form, isi_formulir, simpan_dari_form
from lkjip.kelola.views.pintu import buka_pemda, rangka_pemda
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from renstra.models import Pejabat, Pemda
from renstra.selectors_pejabat import daftar_kepala_daerah, masa_jabatan

_TAB = "kepala_daerah"


@require_safe
@login_required
def daftar(request: HttpRequest, pemda: int) -> HttpResponse:
    baris = buka_pemda(request, pemda)
    isi = {"daftar": daftar_jabatan(masa_jabatan(daftar_kepala_daerah(baris)), hari_ini())}
    return render(request, "situs/kelola/kepala_daerah.html", rangka_pemda(baris, _TAB) | isi)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def baru(request: HttpRequest, pemda: int) -> HttpResponse:
    return _formulir(request, buka_pemda(request, pemda), None)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def ubah(request: HttpRequest, pemda: int, pejabat: int) -> HttpResponse:
    baris = buka_pemda(request, pemda)
    return _formulir(request, baris, _ambil(baris, pejabat))


def _ambil(pemda: Pemda, pk: int) -> Pejabat:
    baris = ambil_pejabat(pk, pemda=pemda)
    if baris is None:
        raise Http404("Masa jabatan ini tidak ada.")
    return baris


def _formulir(request: HttpRequest, pemda: Pemda, baris: Pejabat | None) -> HttpResponse:
    kiriman = request.POST if request.method == "POST" else None
    form = PejabatForm(kiriman, baru=baris is None, initial=awal_form(baris, pemda.jabatan_kepala_daerah))

    def simpan(isi: dict[str, Any], akhiri: bool) -> object:
        pk, oleh = baris.pk if baris else None, pengguna_masuk(request)
        return save_kepala_daerah(pemda=pemda, pk=pk, isi=isi, akhiri=akhiri, oleh=oleh)

    selesai, setuju = simpan_dari_form(request, form, simpan)
    if selesai:
        return redirect("kepala_daerah", pemda.pk)
    isi = rangka_pemda(pemda, _TAB, "Ubah masa jabatan" if baris else "Tambah kepala daerah")
    return isi_formulir(request, "situs/kelola/formulir_kepala_daerah.html", isi, form, baris, setuju)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def hapus(request: HttpRequest, pemda: int, pejabat: int) -> HttpResponse:
    milik = buka_pemda(request, pemda)
    baris = _ambil(milik, pejabat)
    if request.method == "POST":
        try:
            hapus_kepala_daerah(pemda=milik, pk=baris.pk, oleh=pengguna_masuk(request))
            messages.success(request, TERHAPUS)
        except ValidationError as galat:
            messages.error(request, " ".join(galat.messages))
        return redirect("kepala_daerah", milik.pk)
    isi = rangka_pemda(milik, _TAB, "Hapus masa jabatan") | {"baris": baris, "setuju": None}
    return render(request, "situs/kelola/hapus_kepala_daerah.html", isi)
