"""The pages of a pemda: its agencies, its logo and letterhead."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lkjip.kelola.forms import LogoForm, ProfilForm
from lkjip.kelola.halaman_kop import kop
from lkjip.kelola.selectors import daftar_instansi_pemda
from lkjip.kelola.services_instansi import save_logo, tambah_instansi
from lkjip.kelola.views.gambar import hal_logo, jawab_gambar, tolak_di_form
from lkjip.kelola.views.pintu import buka_pemda, rangka_pemda
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views.selectors import ambil_pemda_terlihat
from renstra.models import Instansi
from renstra.selectors_logo import muat_logo_pemda

PER_HALAMAN = 25


@require_safe
@login_required
def instansi(request: HttpRequest, pemda: int) -> HttpResponse:
    baris = buka_pemda(request, pemda)
    cari = request.GET.get("cari", "").replace("\x00", "")[:200].strip()
    daftar = daftar_instansi_pemda(baris, cari=cari)
    isi = {"halaman": Paginator(daftar, PER_HALAMAN).get_page(request.GET.get("halaman")), "cari": cari}
    return render(request, "situs/kelola/pemda.html", rangka_pemda(baris, "kelola_pemda") | isi)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def instansi_baru(request: HttpRequest, pemda: int) -> HttpResponse:
    baris = buka_pemda(request, pemda)
    kiriman = request.POST if request.method == "POST" else None
    form = ProfilForm(kiriman, instance=Instansi(pemda=baris), penuh=True, tombol="Tambah instansi")
    if form.is_valid():
        try:
            baru = tambah_instansi(pemda=baris, isi=form.isi(), oleh=pengguna_masuk(request))
        except ValidationError as galat:
            tolak_di_form(form, galat)
        else:
            messages.success(request, f"{baru} ditambahkan. Berikutnya: logo, pejabat, unit kerja, dan penggunanya.")
            return redirect("profil_instansi", baru.kode)
    isi = rangka_pemda(baris, "kelola_pemda", "Tambah instansi") | {"form": form}
    return render(request, "situs/kelola/instansi_baru.html", isi, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def logo(request: HttpRequest, pemda: int) -> HttpResponse:
    baris = buka_pemda(request, pemda)
    form = LogoForm(request.POST, request.FILES) if request.method == "POST" else LogoForm()
    if request.method == "POST" and hal_logo(request, form, lambda b, o: save_logo(milik=baris, berkas=b, oleh=o)):
        return redirect("logo_pemda", baris.pk)
    isi = rangka_pemda(baris, "logo_pemda") | {
        "form": form,
        "sidik": baris.logo,
        "kop": kop(pemda=baris.nama, nama="Nama perangkat daerah", alamat="Alamat perangkat daerah"),
    }
    return render(request, "situs/kelola/logo_pemda.html", isi, status=422 if form.errors else 200)


@require_safe
@login_required
def gambar_logo(request: HttpRequest, pemda: int) -> HttpResponse:
    """The picture for whoever sees the pemda or one of its agencies."""
    baris = ambil_pemda_terlihat(request.user, pemda)
    return jawab_gambar(request, baris.logo if baris else "", muat_logo_pemda(baris) if baris else None)
