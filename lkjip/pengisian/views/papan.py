"""The status board: the four quarters of one agency-year."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lkjip.pengisian.views.pintu_masuk import buka_ruang_tahun, rangka_ruang


@require_safe
@login_required
def papan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka_ruang_tahun(request, kode, tahun)
    return render(request, "situs/pengisian/papan.html", {"ruang": ruang, "rangka": rangka_ruang(ruang)})
