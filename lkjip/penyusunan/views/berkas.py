"""One file being made, and the list of those that a user has asked for."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect

from lkjip.laporan.data_penyusunan import Bentuk, JenisBerkas, KeadaanPenyusunan
from lkjip.laporan.models import PenyusunanBerkas
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.penyusunan.halaman import NAMA_JENIS, SEBUTAN, Antrean, KabarPenyusunan, kabar_penyusunan
from lkjip.penyusunan.selectors import (
    BASI,
    ambil_terlihat,
    banyak_di_depan,
    daftar_milik,
    daftar_pekerja_hidup,
    peminta,
)
from lkjip.penyusunan.services import batalkan, hapus_dari_daftar, ulangi
from lkjip.penyusunan.services_sapu import sapu
from lkjip.penyusunan.simpanan import path_hasil
from lkjip.penyusunan.views.pesan import kirim_berkas
from lkjip.views.rangka import Butir

_PER_HALAMAN = 50


def _buka(request: HttpRequest, nomor: int) -> PenyusunanBerkas:
    """404 where there is no such job, or its agency is none of this user's."""
    penyusunan = ambil_terlihat(pengguna_masuk(request), nomor)
    if penyusunan is None:
        raise Http404("Berkas ini tidak ada atau di luar penugasan.")
    return penyusunan


def _buka_milik(request: HttpRequest, nomor: int) -> PenyusunanBerkas:
    """403 where this user may see it, but it was ordered by others."""
    penyusunan = _buka(request, nomor)
    if not peminta(penyusunan, pengguna_masuk(request)):
        raise PermissionDenied
    return penyusunan


@require_safe
@vary_on_headers("HX-Request")
@login_required
def berkas_susunan(request: HttpRequest, nomor: int) -> HttpResponse:
    """The waiting page; asked by htmx, only what changes on it."""
    penyusunan = _buka(request, nomor)
    if _ditinggalkan(penyusunan):
        sapu()
        penyusunan.refresh_from_db()
    sebagian = bool(request.headers.get("HX-Request"))
    kabar = _kabar(penyusunan)
    isi = {
        "penyusunan": penyusunan,
        "kabar": kabar,
        "milik": peminta(penyusunan, pengguna_masuk(request)),
        "sebagian": sebagian,
        "kabar_sekarang": urlencode({"kabar": kabar.kabar}),
        "kabar_baru": sebagian and request.GET.get("kabar") != kabar.kabar,
    }
    if sebagian:
        return render(request, "situs/berkas/_proses.html", isi)
    return render(request, "situs/berkas/susunan.html", isi | _kepala(penyusunan))


def _kepala(penyusunan: PenyusunanBerkas) -> dict[str, object]:
    tahun_kinerja = penyusunan.tahun_kinerja
    kode, tahun = tahun_kinerja.instansi.kode, tahun_kinerja.tahun
    return {
        "nama_jenis": NAMA_JENIS[JenisBerkas(penyusunan.jenis)],
        "jejak": (
            Butir(f"{tahun_kinerja.instansi} {tahun}", reverse("ringkasan_tahun", args=[kode, tahun])),
            Butir("Unduhan", reverse("unduhan", args=[kode, tahun])),
            Butir("Berkas yang disusun", reverse("daftar_susunan")),
            Butir(penyusunan.nama),
        ),
    }


def _kabar(penyusunan: PenyusunanBerkas) -> KabarPenyusunan:
    antrean = Antrean()
    if penyusunan.keadaan == KeadaanPenyusunan.ANTRE:
        lama = timezone.now() - penyusunan.antre_sejak > BASI / 2
        antrean = Antrean(banyak_di_depan(penyusunan), daftar_pekerja_hidup().count(), lama)
    return kabar_penyusunan(
        KeadaanPenyusunan(penyusunan.keadaan),
        Bentuk(penyusunan.bentuk),
        tahap=penyusunan.tahap,
        selesai=penyusunan.selesai,
        seluruh=penyusunan.seluruh,
        pesan=penyusunan.pesan,
        antrean=antrean,
        akhir=penyusunan.spesifikasi.get("akhir") is True,
        berkas_ada=bool(penyusunan.hasil) and path_hasil(penyusunan.hasil).is_file(),
    )


def _ditinggalkan(penyusunan: PenyusunanBerkas) -> bool:
    """Whether its worker gives no sign, or nobody takes it: then the page that waits calls for rescue."""
    tanda = penyusunan.denyut if penyusunan.keadaan == KeadaanPenyusunan.BERJALAN else penyusunan.antre_sejak
    return penyusunan.hidup and tanda is not None and timezone.now() - tanda > BASI


@require_safe
@vary_on_headers("HX-Request")
@login_required
def unduh_susunan(request: HttpRequest, nomor: int) -> HttpResponseBase:
    """The finished file; before that, back to the page that waits for it."""
    penyusunan = _buka(request, nomor)
    if request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(request.path)
    if penyusunan.keadaan != KeadaanPenyusunan.SIAP:
        return redirect("berkas_susunan", nomor)
    try:
        return kirim_berkas(penyusunan)
    except FileNotFoundError:
        return redirect("berkas_susunan", nomor)


@require_safe
@login_required
def daftar_susunan(request: HttpRequest) -> HttpResponse:
    daftar = daftar_milik(pengguna_masuk(request))
    halaman = Paginator(daftar, _PER_HALAMAN).get_page(request.GET.get("halaman"))
    baris = [
        {
            "penyusunan": satu,
            "jenis": NAMA_JENIS[JenisBerkas(satu.jenis)],
            "sebutan": SEBUTAN[KeadaanPenyusunan(satu.keadaan)],
            "siap": satu.keadaan == KeadaanPenyusunan.SIAP and path_hasil(satu.hasil).is_file(),
        }
        for satu in halaman
    ]
    isi = {"halaman": halaman, "daftar": baris, "jejak": (Butir("Berkas yang disusun"),)}
    return render(request, "situs/berkas/daftar.html", isi)


@require_POST
@login_required
def batalkan_susunan(request: HttpRequest, nomor: int) -> HttpResponse:
    penyusunan = _buka_milik(request, nomor)
    if penyusunan.hidup and not batalkan(penyusunan=penyusunan, oleh=pengguna_masuk(request)):
        penyusunan.refresh_from_db()
        if penyusunan.hidup:
            messages.info(request, "Orang lain masih menunggu berkas ini, jadi penyusunannya diteruskan tanpa Anda.")
            return redirect("daftar_susunan")
    return redirect("berkas_susunan", nomor)


@require_POST
@login_required
def ulangi_susunan(request: HttpRequest, nomor: int) -> HttpResponse:
    """Whoever may see the agency may have it made again."""
    return redirect("berkas_susunan", ulangi(penyusunan=_buka(request, nomor), oleh=pengguna_masuk(request)).pk)


@require_POST
@login_required
def hapus_susunan(request: HttpRequest, nomor: int) -> HttpResponse:
    penyusunan = _buka_milik(request, nomor)
    try:
        hapus_dari_daftar(penyusunan=penyusunan, oleh=pengguna_masuk(request))
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    else:
        messages.success(request, f"{penyusunan.nama} dihapus dari daftar Anda.")
    return redirect("daftar_susunan")
