"""A column of money pasted from Excel: preview first, then saved as a whole."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from lkjip.dasar.tempel import HasilTempel, Tujuan, cocokkan_tempelan
from lkjip.halaman.pengisian_anggaran import JENIS_KOLOM, NAMA_KOLOM, uang_tersimpan, urutan_baris
from lkjip.pengisian.forms import baca_pk
from lkjip.pengisian.ruang import Ruang
from lkjip.pengisian.selectors import pk_anggaran_per_kode
from lkjip.pengisian.simpan_anggaran import simpan_tempelan
from lkjip.pengisian.tempel import pratinjau
from lkjip.pengisian.views.pintu_masuk import buka_ruang, isi_halaman, pengguna_masuk
from lkjip.pengisian.views.tempel import urutkan

KOLOM_TEMPEL = tuple(JENIS_KOLOM)


def _daftar_tujuan(ruang: Ruang, kolom: str) -> list[Tujuan]:
    """The budget rows in the order of the page."""
    pk = pk_anggaran_per_kode(ruang.tahun_kinerja)
    return [
        Tujuan(
            pk=pk[baris.kode],
            kode=baris.kode,
            nama=baris.uraian,
            lama=getattr(uang_tersimpan(ruang.konteks, baris.kode, ruang.triwulan), kolom),
            boleh=ruang.boleh_isi_anggaran(baris.kode),
        )
        for baris, _ in urutan_baris(ruang.konteks)
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
@login_required
def tempel_uang(request: HttpRequest, kode: str, tahun: int, triwulan: int) -> HttpResponse:
    """POST with `teks`: the preview; POST with `terapkan`: save all that it showed, or nothing."""
    ruang = buka_ruang(request, kode, tahun, triwulan)
    if "terapkan" in request.POST:
        hasil = simpan_tempelan(ruang, request.POST, pengguna_masuk(request))
        if hasil.beres:
            messages.success(request, f"{hasil.kalimat} Sumber: tempelan.")
            return redirect("isi_anggaran", kode, tahun, triwulan)
        return _halaman(request, ruang.segar(), {"hasil": hasil}, hasil.status)
    if request.method == "POST":
        return _pratinjau(request, ruang)
    return _halaman(request, ruang, {}, 200)


def _pratinjau(request: HttpRequest, ruang: Ruang) -> HttpResponse:
    if not ruang.hak.ubah:
        raise PermissionDenied
    kolom = request.POST.get("kolom", "")
    kolom = kolom if kolom in KOLOM_TEMPEL else KOLOM_TEMPEL[0]
    daftar = urutkan(_daftar_tujuan(ruang, kolom), request.POST.get("urutan", ""))
    awal = baca_pk(request.POST.get("mulai", ""))
    if ruang.pintu.terbuka:
        hasil = cocokkan_tempelan(request.POST.get("teks", ""), daftar, JENIS_KOLOM[kolom], mulai=awal)
    else:
        hasil = HasilTempel(galat=ruang.pintu.alasan)
    isi = {"tempelan": hasil, "daftar_pratinjau": pratinjau(hasil, kolom, JENIS_KOLOM[kolom]), "kolom": kolom}
    return _halaman(request, ruang, isi, 422 if hasil.galat else 200)


def _halaman(request: HttpRequest, ruang: Ruang, isi: dict[str, Any], status: int) -> HttpResponse:
    sisipan = bool(request.headers.get("HX-Request"))
    nama_kolom = NAMA_KOLOM[isi.get("kolom", KOLOM_TEMPEL[0])]
    umum = {"ruang": ruang, "nama_kolom": nama_kolom, "alamat_tempel": request.path, "sisipan": sisipan}
    if sisipan:
        return render(request, "situs/pengisian/_tempel.html", {**umum, **isi}, status=status)
    rinci = {
        **isi_halaman(ruang, "isi_anggaran", "Tempel dari Excel"),
        "daftar_kolom": [(nama, NAMA_KOLOM[nama]) for nama in KOLOM_TEMPEL],
        "daftar_tujuan": [t for t in _daftar_tujuan(ruang, KOLOM_TEMPEL[0]) if t.boleh],
        "kiriman": request.POST,
    }
    return render(request, "situs/pengisian/anggaran/tempel.html", {**umum, **rinci, **isi}, status=status)
