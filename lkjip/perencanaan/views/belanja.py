"""Spending by kind: the grid of the year's rows, with the sums that must hold."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from anggaran.selectors_rencana import ambil_belanja, pk_belanja
from anggaran.services_belanja import hapus_belanja, tambah_belanja
from lkjip.halaman.kisi import Kisi
from lkjip.halaman.rencana_belanja import baris_belanja, kisi_belanja, periksa_belanja
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.forms_anggaran import TambahBelanjaForm
from lkjip.perencanaan.muatan import Muatan
from lkjip.perencanaan.services import mengubah
from lkjip.perencanaan.services_anggaran import penyimpan_belanja
from lkjip.perencanaan.views.kisi import SumberKisi, halaman_kisi, jawab_kisi, tempel_kisi
from lkjip.perencanaan.views.pintu_masuk import boleh_ubah, buka, buka_untuk_ubah, isi_halaman
from lkjip.views.urung import beri_tahu

SUB = "belanja_rencana"


def _muat(ruang: RuangTahun) -> Kisi:
    pk, boleh = pk_belanja(ruang.tahun_kinerja, ruang.tahun), boleh_ubah(ruang)
    alamat = {n: reverse("hapus_belanja_rencana", args=[ruang.kode, ruang.tahun, n]) for n in pk.values()}
    return kisi_belanja(ruang.konteks, pk, alamat if boleh else {}, boleh=boleh)


def _sumber(request: HttpRequest, ruang: RuangTahun, muatan: Muatan) -> SumberKisi:
    return SumberKisi(
        muat=lambda: _muat(muatan.muat()),
        simpan=penyimpan_belanja(ruang.tahun_kinerja, pengguna_masuk(request)),
        alamat_simpan=reverse("simpan_belanja_rencana", args=[ruang.kode, ruang.tahun]),
        alamat_tempel=reverse("tempel_belanja_rencana", args=[ruang.kode, ruang.tahun]),
    )


def _form(ruang: RuangTahun, kiriman: Any = None) -> TambahBelanjaForm:
    pk = pk_belanja(ruang.tahun_kinerja, ruang.tahun)
    induk = [(str(pk[b.kode]), f"{b.kode} {b.uraian}"[:70]) for b, _ in baris_belanja(ruang.konteks)]
    return TambahBelanjaForm(kiriman, induk=induk)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def belanja_rencana(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    if request.method == "POST" and not boleh_ubah(ruang):
        raise PermissionDenied
    isi = isi_halaman(ruang, SUB) | {"form": _form(ruang), "periksa": periksa_belanja(ruang.konteks)}
    return halaman_kisi(request, _sumber(request, ruang, Muatan(ruang)), "situs/perencanaan/belanja.html", isi)


@require_POST
@login_required
def simpan_belanja_rencana(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Fields by htmx; the answer renews them and the sums."""
    ruang = buka_untuk_ubah(request, kode, tahun)
    muatan = Muatan(ruang)
    isi = {
        "templat_tambahan": "situs/perencanaan/belanja/_periksa.html",
        "periksa": lambda: periksa_belanja(muatan.konteks),
        "sisip": True,
    }
    return jawab_kisi(request, _sumber(request, ruang, muatan), isi)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def tempel_belanja_rencana(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    isi = isi_halaman(ruang, SUB, "Tempel dari Excel")
    return tempel_kisi(request, _sumber(request, ruang, Muatan(ruang)), reverse(SUB, args=[kode, tahun]), isi)


@require_POST
@login_required
def tambah_belanja_rencana(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """A standard jenis with its kelompok, or a row with a kode of one's own."""
    ruang = buka_untuk_ubah(request, kode, tahun)
    form = _form(ruang, request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(p) for daftar in form.errors.values() for p in daftar))
        return redirect(SUB, kode, tahun)
    isi = form.cleaned_data
    induk = ambil_belanja(ruang.tahun_kinerja, int(isi["induk"])) if isi["induk"] else None
    try:
        with mengubah(ruang.tahun_kinerja, oleh=pengguna_masuk(request)) as kejadian:
            baru = tambah_belanja(tahun_kinerja=ruang.tahun_kinerja, tahun=tahun, kode=isi["baku"] or isi["kode"],
                                  uraian=isi["uraian"], induk=induk)  # fmt: skip
        beri_tahu(request, f"{baru.kode} ditambahkan.", instansi=ruang.tahun_kinerja.instansi_id, kejadian=kejadian)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    return redirect(SUB, kode, tahun)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def hapus_belanja_rencana(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    if request.method == "POST" and not boleh_ubah(ruang):
        raise PermissionDenied
    baris = ambil_belanja(ruang.tahun_kinerja, pk)
    if baris is None:
        raise Http404("Baris belanja tidak ada pada tahun ini.")
    if request.method == "POST":
        try:
            with mengubah(ruang.tahun_kinerja, oleh=pengguna_masuk(request)) as kejadian:
                hapus_belanja(baris=baris)
            kalimat = f"{baris.kode} dan baris di bawahnya dihapus."
            beri_tahu(request, kalimat, instansi=ruang.tahun_kinerja.instansi_id, kejadian=kejadian)
        except ValidationError as galat:
            messages.error(request, f"Tidak dihapus. {' '.join(galat.messages)}")
        return redirect(SUB, kode, tahun)
    isi = isi_halaman(ruang, SUB, f"Hapus {baris.kode}") | {"baris": baris, "daftar_anak": baris.daftar_anak.all()}
    return render(request, "situs/perencanaan/belanja/hapus.html", isi)
