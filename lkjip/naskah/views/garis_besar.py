"""The outline of the report with the state of each place for text."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lkjip.naskah.halaman_garis_besar import GarisBesar, garis_besar
from lkjip.naskah.meja import Meja
from lkjip.naskah.views.pintu_masuk import buka, isi_halaman


def susun_garis_besar(request: HttpRequest, meja: Meja, terpilih: str = "") -> GarisBesar:
    """The outline beside every page; `?perlu` shows only what is still to be written."""
    return garis_besar(meja.naskah, meja.keadaan, terpilih=terpilih, hanya_perlu="perlu" in request.GET)


@require_safe
@login_required
def naskah(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Every heading of the report and the places for text below it."""
    ruang = buka(request, kode, tahun)
    isi = isi_halaman(ruang, "naskah") | {"garis": susun_garis_besar(request, Meja(ruang))}
    return render(request, "situs/naskah/naskah.html", isi)
