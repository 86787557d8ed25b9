"""Findings where the work is done: beside the fields of a page, and at their place in the report that is read."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lkjip.laporan.render.markah import jangkar
from lkjip.naskah.ingatan import susun_sekali
from lkjip.pemeriksaan.halaman_baca import daftar_tanda
from lkjip.pemeriksaan.halaman_sisi import HALAMAN_BARIS, TempatSisi, ada_sisi, sisi_temuan
from lkjip.pemeriksaan.selectors_sisi import kode_baris
from lkjip.pemeriksaan.views.papan import Papan, susun_papan
from lkjip.views.rangka import buka_tahun
from renstra.models import TahunKinerja

_MAKS_ANGKA = 9  # digits: any pk that a database knows


@require_safe
@never_cache
@login_required
def sisi(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """`?halaman=isi_triwulan&argumen=4`: what is found now about what this page shows, as a part of it."""
    tahun_kinerja = buka_tahun(request.user, kode, tahun)
    tempat = _tempat(request, tahun_kinerja)
    papan = susun_papan(tahun_kinerja)
    isi = {"sisi": sisi_temuan(papan.daftar_temuan, tempat, papan.terjawab), "halaman": tempat.halaman}
    return _bagian(request, papan, "situs/temuan/_isi_sisi.html", isi)


def _tempat(request: HttpRequest, tahun_kinerja: TahunKinerja) -> TempatSisi:
    halaman, argumen = request.GET.get("halaman", ""), tuple(request.GET.getlist("argumen"))
    if not ada_sisi(halaman):
        raise Http404("Halaman ini tidak menampilkan temuan.")
    if halaman not in HALAMAN_BARIS:
        return TempatSisi(halaman, argumen)
    induk, banyak = HALAMAN_BARIS[halaman]
    pk = argumen[banyak] if len(argumen) > banyak else ""
    if not (pk.isascii() and pk.isdecimal() and len(pk) <= _MAKS_ANGKA):
        raise Http404("Baris ini tidak ada.")
    kode = kode_baris(tahun_kinerja, halaman, int(pk))
    if not kode:
        raise Http404("Baris ini tidak ada.")
    return TempatSisi(induk, argumen[:banyak], kode)


@require_safe
@never_cache
@login_required
def baca(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Every finding about our own data, with its place in the year's report, as a part of the page that shows it."""
    papan = susun_papan(buka_tahun(request.user, kode, tahun))
    daftar = [k for k in papan.kartu if not k.temuan.klaim and not k.terjawab]
    isi = {"daftar_tanda": daftar_tanda(daftar, susun_sekali(papan.buku).naskah, jangkar)}
    return _bagian(request, papan, "situs/temuan/_isi_baca.html", isi)


def _bagian(request: HttpRequest, papan: Papan, templat: str, isi: dict[str, Any]) -> HttpResponse:
    kode, tahun = papan.argumen
    return render(request, templat, {"kode": kode, "tahun": tahun} | isi)
