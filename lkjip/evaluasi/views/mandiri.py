"""The agency's own assessment: the same sheet as the evaluators', on the tab SAKIP of the year evaluated."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.besaran_evaluasi import nilai_evaluasi
from kinerja.data_evaluasi import Penilai
from kinerja.data_lembar_evaluasi import belum_dijawab
from kinerja.services_lembar_evaluasi import kirim_mandiri
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
from lkjip.evaluasi.views.pintu_lembar import MejaLembar, buka_mandiri, cari_mandiri
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views.rangka import Butir, buka_konteks, daftar_sub_sakip, rangka
from renstra import akses
from renstra.models import TahunKinerja

SUB = "penilaian_mandiri"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def mandiri(request: HttpRequest, kode: str, tahun: int, nomor: int | None = None) -> HttpResponse:
    tahun_kinerja, meja = cari_mandiri(request, kode, tahun)
    hasil = HasilKiriman()
    if request.method == "POST":
        meja = buka_mandiri(request, kode, tahun)
        jawaban = layani_kiriman(request, meja, nomor_komponen(meja, nomor))
        if isinstance(jawaban, HttpResponse):
            return jawaban
        hasil, meja = jawaban, meja.segar()
    isi = _rangka(request, tahun_kinerja) | {"evaluasi": meja and meja.evaluasi}
    if meja is not None and not meja.draf_tertutup:
        isi |= isi_lembar(request, meja, nomor_komponen(meja, nomor), hasil) | _isi_kirim(meja)
    return render(request, "situs/evaluasi/mandiri.html", isi, status=hasil.status)


def _rangka(request: HttpRequest, tahun_kinerja: TahunKinerja, *lanjutan: Butir) -> dict[str, Any]:
    kode, tahun = tahun_kinerja.instansi.kode, tahun_kinerja.tahun
    boleh_ubah = akses.boleh_ubah(pengguna_masuk(request), tahun_kinerja.instansi)
    butir = (Butir("Penilaian mandiri"), *lanjutan)
    return {
        "rangka": rangka(tahun_kinerja, buka_konteks(tahun_kinerja), "sakip", *butir, boleh_ubah=boleh_ubah),
        "daftar_sub": daftar_sub_sakip(kode, tahun, SUB),
    }


def _isi_kirim(meja: MejaLembar) -> dict[str, Any]:
    data = meja.lembar.data
    return {"belum": len(belum_dijawab(data, Penilai.MANDIRI)), "nilai_mandiri": nilai_evaluasi(data, Penilai.MANDIRI)}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def kirim(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Asks once more, because what is sent is closed."""
    meja = buka_mandiri(request, kode, tahun)
    meja.pastikan_bertugas()
    if request.method == "POST":
        try:
            kirim_mandiri(evaluasi=meja.evaluasi.pk, oleh=meja.pengguna)
            messages.success(request, "Penilaian mandiri dikirim kepada tim evaluasi.")
        except ValidationError as galat:
            messages.error(request, " ".join(galat.messages))
        return redirect(SUB, kode, tahun)
    if meja.tahun_kinerja is None or not meja.pintu.terbuka:
        return redirect(SUB, kode, tahun)
    isi = _rangka(request, meja.tahun_kinerja, Butir("Kirim"))
    return render(request, "situs/evaluasi/kirim_mandiri.html", isi | _isi_kirim(meja))


@require_POST
@login_required
def simpan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    return layani_simpan(request, buka_mandiri(request, kode, tahun))


@require_POST
@login_required
def tambah_bukti(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    return layani_bukti(request, buka_mandiri(request, kode, tahun))


@require_POST
@login_required
def hapus_bukti(request: HttpRequest, kode: str, tahun: int, bukti: int) -> HttpResponse:
    return layani_hapus_bukti(request, buka_mandiri(request, kode, tahun), bukti)


@require_POST
@login_required
def urungkan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    return layani_urungkan(request, buka_mandiri(request, kode, tahun))
