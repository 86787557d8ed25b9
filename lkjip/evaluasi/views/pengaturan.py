"""Settings of a pemda's evaluation: its rules (pengelola), and its APIP's name and letterhead (the APIP too)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kinerja.selectors_evaluasi import ambil_pengaturan
from kinerja.services_pengaturan_evaluasi import save_pengaturan_evaluasi
from lkjip.evaluasi.forms_pengaturan import ApipForm, AturanEvaluasiForm
from lkjip.kelola.views.gambar import tolak_di_form
from lkjip.kelola.views.pintu import rangka_pemda
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views.rangka import Butir
from lkjip.views.selectors import ambil_pemda_terlihat
from renstra import akses
from renstra.models import Pemda

ATURAN, APIP = "aturan", "apip"
_KELAS: dict[str, type[forms.ModelForm]] = {ATURAN: AturanEvaluasiForm, APIP: ApipForm}  # type: ignore[type-arg]
_TAB = "pengaturan_evaluasi"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def pengaturan(request: HttpRequest, pemda: int) -> HttpResponse:
    baris = ambil_pemda_terlihat(request.user, pemda)
    if baris is None:
        raise Http404("Pemerintah daerah ini tidak ada atau di luar penugasan.")
    mengelola = akses.boleh_kelola_pemda(request.user, baris)
    if not mengelola and baris not in akses.daftar_pemda_evaluasi(request.user):
        raise PermissionDenied
    bagian = request.POST.get("bagian", "") if request.method == "POST" else ""
    if bagian == ATURAN and not mengelola:
        raise PermissionDenied
    form = {nama: _form(request, baris, nama, bagian) for nama in _KELAS}
    if bagian in form and form[bagian].is_valid() and _tersimpan(request, baris, form[bagian]):
        messages.success(request, "Pengaturan evaluasi disimpan.")
        return redirect(_TAB, baris.pk)
    isi = _rangka(baris, mengelola) | {"form": form, "mengelola": mengelola}
    salah = request.method == "POST"  # whatever was stored has led away
    return render(request, "situs/evaluasi/pengaturan.html", isi, status=422 if salah else 200)


def _form(request: HttpRequest, pemda: Pemda, nama: str, bagian: str) -> forms.ModelForm:  # type: ignore[type-arg]
    kiriman = request.POST if nama == bagian else None
    return _KELAS[nama](kiriman, instance=ambil_pengaturan(pemda), prefix=nama)


def _tersimpan(request: HttpRequest, pemda: Pemda, form: forms.ModelForm) -> bool:  # type: ignore[type-arg]
    try:
        save_pengaturan_evaluasi(pemda=pemda, isi=form.cleaned_data, oleh=pengguna_masuk(request))
    except ValidationError as galat:
        tolak_di_form(form, galat)
        return False
    return True


def _rangka(pemda: Pemda, mengelola: bool) -> dict[str, Any]:
    """Among the pages of the pemda for who manages it; else below the desk."""
    if mengelola:
        return rangka_pemda(pemda, _TAB)
    jejak = (Butir("Evaluasi", f"{reverse('meja_evaluasi')}?pemda={pemda.pk}"), Butir("Pengaturan evaluasi"))
    return {"pemda": pemda, "judul": "Pengaturan evaluasi", "jejak": jejak, "daftar_tab": ()}
