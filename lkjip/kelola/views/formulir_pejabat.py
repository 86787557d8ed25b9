"""The form of a term of office, for agencies, units and regions alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lkjip.kelola.forms import PejabatForm
from lkjip.kelola.services_pejabat import PerluSetuju
from lkjip.kelola.views.gambar import tolak_di_form
from renstra.data_pejabat import DAFTAR_PANGKAT, tanpa_awalan, tulis_nip
from renstra.models import Pejabat

Simpan = Callable[[dict[str, Any], bool], object]
TERHAPUS = "Masa jabatan dihapus dari daftar; riwayatnya tetap tersimpan."
_KOLOM = ("status", "jabatan", "nama", "pangkat", "mulai", "sampai")


def awal_form(baris: Pejabat | None, jabatan: str) -> dict[str, Any]:
    """What the form starts with: the row, or the title of the post for a new one."""
    if baris is None:
        return {"jabatan": tanpa_awalan(jabatan)}
    return {nama: getattr(baris, nama) for nama in _KOLOM if getattr(baris, nama)} | {"nip": tulis_nip(baris.nip)}


def simpan_dari_form(request: HttpRequest, form: PejabatForm, simpan: Simpan) -> tuple[bool, PerluSetuju | None]:
    """Whether it was stored; and, where names under reports would change, what has to be agreed to first."""
    if not form.is_valid():
        return False, None
    try:
        simpan(form.isi(), bool(form.cleaned_data.get("akhiri")))
    except PerluSetuju as perlu:
        return False, perlu
    except ValidationError as galat:
        tolak_di_form(form, galat)
        return False, None
    messages.success(request, "Masa jabatan disimpan.")
    if peringatan := form.peringatan():
        messages.warning(request, peringatan)
    return True, None


def isi_formulir(
    request: HttpRequest,
    templat: str,
    isi: dict[str, Any],
    form: PejabatForm,
    baris: Pejabat | None,
    setuju: PerluSetuju | None,
) -> HttpResponse:
    """The page of the form: 422 where something is wrong, 409 where it has to be agreed to."""
    isi |= {"form": form, "baris": baris, "setuju": setuju, "daftar_pangkat": DAFTAR_PANGKAT}
    return render(request, templat, isi, status=409 if setuju else 422 if form.errors else 200)
