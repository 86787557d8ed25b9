"""Thresholds of the checks for all agencies of a pemda: its pengelola sets them, its APIP reads them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lkjip.kelola.views.pintu import buka_pemda, rangka_pemda
from lkjip.pemeriksaan.data_ambang import DAFTAR_AMBANG
from lkjip.pemeriksaan.forms_ambang import AmbangForm
from lkjip.pemeriksaan.selectors_hasil import nilai_ambang
from lkjip.pemeriksaan.services_ambang import save_ambang, urungkan_ambang
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views.rangka import Butir
from lkjip.views.selectors import ambil_pemda_terlihat
from lkjip.views.urung import beri_tahu
from renstra import akses
from renstra.models import Pemda

_TAB = "ambang_pemeriksaan"
BAWAAN = "bawaan"  # the button that gives all thresholds back to the catalogue


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def ambang(request: HttpRequest, pemda: int) -> HttpResponse:
    baris = ambil_pemda_terlihat(request.user, pemda)
    if baris is None:
        raise Http404("Pemerintah daerah ini tidak ada atau di luar penugasan.")
    mengelola = akses.boleh_kelola_pemda(request.user, baris)
    membaca = mengelola or baris in akses.daftar_pemda_evaluasi(request.user)
    if not membaca or (request.method == "POST" and not mengelola):
        raise PermissionDenied
    form = AmbangForm(request.POST if request.method == "POST" else None, nilai=nilai_ambang(baris.pk))
    if request.POST.get(BAWAAN):
        return _simpan(request, baris, dict.fromkeys(b.nama for b in DAFTAR_AMBANG))
    if form.is_valid():
        return _simpan(request, baris, form.cleaned_data)
    isi = _rangka(baris, mengelola) | {"form": form, "mengelola": mengelola}
    return render(request, "situs/temuan/ambang.html", isi, status=422 if form.errors else 200)


def _simpan(request: HttpRequest, pemda: Pemda, nilai: dict[str, Any]) -> HttpResponse:
    kejadian, banyak = save_ambang(pemda=pemda, nilai=nilai, oleh=pengguna_masuk(request))
    if banyak:
        kalimat = f"{banyak} ambang diubah. Semua instansi diperiksa ulang dengan ambang ini dalam beberapa menit."
        beri_tahu(request, kalimat, instansi=pemda.pk, kejadian=kejadian, tanda="urungkan_ambang")
    else:
        messages.info(request, "Tidak ada ambang yang berubah.")
    return redirect(_TAB, pemda.pk)


@require_POST
@login_required
def urungkan(request: HttpRequest, pemda: int, kejadian: str) -> HttpResponse:
    baris = buka_pemda(request, pemda)
    try:
        banyak = urungkan_ambang(pemda=baris, kejadian=kejadian, oleh=pengguna_masuk(request))
        messages.success(request, f"Diurungkan: {banyak} ambang kembali seperti semula.")
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    return redirect(_TAB, baris.pk)


def _rangka(pemda: Pemda, mengelola: bool) -> dict[str, Any]:
    """Among the pages of the pemda for who manages it; else below the findings of all agencies."""
    if mengelola:
        return rangka_pemda(pemda, _TAB)
    jejak = (Butir("Temuan", f"{reverse('temuan_pemda')}?pemda={pemda.pk}"), Butir("Ambang pemeriksaan"))
    return {"pemda": pemda, "judul": "Ambang pemeriksaan", "jejak": jejak, "daftar_tab": ()}
