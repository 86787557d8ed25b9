"""The look of the reports of a pemda: letters, colours, paper, logo; an example stands beside the choice."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lkjip.kelola.forms_tema import DAFTAR_HURUF, TemaForm, awal_tema, peringatan_kontras
from lkjip.kelola.halaman_tema import contoh_tema
from lkjip.kelola.services_tema import save_tema
from lkjip.kelola.views.gambar import tolak_di_form
from lkjip.kelola.views.pintu import buka_pemda, rangka_pemda
from lkjip.laporan.data_tema import Tema
from lkjip.laporan.selectors import load_tema
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views.laporan import isi_dokumen
from renstra.models import Pemda
from renstra.selectors_logo import muat_logo_pemda


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def tema(request: HttpRequest, pemda: int) -> HttpResponse:
    baris = buka_pemda(request, pemda)
    if request.method == "POST" and request.POST.get("aksi") == "baku":
        save_tema(pemda=baris, tema=Tema(), oleh=pengguna_masuk(request))
        messages.success(request, "Laporan kembali ke tampilan baku.")
        return redirect("tema_pemda", baris.pk)
    dipakai = load_tema(baris)
    form = TemaForm(request.POST if request.method == "POST" else None, initial=awal_tema(dipakai))
    if form.is_valid():
        dipakai = form.tema()
        if request.POST.get("aksi") != "lihat" and _tersimpan(request, form, baris):
            return redirect("tema_pemda", baris.pk)
    return render(request, "situs/kelola/tema.html", _isi(baris, form, dipakai), status=422 if form.errors else 200)


def _tersimpan(request: HttpRequest, form: TemaForm, pemda: Pemda) -> bool:
    try:
        save_tema(pemda=pemda, tema=form.tema(), oleh=pengguna_masuk(request))
    except ValidationError as galat:
        tolak_di_form(form, galat)
        return False
    messages.success(request, "Tampilan laporan disimpan. Laporan yang dibuat sesudah ini memakainya.")
    return True


def _isi(pemda: Pemda, form: TemaForm, tema: Tema) -> dict[str, object]:
    contoh = isi_dokumen(contoh_tema(tema, pemda.nama, logo=muat_logo_pemda(pemda) or b""))
    return rangka_pemda(pemda, "tema_pemda") | {
        "form": form, "contoh": contoh, "peringatan": peringatan_kontras(tema), "baku": tema == Tema(),
        "daftar_huruf": DAFTAR_HURUF,
    }  # fmt: skip
