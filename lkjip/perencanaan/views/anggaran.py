"""The budget of the plan: the tree as a grid of fields, one saved by htmx, all of them by the button."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from anggaran.selectors_rencana import pk_anggaran_per_kode
from lkjip.halaman.kolom_anggaran import TAMPILAN, kisi_penyimpan
from lkjip.halaman.rencana_anggaran import (
    DasarRencana,
    SaringanRencana,
    daftar_terdampak,
    halaman_rencana,
    kisi_anggaran,
    total_pagu,
)
from lkjip.pengisian.forms_anggaran import KOSONGKAN
from lkjip.pengisian.jawaban import HasilSimpan
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.pengisian.views.saringan import isi_saringan_unit, unit_disaring
from lkjip.perencanaan.muatan import Muatan
from lkjip.perencanaan.selectors_anggaran import dasar_rencana
from lkjip.perencanaan.services_anggaran import penyimpan_anggaran
from lkjip.perencanaan.views.kisi import SumberKisi, simpan, tempel_kisi
from lkjip.perencanaan.views.pintu_masuk import boleh_ubah, buka, buka_untuk_ubah, isi_halaman

SUB = "anggaran_rencana"
MAKS_CARI = 100


def tampilan(request: HttpRequest) -> str:
    """Which columns the grid shows."""
    nama = request.GET.get("kolom", "")
    return nama if nama in TAMPILAN else next(iter(TAMPILAN))


def _saringan(request: HttpRequest, ruang: RuangTahun) -> SaringanRencana:
    return SaringanRencana(
        daftar_unit=unit_disaring(request, ruang),
        cari=request.GET.get("cari", "").strip()[:MAKS_CARI],
        sasaran=request.GET.get("sasaran", ""),
        bermasalah=request.GET.get("bermasalah") == "ya",
        buka=request.GET.get("buka", ""),
    )


def sumber_anggaran(request: HttpRequest, ruang: RuangTahun, kolom: tuple[str, ...]) -> SumberKisi:
    """The grid that all rows' fields are saved through."""
    alamat, muatan = [ruang.kode, ruang.tahun], Muatan(ruang)
    return SumberKisi(
        muat=lambda: kisi_anggaran(dasar_rencana(muatan.muat(), kolom, boleh=boleh_ubah(ruang))),
        simpan=penyimpan_anggaran(ruang.tahun_kinerja, pengguna_masuk(request)),
        alamat_simpan=reverse("simpan_anggaran_rencana", args=alamat),
        alamat_tempel=reverse("tempel_anggaran_rencana", args=alamat),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def anggaran_rencana(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """A POST is the button “Simpan semua”, or “Pakai jumlah anak”, which clears a parent's own figure."""
    ruang, hasil = buka(request, kode, tahun), None
    kolom = TAMPILAN[tampilan(request)][1]
    dasar = dasar_rencana(ruang, kolom, boleh=boleh_ubah(ruang))
    if request.method == "POST":
        if not dasar.boleh:
            raise PermissionDenied
        sumber = sumber_anggaran(request, ruang, kolom)
        hasil = simpan(request, sumber, kisi_anggaran(dasar), isi=_kiriman(request))
        if hasil.beres:
            messages.success(request, hasil.kalimat)
            return redirect(request.get_full_path() + _jangkar(request))
        ruang = ruang.segar()
        dasar = dasar_rencana(ruang, kolom, boleh=True)
    return _halaman(request, ruang, dasar, hasil)


def _kiriman(request: HttpRequest) -> QueryDict:
    """What was sent, with the field empty that “Pakai jumlah anak” names."""
    isi = request.POST.copy()
    if nama := request.POST.get(KOSONGKAN):
        isi[nama] = ""
    return isi


def _jangkar(request: HttpRequest) -> str:
    baris = request.POST.get(KOSONGKAN, "").rpartition("-")[2]
    return f"#baris-{baris}" if baris.isdigit() else ""


def _halaman(request: HttpRequest, ruang: RuangTahun, dasar: DasarRencana, hasil: HasilSimpan | None) -> HttpResponse:
    halaman = halaman_rencana(dasar, _saringan(request, ruang))
    alamat = [ruang.kode, ruang.tahun]
    isi: dict[str, Any] = isi_halaman(ruang, SUB)
    isi |= isi_saringan_unit(ruang, halaman.saringan.daftar_unit)
    isi |= {
        "halaman": halaman if hasil is None else halaman.dengan_kotak(hasil.kotak),
        "hasil": hasil,
        "daftar_tampilan": [(nama, judul) for nama, (judul, _) in TAMPILAN.items()],
        "tampilan": tampilan(request),
        "kolom_tampilan": ",".join(TAMPILAN[tampilan(request)][1]),
        "daftar_sasaran": ruang.konteks.sasaran,
        "alamat_simpan": reverse("simpan_anggaran_rencana", args=alamat),
        "alamat_tempel": f"{reverse('tempel_anggaran_rencana', args=alamat)}?kolom={tampilan(request)}",
        "saringan_kueri": _tanpa(request, "buka"),
    }
    return render(request, "situs/perencanaan/anggaran.html", isi, status=200 if hasil is None else hasil.status)


def _tanpa(request: HttpRequest, *nama: str) -> str:
    """The filters of the address without these, to be followed by others."""
    kueri = request.GET.copy()
    for satu in nama:
        kueri.pop(satu, None)
    return kueri.urlencode()


@require_POST
@login_required
def simpan_anggaran_rencana(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Fields of any row, whatever column; the answer renews them and the sums above."""
    ruang = buka_untuk_ubah(request, kode, tahun)
    kisi = kisi_penyimpan(pk_anggaran_per_kode(ruang.tahun_kinerja).values())
    hasil = simpan(request, sumber_anggaran(request, ruang, ()), kisi)
    dasar = dasar_rencana(ruang, (), boleh=True)
    per_nama = kisi_anggaran(dasar).kotak_per_nama
    pk = {pk for _, pk in hasil.kiriman.daftar_ketikan}
    isi = {
        "hasil": hasil,
        "daftar_kotak": [hasil.kotak(per_nama[nama]) for nama in hasil.kiriman.ketikan if nama in per_nama],
        "daftar_baris": daftar_terdampak(dasar, pk),
        "total": total_pagu(dasar.konteks),
        "templat_tambahan": "situs/perencanaan/anggaran/_jumlah_segar.html",
    }
    return render(request, "situs/kisi/_jawaban.html", isi, status=hasil.status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def tempel_anggaran_rencana(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    isi = isi_halaman(ruang, SUB, "Tempel dari Excel")
    kolom = () if "terapkan" in request.POST else TAMPILAN[tampilan(request)][1]  # the preview names its columns
    sumber = sumber_anggaran(request, ruang, kolom)
    kembali = f"{reverse(SUB, args=[kode, tahun])}?kolom={tampilan(request)}"
    return tempel_kisi(request, sumber, kembali, isi)
