"""The searchable list of live figures and of what a text may refer to."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lkjip.naskah.halaman_sebutan import cari_angka, cari_rujukan, cari_sisipan
from lkjip.naskah.meja import Meja
from lkjip.naskah.views.pintu_masuk import buka

_MAKS_KATA = 200
_PENCARI = {"rujukan": cari_rujukan, "sisipan": cari_sisipan}


@require_safe
@login_required
def daftar_sebutan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The part of a page with what fits `?cari`; `?jenis`: angka, rujukan (what a text refers to) or sisipan."""
    meja = Meja(buka(request, kode, tahun))
    kata, jenis = request.GET.get("cari", "")[:_MAKS_KATA], request.GET.get("jenis", "angka")
    if jenis in _PENCARI:
        hasil = _PENCARI[jenis](meja.naskah.dokumen, meja.kamus, kata)
    else:
        hasil = cari_angka(meja.konteks, kata)
    isi = {"hasil": hasil, "kata": kata, "jenis": jenis, "rujukan": jenis in _PENCARI}
    return render(request, "situs/naskah/_pilihan.html", isi)
