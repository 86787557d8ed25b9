"""The list of agencies that a user may see."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lkjip.forms import SaringInstansiForm
from lkjip.pemeriksaan.selectors_hasil import hitungan_instansi
from lkjip.views import selectors

PER_HALAMAN = 25


@require_safe
@login_required
def daftar_instansi(request: HttpRequest) -> HttpResponse:
    saring = SaringInstansiForm(request.GET)
    saring.is_valid()
    cari, pemda = saring.cleaned_data.get("cari", ""), saring.cleaned_data.get("pemda")
    daftar = selectors.cari_instansi(request.user, cari=cari, pemda=pemda)
    halaman = Paginator(daftar, PER_HALAMAN).get_page(request.GET.get("halaman"))
    isi = {
        "halaman": halaman,
        "temuan": hitungan_instansi([i.pk for i in halaman]),
        "daftar_pemda": selectors.daftar_pemda_terlihat(request.user),
        "cari": cari,
        "pemda_terpilih": pemda,
    }
    return render(request, "situs/instansi/daftar.html", isi)
