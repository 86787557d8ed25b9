"""The outline of the report with the state of each place for text."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lkjip.naskah.views.pintu_masuk import buka, isi_halaman


@require_safe
@login_required
def naskah(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Every heading of the report and the places for text below it."""
    ruang = buka(request, kode, tahun)
    return render(request, "situs/naskah/naskah.html", isi_halaman(ruang, "naskah"))
