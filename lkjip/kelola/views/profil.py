"""The profile of an agency: who it is, its letterhead and logo; its removal while it has no year."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lkjip.kelola.forms import LogoForm, ProfilForm
from lkjip.kelola.halaman_kop import kop
from lkjip.kelola.selectors import ada_tahun
from lkjip.kelola.services_instansi import hapus_instansi, save_logo, save_profil
from lkjip.kelola.views.gambar import hal_logo, jawab_gambar, tolak_di_form
from lkjip.kelola.views.pintu import boleh_kelola, buka_instansi, rangka_instansi
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from renstra import akses
from renstra.models import Instansi
from renstra.selectors_logo import muat_logo, sidik_logo

_KOP = ("alamat", "telepon", "surel", "laman", "tempat", "kode_pos")


@require_safe
@login_required
def profil(request: HttpRequest, kode: str) -> HttpResponse:
    return _halaman(request, buka_instansi(request, kode), LogoForm())


def _halaman(request: HttpRequest, instansi: Instansi, form_logo: LogoForm) -> HttpResponse:
    kelola = boleh_kelola(request, instansi)
    isi: dict[str, Any] = {
        "form_logo": form_logo,
        "kop": kop(
            pemda=instansi.pemda.nama if instansi.pemda else "",
            nama=instansi.nama or instansi.kode,
            **{nama: getattr(instansi, nama) for nama in _KOP},
        ),
        "sidik": sidik_logo(instansi),
        "daftar_fungsi": [baris for baris in instansi.fungsi.splitlines() if baris.strip()],
        "ada_tahun": ada_tahun(instansi),
        "boleh_kelola": kelola,
    }
    boleh_ubah = akses.boleh_ubah(request.user, instansi)
    isi |= rangka_instansi(instansi, "profil_instansi", boleh_ubah=boleh_ubah)
    return render(request, "situs/kelola/profil.html", isi, status=422 if form_logo.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def ubah_profil(request: HttpRequest, kode: str) -> HttpResponse:
    instansi = buka_instansi(request, kode, mengubah=True)
    penuh = akses.boleh_atur_penugasan(akses.ambil_hak(request.user, instansi))
    kiriman = request.POST if request.method == "POST" else None
    form = ProfilForm(kiriman, instance=instansi, penuh=penuh, tombol="Simpan profil")
    if form.is_valid():
        try:
            baru = save_profil(instansi=instansi, isi=form.isi(), oleh=pengguna_masuk(request))
        except ValidationError as galat:
            tolak_di_form(form, galat)
        else:
            messages.success(request, "Profil disimpan. Laporan tahun-tahun lalu tetap memakai identitas tahunnya.")
            return redirect("profil_instansi", baru.kode)
    isi = rangka_instansi(instansi, "profil_instansi", "Ubah profil", boleh_ubah=True) | {"form": form, "penuh": penuh}
    return render(request, "situs/kelola/ubah_profil.html", isi, status=422 if form.errors else 200)


@require_POST
@login_required
def logo(request: HttpRequest, kode: str) -> HttpResponse:
    instansi = buka_instansi(request, kode, mengubah=True)
    form = LogoForm(request.POST, request.FILES)
    if hal_logo(request, form, lambda berkas, oleh: save_logo(milik=instansi, berkas=berkas, oleh=oleh)):
        return redirect("profil_instansi", instansi.kode)
    return _halaman(request, instansi, form)


@require_safe
@login_required
def gambar_logo(request: HttpRequest, kode: str) -> HttpResponse:
    """The agency's own logo, else its pemda's."""
    instansi = buka_instansi(request, kode)
    return jawab_gambar(request, sidik_logo(instansi), muat_logo(instansi))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def hapus(request: HttpRequest, kode: str) -> HttpResponse:
    """The question, and the answer. Only the pengelola of its pemda removes an agency."""
    instansi, galat = buka_instansi(request, kode), ""
    if not boleh_kelola(request, instansi):
        raise PermissionDenied
    if request.method == "POST":
        try:
            hapus_instansi(instansi=instansi, oleh=pengguna_masuk(request))
        except ValidationError as ditolak:
            galat = " ".join(ditolak.messages)
        else:
            messages.success(request, f"{instansi} dihapus. Riwayatnya tetap tersimpan.")
            return redirect("kelola_pemda", instansi.pemda_id)
    isi = rangka_instansi(instansi, "profil_instansi", "Hapus instansi", boleh_ubah=True)
    isi |= {"galat": galat, "ada_tahun": ada_tahun(instansi)}
    return render(request, "situs/kelola/hapus_instansi.html", isi, status=422 if galat else 200)
