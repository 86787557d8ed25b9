"""The first page of the plan: what there is of it, part by part, and where to go on."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lkjip.halaman.ikhtisar_rencana import ikhtisar_rencana
from lkjip.perencanaan.views.pintu_masuk import buka, isi_halaman


@require_safe
@login_required
def ikhtisar(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    isi = isi_halaman(ruang, "perencanaan") | {"daftar_bagian": ikhtisar_rencana(ruang.konteks)}
    return render(request, "situs/perencanaan/ikhtisar.html", isi)
