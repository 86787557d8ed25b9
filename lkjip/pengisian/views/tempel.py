"""A column pasted from Excel into a page of the quarter: preview first, then saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from lkjip.dasar.isian import JenisIsian
from lkjip.dasar.tempel import HasilTempel, Tujuan, cocokkan_tempelan
from lkjip.halaman.pengisian import JENIS_KOLOM, NAMA_KOLOM, baris_tersimpan, urutan_indikator
from lkjip.pengisian.forms import baca_pk
from lkjip.pengisian.jawaban import HasilSimpan, simpan_sekaligus
from lkjip.pengisian.ruang import Ruang
from lkjip.pengisian.selectors import pk_indikator_per_kode
from lkjip.pengisian.tempel import pratinjau
from lkjip.pengisian.views.isian import baris_milik, simpan
from lkjip.pengisian.views.pintu_masuk import buka_ruang, isi_halaman


@dataclass(frozen=True)
class Tempelan:
    """What differs from page to page. `halaman`: name of the address that the column goes into, and its title.

    `periksa_hak` raises PermissionDenied for who may fill in nothing there.
    """

    halaman: str
    judul_halaman: str
    daftar_kolom: tuple[str, ...]
    nama_kolom: Mapping[str, str]
    jenis_kolom: Mapping[str, JenisIsian]
    daftar_tujuan: Callable[[Ruang, str], list[Tujuan]]
    periksa_hak: Callable[[Ruang], object]
    simpan: Callable[[HttpRequest, Ruang], HasilSimpan]


def _daftar_tujuan(ruang: Ruang, kolom: str) -> list[Tujuan]:
    """The indicators in the order of the page."""
    pk = pk_indikator_per_kode(ruang.tahun_kinerja)
    return [
        Tujuan(
            pk=pk[i.kode],
            kode=i.kode,
            nama=ruang.konteks.nama_indikator(i),
            lama=getattr(baris_tersimpan(ruang.konteks, i.kode, ruang.triwulan), kolom),
            boleh=ruang.boleh_isi_indikator(i.kode),
        )
        for i in urutan_indikator(ruang.konteks)
    ]


_INDIKATOR = Tempelan(
    halaman="isi_triwulan",
    judul_halaman="pengisian indikator",
    daftar_kolom=("realisasi", "target", "pembilang", "penyebut", "predikat_realisasi", "catatan"),
    nama_kolom=NAMA_KOLOM,
    jenis_kolom=JENIS_KOLOM,
    daftar_tujuan=_daftar_tujuan,
    periksa_hak=baris_milik,
    simpan=partial(simpan, jalur="tempel", cara=simpan_sekaligus),
)


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
@login_required
def tempel_isian(request: HttpRequest, kode: str, tahun: int, triwulan: int) -> HttpResponse:
    return jawab_tempelan(request, buka_ruang(request, kode, tahun, triwulan), _INDIKATOR)


def jawab_tempelan(request: HttpRequest, ruang: Ruang, cara: Tempelan) -> HttpResponse:
    """POST with `teks`: the preview; POST with `terapkan`: save what it showed."""
    if "terapkan" in request.POST:
        hasil = cara.simpan(request, ruang)
        if hasil.beres:
            messages.success(request, f"{hasil.kalimat} Sumber: tempelan.")
            return redirect(cara.halaman, ruang.kode, ruang.tahun, ruang.triwulan)
        return _halaman(request, ruang.segar(), cara, {"hasil": hasil}, hasil.status)
    if request.method == "POST":
        cara.periksa_hak(ruang)
        return _pratinjau(request, ruang, cara)
    return _halaman(request, ruang, cara, {}, 200)


def urutkan(daftar: list[Tujuan], urutan: str) -> list[Tujuan]:
    """The rows as the page showed them, where it says so: a filter may have left some out."""
    nomor = {baca_pk(teks): n for n, teks in enumerate(urutan.split(","))}
    tampil = [tujuan for tujuan in daftar if tujuan.pk in nomor]
    return sorted(tampil, key=lambda tujuan: nomor[tujuan.pk]) if tampil else daftar


def _pratinjau(request: HttpRequest, ruang: Ruang, cara: Tempelan) -> HttpResponse:
    kolom = request.POST.get("kolom", "")
    kolom = kolom if kolom in cara.daftar_kolom else cara.daftar_kolom[0]
    jenis = cara.jenis_kolom[kolom]
    daftar = urutkan(cara.daftar_tujuan(ruang, kolom), request.POST.get("urutan", ""))
    awal = baca_pk(request.POST.get("mulai", ""))
    if ruang.pintu.terbuka:
        hasil = cocokkan_tempelan(request.POST.get("teks", ""), daftar, jenis, mulai=awal)
    else:
        hasil = HasilTempel(galat=ruang.pintu.alasan)
    isi = {"tempelan": hasil, "daftar_pratinjau": pratinjau(hasil, kolom, jenis), "kolom": kolom}
    return _halaman(request, ruang, cara, isi, 422 if hasil.galat else 200)


def _halaman(request: HttpRequest, ruang: Ruang, cara: Tempelan, isi: dict[str, Any], status: int) -> HttpResponse:
    sisipan = bool(request.headers.get("HX-Request"))
    nama_kolom = cara.nama_kolom[isi.get("kolom", cara.daftar_kolom[0])]
    umum = {"ruang": ruang, "nama_kolom": nama_kolom, "alamat_tempel": request.path, "sisipan": sisipan, **isi}
    if sisipan:
        return render(request, "situs/pengisian/_tempel.html", umum, status=status)
    rinci = {
        **isi_halaman(ruang, cara.halaman, "Tempel dari Excel"),
        "daftar_kolom": [(nama, cara.nama_kolom[nama]) for nama in cara.daftar_kolom],
        "daftar_tujuan": [t for t in cara.daftar_tujuan(ruang, cara.daftar_kolom[0]) if t.boleh],
        "kiriman": request.POST,
        "alamat_kembali": reverse(cara.halaman, args=[ruang.kode, ruang.tahun, ruang.triwulan]),
        "judul_halaman": cara.judul_halaman,
    }
    return render(request, "situs/pengisian/tempel.html", {**umum, **rinci}, status=status)
