"""The searchable list of live figures and of what a text may refer to."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lkjip.naskah.halaman_sebutan import cari_angka, cari_rujukan
from lkjip.naskah.meja import Meja
from lkjip.naskah.views.pintu_masuk import buka

_MAKS_KATA = 200


@require_safe
@login_required
def daftar_sebutan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The part of a page with what fits `?cari`; `?jenis=rujukan` for tables, pictures and sections."""
    meja = Meja(buka(request, kode, tahun))
    kata, rujukan = request.GET.get("cari", "")[:_MAKS_KATA], request.GET.get("jenis") == "rujukan"
    hasil = cari_rujukan(meja.naskah.dokumen, kata) if rujukan else cari_angka(meja.konteks, kata)
    return render(request, "situs/naskah/_pilihan.html", {"hasil": hasil, "kata": kata, "rujukan": rujukan})
