"""Free tables of the report (`tabel_NN`): added, changed as a whole, removed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lkjip.halaman.gambar_laporan import pilihan_bagian
from lkjip.laporan.compose import compose_naskah
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.lembar.selectors import ambil_tabel, daftar_tabel
from lkjip.perencanaan.lembar.tabel import (
    MAKS_BARIS_TABEL,
    FormulirTabel,
    TabelDitolak,
    baca_formulir_tabel,
    formulir_tabel,
)
from lkjip.perencanaan.services_tabel import hapus_tabel_bebas, save_tabel_bebas
from lkjip.perencanaan.views.pintu_masuk import boleh_ubah, buka, buka_untuk_ubah, isi_halaman
from lkjip.views.urung import beri_tahu

_TEMPLAT = "situs/perencanaan/lembar"
BARU = "baru"


@require_safe
@login_required
def tabel_bebas(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    isi = {"daftar_tabel": daftar_tabel(ruang.tahun_kinerja)}
    return render(request, f"{_TEMPLAT}/daftar_tabel.html", isi_halaman(ruang, "daftar_lembar", "Tabel bebas") | isi)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def ubah_tabel_bebas(request: HttpRequest, kode: str, tahun: int, nama: str) -> HttpResponse:
    """One table, or a new one (`baru`); every button sends the whole form, so nothing typed is lost."""
    ruang = buka(request, kode, tahun)
    dasar = _tersimpan(ruang, nama)
    if request.method != "POST":
        return _halaman(request, ruang, nama, dasar, dasar)
    if not boleh_ubah(ruang):
        raise PermissionDenied
    bagian, judul, sumber = (request.POST.get(satu, "") for satu in ("bagian", "judul", "sumber"))
    ketikan, aksi = replace(dasar, bagian=bagian, judul=judul, sumber=sumber), request.POST.get("aksi", "")
    try:
        ketikan = baca_formulir_tabel(request.POST)
        if aksi == "simpan":
            return _simpan(request, ruang, nama, ketikan)
        tempelan = request.POST.get("tempelan", "") if aksi == "tempel" else ""
        return _halaman(request, ruang, nama, ketikan.dengan(aksi).dengan_tempelan(tempelan), dasar)
    except (TabelDitolak, ValidationError) as galat:
        pesan = " ".join(galat.messages) if isinstance(galat, ValidationError) else str(galat)
        return _halaman(request, ruang, nama, ketikan, dasar, pesan)


def _tersimpan(ruang: RuangTahun, nama: str) -> FormulirTabel:
    if nama == BARU:
        return FormulirTabel()
    tabel = ambil_tabel(ruang.tahun_kinerja, nama)
    if tabel is None:
        raise Http404("Tabel ini tidak ada.")
    return formulir_tabel(tabel)


def _simpan(request: HttpRequest, ruang: RuangTahun, nama: str, ketikan: FormulirTabel) -> HttpResponse:
    tabel = ketikan.tabel("" if nama == BARU else nama)
    sidik = request.POST.get("dasar", "")
    tersimpan = save_tabel_bebas(
        tahun_kinerja=ruang.tahun_kinerja, tabel=tabel, sidik=sidik, oleh=pengguna_masuk(request)
    )
    messages.success(request, f"Tabel {tersimpan} disimpan.")
    return redirect("ubah_tabel_bebas", ruang.kode, ruang.tahun, tersimpan)


def _halaman(
    request: HttpRequest, ruang: RuangTahun, nama: str, formulir: FormulirTabel, dasar: FormulirTabel, galat: str = ""
) -> HttpResponse:
    isi: dict[str, Any] = {
        "formulir": formulir,
        "blok": request.POST.get("blok", "") if galat else "",
        "pilihan": pilihan_bagian(compose_naskah(ruang.konteks.buku), [formulir.bagian]),
        "maks_baris": MAKS_BARIS_TABEL,
        "nama": nama,
        "baru": nama == BARU,
        "galat": galat,
        "dasar": request.POST.get("dasar") or dasar.sidik,
    }
    judul = "Tabel baru" if nama == BARU else nama
    isi |= isi_halaman(ruang, "daftar_lembar", "Tabel bebas", judul)
    return render(request, f"{_TEMPLAT}/tabel.html", isi, status=422 if galat else 200)


@require_POST
@login_required
def hapus_tabel(request: HttpRequest, kode: str, tahun: int, nama: str) -> HttpResponse:
    ruang = buka_untuk_ubah(request, kode, tahun)
    if ambil_tabel(ruang.tahun_kinerja, nama) is None:
        raise Http404("Tabel ini tidak ada.")
    kejadian = hapus_tabel_bebas(tahun_kinerja=ruang.tahun_kinerja, nama=nama, oleh=pengguna_masuk(request))
    beri_tahu(request, f"Tabel {nama} dihapus.", instansi=ruang.tahun_kinerja.instansi_id, kejadian=kejadian)
    return redirect("tabel_bebas", kode, tahun)
