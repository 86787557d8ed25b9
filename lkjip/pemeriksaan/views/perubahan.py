"""Late changes of one agency-year: what was changed after it was settled, by whom, why, and what that did."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from lkjip.pemeriksaan.forms_perubahan import SaringPerubahanForm
from lkjip.pemeriksaan.halaman_perubahan import (
    KEPALA_TABEL,
    KartuPerubahan,
    daftar_kartu,
    isi_tabel,
    rekap_perubahan,
)
from lkjip.pemeriksaan.selectors_perubahan import MAKS_AKIBAT, load_perubahan
from lkjip.pemeriksaan.services import MAKS_HURUF, beri_alasan_perubahan
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views.rangka import buka_konteks, buka_tahun, daftar_sub_laporan, rangka
from lkjip.xlsx_daftar import LembarXlsx, buku_xlsx
from renstra import akses
from renstra.models import TahunKinerja

SUB = "perubahan_terlambat"
PER_HALAMAN = 20
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HILANG = "Perubahan ini tidak ada dalam daftar. Muat ulang halaman, lalu coba lagi."


@require_safe
@login_required
def perubahan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    return _halaman(request, buka_tahun(request.user, kode, tahun))


@require_safe
@login_required
def unduh(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The list as it is narrowed, without pages."""
    daftar = load_perubahan(buka_tahun(request.user, kode, tahun))
    saringan = SaringPerubahanForm(request.GET, daftar).saringan()
    tabel = isi_tabel(daftar_kartu(daftar, saringan), semua=saringan.semua)
    jawaban = HttpResponse(buku_xlsx(LembarXlsx("Perubahan", KEPALA_TABEL, tabel)), content_type=_XLSX)
    jawaban.headers["Content-Disposition"] = f'attachment; filename="perubahan-{kode.lower()}-{tahun}.xlsx"'
    return jawaban


@require_POST
@login_required
def alasan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Say afterwards why; 403 for whoever may only read."""
    tahun_kinerja = buka_tahun(request.user, kode, tahun)
    if not _boleh(request, tahun_kinerja):
        raise PermissionDenied
    pengenal, isi = request.POST.get("kejadian", ""), request.POST.get("alasan", "")
    if all(p.pengenal != pengenal for p in load_perubahan(tahun_kinerja, maks_akibat=0).daftar):
        messages.error(request, _HILANG)
        return redirect(SUB, kode, tahun)
    try:
        beri_alasan_perubahan(
            tahun_kinerja=tahun_kinerja, kejadian=pengenal, alasan=isi, oleh=pengguna_masuk(request)
        )  # fmt: skip
    except ValidationError as galat:
        return _halaman(request, tahun_kinerja, (pengenal, isi, " ".join(galat.messages)), 422)
    messages.success(request, "Alasan disimpan.")
    return redirect(f"{reverse(SUB, args=[kode, tahun])}#perubahan-{pengenal.removeprefix('#')}")


def _boleh(request: HttpRequest, tahun_kinerja: TahunKinerja) -> bool:
    return akses.boleh_beri_alasan(akses.ambil_hak(request.user, tahun_kinerja.instansi))


def _tandai(kartu: KartuPerubahan, ditolak: tuple[str, str, str] | None) -> KartuPerubahan:
    if ditolak is None or kartu.perubahan.pengenal != ditolak[0]:
        return kartu
    return replace(kartu, ketikan=ditolak[1], galat=ditolak[2])


def _halaman(
    request: HttpRequest, tahun_kinerja: TahunKinerja, ditolak: tuple[str, str, str] | None = None, status: int = 200
) -> HttpResponse:
    daftar = load_perubahan(tahun_kinerja)
    form = SaringPerubahanForm(request.GET, daftar)
    saringan = form.saringan()
    kartu = [_tandai(satu, ditolak) for satu in daftar_kartu(daftar, saringan)]
    isi = _rangka(request, tahun_kinerja) | {
        "daftar": daftar,
        "rekap": rekap_perubahan(daftar),
        "form": form,
        "saringan": saringan,
        "halaman": Paginator(kartu, PER_HALAMAN).get_page(request.GET.get("halaman")),
        "maks_huruf": MAKS_HURUF,
        "maks_akibat": MAKS_AKIBAT,
    }
    return render(request, "situs/temuan/perubahan.html", isi, status=status)


def _rangka(request: HttpRequest, tahun_kinerja: TahunKinerja) -> dict[str, Any]:
    kode, tahun = tahun_kinerja.instansi.kode, tahun_kinerja.tahun
    boleh_ubah = akses.boleh_ubah(request.user, tahun_kinerja.instansi)
    return {
        "kode": kode,
        "tahun": tahun,
        "rangka": rangka(tahun_kinerja, buka_konteks(tahun_kinerja), "laporan", "Perubahan", boleh_ubah=boleh_ubah),
        "daftar_sub": daftar_sub_laporan(kode, tahun, SUB),
        "boleh_alasan": _boleh(request, tahun_kinerja),
    }
