"""The SWOT analysis: its lists, and the matrix as it stands in the report."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lkjip.laporan.compose.swot import STRATEGI, swot
from lkjip.laporan.isi import Bagian, Blok
from lkjip.naskah.forms_swot import SwotForm
from lkjip.naskah.services_swot import isi_swot, save_swot, sidik_swot
from lkjip.naskah.views.cuplikan import cuplikan
from lkjip.naskah.views.pintu_masuk import boleh_ubah, buka, isi_halaman
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views.urung import beri_tahu

SUB = "analisis_swot"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def analisis_swot(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    lama = isi_swot(ruang.konteks.laporan.daftar_narasi)
    if request.method != "POST":
        return _halaman(request, ruang, SwotForm(initial={n: "\n".join(b) for n, b in lama.items()}), sidik_swot(lama))
    if not boleh_ubah(ruang):
        raise PermissionDenied
    form, sidik = SwotForm(request.POST), request.POST.get("dasar", "")
    if form.is_valid():
        try:
            return _simpan(request, ruang, form, sidik)
        except ValidationError as galat:
            form.add_error(None, galat.messages)
    return _halaman(request, ruang, form, sidik)


def _simpan(request: HttpRequest, ruang: RuangTahun, form: SwotForm, sidik: str) -> HttpResponse:
    tahun, oleh = ruang.tahun_kinerja, pengguna_masuk(request)
    kejadian = save_swot(tahun_kinerja=tahun, isi=form.cleaned_data, sidik=sidik, oleh=oleh)
    beri_tahu(request, "Analisis SWOT disimpan.", instansi=tahun.instansi_id, kejadian=kejadian)
    return redirect(SUB, ruang.kode, ruang.tahun)


def _halaman(request: HttpRequest, ruang: RuangTahun, form: SwotForm, sidik: str) -> HttpResponse:
    blok: Sequence[Blok | Bagian] = [b for bagian in swot(ruang.konteks) for b in bagian.isi]
    isi = isi_halaman(ruang, SUB) | {
        "form": form,
        "dasar": sidik,
        "ada_strategi": any(form[nama].value() for nama, *_ in STRATEGI),
        "cuplikan": cuplikan(ruang.konteks, blok) if blok else "",
    }
    return render(request, "situs/naskah/swot.html", isi, status=422 if form.errors else 200)
