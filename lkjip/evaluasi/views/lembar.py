"""The evaluators' sheet (LKE), component by component."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from lkjip.evaluasi.views.layanan_lembar import (
    HasilKiriman,
    isi_lembar,
    layani_bukti,
    layani_hapus_bukti,
    layani_kiriman,
    layani_simpan,
    layani_urungkan,
    nomor_komponen,
)
from lkjip.evaluasi.views.pintu_evaluasi import RuangEvaluasi, isi_rangka_evaluasi
from lkjip.evaluasi.views.pintu_lembar import buka_lembar


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def lembar(request: HttpRequest, pk: int, nomor: int | None = None) -> HttpResponse:
    meja = buka_lembar(request, pk)
    nomor = nomor_komponen(meja, nomor)
    hasil = HasilKiriman()
    if request.method == "POST":
        jawaban = layani_kiriman(request, meja, nomor)
        if isinstance(jawaban, HttpResponse):
            return jawaban
        hasil, meja = jawaban, meja.segar()
    ruang = RuangEvaluasi(meja.pengguna, meja.evaluasi, meja.hak)
    isi = isi_rangka_evaluasi(ruang, "lembar_evaluasi") | isi_lembar(request, meja, nomor, hasil)
    return render(request, "situs/evaluasi/lembar.html", isi, status=hasil.status)


@require_POST
@login_required
def simpan(request: HttpRequest, pk: int) -> HttpResponse:
    return layani_simpan(request, buka_lembar(request, pk))


@require_POST
@login_required
def tambah_bukti(request: HttpRequest, pk: int) -> HttpResponse:
    return layani_bukti(request, buka_lembar(request, pk))


@require_POST
@login_required
def hapus_bukti(request: HttpRequest, pk: int, bukti: int) -> HttpResponse:
    return layani_hapus_bukti(request, buka_lembar(request, pk), bukti)


@require_POST
@login_required
def urungkan(request: HttpRequest, pk: int) -> HttpResponse:
    return layani_urungkan(request, buka_lembar(request, pk))
