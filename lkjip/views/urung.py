"""“Urungkan”: taking back what this user has just done, from the message that told of it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from lkjip.akun.models import Pengguna
from lkjip.services_urung import urungkan_bergiliran
from lkjip.views.selectors import cari_instansi
from renstra import akses

TANDA = "urungkan"
# Addresses that take an event back, each by the number of what it belongs to: of the plan, of an
# evaluation's findings, of a pemda's thresholds.
DAFTAR_TANDA = frozenset({TANDA, "urungkan_catatan", "urungkan_ambang"})


def beri_tahu(request: HttpRequest, kalimat: str, *, instansi: int, kejadian: str, tanda: str = TANDA) -> None:
    """Say what was done, with a button that takes it back; `kejadian` as `menulis` yields it.

    `tanda`: one of DAFTAR_TANDA, and `instansi` then the number that this address asks for.
    """
    messages.success(request, kalimat, extra_tags=f"{tanda}/{instansi}/{kejadian}")


@require_POST
@login_required
def urungkan_kejadian(request: HttpRequest, instansi: int, kejadian: str) -> HttpResponse:
    """Back to where the user was, with what became of it."""
    milik = cari_instansi(request.user).filter(pk=instansi).first()
    if milik is None or not isinstance(request.user, Pengguna):
        raise Http404("Instansi tidak ada atau di luar penugasan.")
    if not akses.boleh_ubah(request.user, milik):
        raise PermissionDenied
    try:
        banyak = urungkan_bergiliran(kejadian=kejadian, instansi=instansi, oleh=request.user)
        messages.success(request, f"Diurungkan: {banyak} baris kembali seperti semula.")
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    kembali = request.POST.get("kembali", "")
    aman = url_has_allowed_host_and_scheme(kembali, {request.get_host()}, require_https=request.is_secure())
    return redirect(kembali if aman else reverse("daftar_instansi"))
