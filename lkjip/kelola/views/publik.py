"""The switch of a pemda's public page: what becomes visible is said before it is opened."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods

from lkjip.kelola.forms_publik import HalamanPublikForm
from lkjip.kelola.selectors import ambil_halaman_publik
from lkjip.kelola.services_publik import save_halaman_publik, tutup_halaman_publik
from lkjip.kelola.views.gambar import tolak_di_form
from lkjip.kelola.views.pintu import buka_pemda, rangka_pemda
from lkjip.laporan.models import HalamanPublik
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.publik.selectors_publik import isi_pemda_terbit
from renstra.models import Pemda

_PANJANG_ALAMAT = 60
_BUKA, _TUTUP = "buka", "tutup"
_PESAN = {
    _BUKA: "Halaman publik dibuka. Siapa pun kini dapat melihat dokumen yang terbit.",
    "": "Halaman publik disimpan.",
}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def halaman_publik(request: HttpRequest, pemda: int) -> HttpResponse:
    baris = buka_pemda(request, pemda)
    if request.method == "POST" and request.POST.get("aksi") == _TUTUP:
        tutup_halaman_publik(pemda=baris, oleh=pengguna_masuk(request))
        messages.success(request, "Halaman publik ditutup. Dokumen yang terbit tetap dapat diperiksa keasliannya.")
        return redirect("halaman_publik", baris.pk)
    tersimpan = ambil_halaman_publik(baris)
    form = HalamanPublikForm(request.POST if request.method == "POST" else None, initial=_awal(baris, tersimpan))
    if form.is_valid() and _tersimpan(request, form, baris):
        return redirect("halaman_publik", baris.pk)
    isi = rangka_pemda(baris, "halaman_publik") | {"form": form, "tersimpan": tersimpan}
    isi["daftar_isi"] = isi_pemda_terbit(baris)
    return render(request, "situs/kelola/publik.html", isi, status=422 if form.errors else 200)


def _awal(pemda: Pemda, tersimpan: HalamanPublik | None) -> dict[str, str]:
    """What the form shows first; an address is proposed."""
    if tersimpan is None:
        return {"alamat": slugify(pemda.nama)[:_PANJANG_ALAMAT].strip("-"), "pengantar": ""}
    return {"alamat": tersimpan.alamat, "pengantar": tersimpan.pengantar}


def _tersimpan(request: HttpRequest, form: HalamanPublikForm, pemda: Pemda) -> bool:
    isi, aksi = form.cleaned_data, _BUKA if request.POST.get("aksi") == _BUKA else ""
    try:
        save_halaman_publik(
            pemda=pemda, alamat=isi["alamat"], pengantar=isi["pengantar"].strip(), oleh=pengguna_masuk(request),
            aktif=True if aksi else None,
        )  # fmt: skip
    except ValidationError as galat:
        tolak_di_form(form, galat)
        return False
    messages.success(request, _PESAN[aksi])
    return True
