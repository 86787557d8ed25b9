"""Logos: taken from a form, and given to a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from django import forms
from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_cache_control
from django.utils.http import parse_etags

from lkjip.akun.models import Pengguna
from lkjip.kelola.forms import LogoForm
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk

Simpan = Callable[[BinaryIO | None, Pengguna], None]
_UMUR = 24 * 3600  # seconds; a new logo has another address


def hal_logo(request: HttpRequest, form: LogoForm, simpan: Simpan) -> bool:
    """Keep the uploaded logo, or remove it; whether it was done. What is wrong stands in the form."""
    oleh = pengguna_masuk(request)
    if request.POST.get("aksi") == "hapus":
        simpan(None, oleh)
        messages.success(request, "Logo dihapus.")
        return True
    if not form.is_valid():
        return False
    try:
        simpan(form.cleaned_data["berkas"], oleh)
    except ValidationError as galat:
        form.add_error("berkas", galat)
        return False
    messages.success(request, "Logo disimpan.")
    return True


def jawab_gambar(request: HttpRequest, sidik: str, isi: bytes | None) -> HttpResponse:
    """A PNG of ours, kept by this browser for a day and by nobody in between. 404 where there is none."""
    if isi is None:
        raise Http404("Belum ada logo.")
    tanda = f'"{sidik}"'
    jawaban = HttpResponse(isi, content_type="image/png")
    if tanda in parse_etags(request.headers.get("If-None-Match", "")):
        jawaban = HttpResponseNotModified()
    jawaban.headers["ETag"] = tanda
    jawaban.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    patch_cache_control(jawaban, private=True, max_age=_UMUR)
    return jawaban


def tolak_di_form(form: forms.BaseForm, galat: ValidationError) -> None:
    """What a service refused, at the fields that it names and that the form has."""
    if not hasattr(galat, "error_dict"):
        form.add_error(None, galat)
        return
    for nama, pesan in galat.message_dict.items():
        form.add_error(nama if nama in form.fields and nama != NON_FIELD_ERRORS else None, pesan)
