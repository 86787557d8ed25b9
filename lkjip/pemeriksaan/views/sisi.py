"""Findings where the work is done: beside the fields of a page, and at their place in the report that is read."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lkjip.laporan.render.markah import jangkar
from lkjip.naskah.ingatan import susun_sekali
from lkjip.pemeriksaan.data import pasangkan_jawaban
from lkjip.pemeriksaan.halaman_baca import daftar_tanda
from lkjip.pemeriksaan.halaman_sisi import HALAMAN_BARIS, SisiTemuan, TempatSisi, ada_sisi, sisi_temuan
from lkjip.pemeriksaan.halaman_temuan import Pembaca
from lkjip.pemeriksaan.selectors import load_jawaban
from lkjip.pemeriksaan.selectors_sisi import kode_baris
from lkjip.pemeriksaan.views.papan import susun_papan, temuan_kini
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
    isi = {"sisi": _sisi(tahun_kinerja, tempat), "halaman": tempat.halaman, "kode": kode, "tahun": tahun}
    return render(request, "situs/temuan/_isi_sisi.html", isi)


def _sisi(tahun_kinerja: TahunKinerja, tempat: TempatSisi) -> SisiTemuan:
    daftar = temuan_kini(tahun_kinerja)
    terjawab = frozenset(t.kunci for t, _ in pasangkan_jawaban(daftar, load_jawaban(tahun_kinerja)))
    return sisi_temuan(daftar, tempat, terjawab)


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
    papan = susun_papan(buka_tahun(request.user, kode, tahun), Pembaca())
    daftar = [k for k in papan.kartu if not k.temuan.klaim and not k.terjawab]
    tanda = daftar_tanda(daftar, susun_sekali(papan.buku).naskah, jangkar)
    return render(request, "situs/temuan/_isi_baca.html", {"daftar_tanda": tanda, "kode": kode, "tahun": tahun})
