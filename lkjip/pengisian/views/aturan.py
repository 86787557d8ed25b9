"""The rules that a pemda sets for the quarters of all its agencies."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kinerja.selectors_pengisian import ambil_aturan, hari_ini
from kinerja.services_tenggat import save_aturan
from lkjip.kelola.views.pintu import rangka_pemda
from lkjip.pengisian.forms_alur import AturanForm
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views.selectors import ambil_pemda_terlihat
from renstra.akses import boleh_kelola_pemda


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def aturan_pengisian(request: HttpRequest, pemda: int) -> HttpResponse:
    baris = ambil_pemda_terlihat(request.user, pemda)
    if baris is None:
        raise Http404("Pemerintah daerah ini tidak ada atau di luar penugasan.")
    if not boleh_kelola_pemda(request.user, baris):
        raise PermissionDenied
    kiriman = request.POST if request.method == "POST" else None
    form = AturanForm(kiriman, instance=ambil_aturan(baris), tahun=hari_ini().year)
    if form.is_valid():
        save_aturan(pemda=baris, isi=form.cleaned_data, oleh=pengguna_masuk(request))
        messages.success(request, "Aturan pengisian disimpan.")
        return redirect("aturan_pengisian", baris.pk)
    isi = rangka_pemda(baris, "aturan_pengisian") | {"form": form}
    return render(request, "situs/pengisian/aturan.html", isi, status=422 if form.errors else 200)
