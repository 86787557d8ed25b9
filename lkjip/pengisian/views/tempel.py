"""A column pasted from Excel into the quarter page: preview first, then saved as a whole."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from lkjip.dasar.tempel import HasilTempel, Tujuan, cocokkan_tempelan
from lkjip.halaman.indikator import daftar_induk
from lkjip.halaman.pengisian import JENIS_KOLOM, NAMA_KOLOM, Dasar, baris_tersimpan
from lkjip.pengisian.forms import baca_pk
from lkjip.pengisian.ruang import Ruang
from lkjip.pengisian.selectors_isian import dasar_isian
from lkjip.pengisian.tempel import pratinjau
from lkjip.pengisian.views.isian import baris_milik, simpan
from lkjip.pengisian.views.pintu_masuk import buka_ruang, isi_halaman

KOLOM_TEMPEL = ("realisasi", "target", "pembilang", "penyebut", "predikat_realisasi", "catatan")


def _daftar_tujuan(dasar: Dasar, kolom: str) -> list[Tujuan]:
    """The indicators in the order of the page."""
    semua = (i for _, daftar in daftar_induk(dasar.konteks) for induk in daftar for i in induk.daftar)
    return [
        Tujuan(
            pk=dasar.pk[i.kode],
            kode=i.kode,
            nama=dasar.konteks.nama_indikator(i),
            lama=getattr(baris_tersimpan(dasar.konteks, i.kode, dasar.triwulan), kolom),
            boleh=dasar.boleh(i.kode),
        )
        for i in semua
    ]


def urutkan(daftar: list[Tujuan], urutan: str) -> list[Tujuan]:
    """The rows as the page showed them, where it says so: a filter may have left some out."""
    nomor = {baca_pk(teks): n for n, teks in enumerate(urutan.split(","))}
    tampil = [tujuan for tujuan in daftar if tujuan.pk in nomor]
    return sorted(tampil, key=lambda tujuan: nomor[tujuan.pk]) if tampil else daftar


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
@login_required
def tempel_isian(request: HttpRequest, kode: str, tahun: int, triwulan: int) -> HttpResponse:
    """POST with `teks`: the preview; POST with `terapkan`: save what it showed."""
    ruang = buka_ruang(request, kode, tahun, triwulan)
    if "terapkan" in request.POST:
        hasil = simpan(request, ruang, jalur="tempel")
        if hasil.beres:
            messages.success(request, f"{hasil.kalimat} Sumber: tempelan.")
            return redirect("isi_triwulan", kode, tahun, triwulan)
        return _halaman(request, ruang.segar(), {"hasil": hasil}, hasil.status)
    if request.method == "POST":
        baris_milik(ruang)
        return _pratinjau(request, ruang)
    return _halaman(request, ruang, {}, 200)


def _pratinjau(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    kolom = request.POST.get("kolom", "")
    kolom = kolom if kolom in KOLOM_TEMPEL else KOLOM_TEMPEL[0]
    daftar = urutkan(_daftar_tujuan(dasar_isian(ruang), kolom), request.POST.get("urutan", ""))
    awal = baca_pk(request.POST.get("mulai", ""))
    if ruang.pintu.terbuka:
        hasil = cocokkan_tempelan(request.POST.get("teks", ""), daftar, JENIS_KOLOM[kolom], mulai=awal)
    else:
        hasil = HasilTempel(galat=ruang.pintu.alasan)
    isi = {"tempelan": hasil, "daftar_pratinjau": pratinjau(hasil, kolom, JENIS_KOLOM[kolom]), "kolom": kolom}
    return _halaman(request, ruang, isi, 422 if hasil.galat else 200)


def _halaman(request: HttpRequest, ruang: Ruang, isi: dict[str, Any], status: int) -> HttpResponse:
    sisipan = bool(request.headers.get("HX-Request"))
    umum = {
        "ruang": ruang,
        "nama_kolom": NAMA_KOLOM[isi.get("kolom", KOLOM_TEMPEL[0])],
        "alamat_tempel": request.path,
        "sisipan": sisipan,
    }
    if sisipan:
        return render(request, "situs/pengisian/_tempel.html", {**umum, **isi}, status=status)
    rinci = {
        **isi_halaman(ruang, "isi_triwulan", "Tempel dari Excel"),
        "daftar_kolom": [(nama, NAMA_KOLOM[nama]) for nama in KOLOM_TEMPEL],
        "daftar_tujuan": [t for t in _daftar_tujuan(dasar_isian(ruang), KOLOM_TEMPEL[0]) if t.boleh],
        "kiriman": request.POST,
    }
    return render(request, "situs/pengisian/tempel.html", {**umum, **rinci, **isi}, status=status)
