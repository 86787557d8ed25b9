"""Findings of one agency-year: what the checks found, where it is mended, and what is answered for it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from lkjip.laporan.compose.konteks import Konteks
from lkjip.pemeriksaan.data import hitung_temuan
from lkjip.pemeriksaan.halaman_temuan import (
    JUDUL_TAMPIL,
    KartuTemuan,
    Saringan,
    Tampil,
    banyak_tampil,
    jawaban_lepas,
    kelompok_temuan,
    pilihan_saringan,
)
from lkjip.pemeriksaan.selectors import load_jawaban
from lkjip.pemeriksaan.services import MAKS_HURUF, batal_jawab, jawab_temuan
from lkjip.pemeriksaan.views.papan import Papan, pembaca, susun_papan
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views.rangka import Butir, buka_tahun, daftar_sub_laporan, rangka
from renstra import akses

SUB = "temuan"
_MAKS_CARI = 100
_HILANG = "Temuan ini sudah tidak ada: datanya sudah diperbaiki. Muat ulang halaman."
_BERUBAH = "Angka temuan ini berubah sejak halaman dibuka. Baca lagi, lalu kirim jawabannya."


@require_safe
@login_required
def temuan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    return _halaman(request, _buka(request, kode, tahun))


@require_POST
@login_required
@vary_on_headers("HX-Request")
def jawab(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    papan, alasan = _buka_untuk_jawab(request, kode, tahun), request.POST.get("alasan", "")
    kartu = papan.cari(request.POST.get("kunci", ""))
    if kartu is None:
        return _pulang(request, papan, _HILANG, berhasil=False)
    _periksa_hak(kartu)
    if request.POST.get("sidik") != kartu.temuan.sidik:
        return _kartu(request, papan, replace(kartu, galat=_BERUBAH, ketikan=alasan), 409)
    try:
        jawab_temuan(
            tahun_kinerja=papan.tahun_kinerja, temuan=kartu.temuan, alasan=alasan, oleh=pengguna_masuk(request)
        )
    except ValidationError as galat:
        return _kartu(request, papan, replace(kartu, galat=" ".join(galat.messages), ketikan=alasan), 422)
    return _sesudah(request, papan, kartu, "Jawaban disimpan.")


@require_POST
@login_required
@vary_on_headers("HX-Request")
def batal(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Take an answer away, also one whose finding is gone."""
    papan, kunci = _buka_untuk_jawab(request, kode, tahun), request.POST.get("kunci", "")
    if kartu := papan.cari(kunci):
        _periksa_hak(kartu)
    try:
        batal_jawab(tahun_kinerja=papan.tahun_kinerja, kunci=kunci, oleh=pengguna_masuk(request))
    except ValidationError as galat:
        return _pulang(request, papan, " ".join(galat.messages), berhasil=False)
    if kartu is None:
        return _pulang(request, papan, "Jawaban dihapus.", berhasil=True)
    return _sesudah(request, papan, kartu, "Jawaban dibatalkan.")


def _buka(request: HttpRequest, kode: str, tahun: int) -> Papan:
    """404 where this user may not see the agency."""
    tahun_kinerja = buka_tahun(request.user, kode, tahun)
    return susun_papan(tahun_kinerja, pembaca(request, tahun_kinerja))


def _buka_untuk_jawab(request: HttpRequest, kode: str, tahun: int) -> Papan:
    """404 where this user may not see the agency, 403 where they may answer nothing."""
    papan = _buka(request, kode, tahun)
    if not papan.pembaca.jawab:
        raise PermissionDenied
    return papan


def _periksa_hak(kartu: KartuTemuan) -> None:
    """403 for a galat where this user is not the head."""
    if not kartu.boleh_jawab:
        raise PermissionDenied


def _sesudah(request: HttpRequest, papan: Papan, kartu: KartuTemuan, kalimat: str) -> HttpResponse:
    """The card as it is now, where it stands; without scripts the page, at this card."""
    if not request.headers.get("HX-Request"):
        messages.success(request, kalimat)
        return redirect(f"{reverse(SUB, args=papan.argumen)}#{kartu.pengenal}")
    papan = replace(papan, daftar_jawaban=load_jawaban(papan.tahun_kinerja))
    return _kartu(request, papan, papan.cari(kartu.temuan.kunci) or kartu, 200, kalimat)


def _pulang(request: HttpRequest, papan: Papan, kalimat: str, *, berhasil: bool) -> HttpResponse:
    (messages.success if berhasil else messages.error)(request, kalimat)
    alamat = reverse(SUB, args=papan.argumen)
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": alamat})
    return redirect(alamat)


def _kartu(request: HttpRequest, papan: Papan, kartu: KartuTemuan, status: int, kalimat: str = "") -> HttpResponse:
    """One card with the counts above; as a whole page for a form that was sent without scripts."""
    if not request.headers.get("HX-Request"):
        return _halaman(request, papan, kartu, status)
    isi = _isi(request, papan) | {"kartu": kartu, "kalimat": kalimat, "sisip": True}
    return render(request, "situs/temuan/_kartu.html", isi, status=status)


def _isi(request: HttpRequest, papan: Papan) -> dict[str, Any]:
    return {
        "kode": papan.argumen[0],
        "tahun": papan.argumen[1],
        "rekap": hitung_temuan(papan.daftar_temuan, papan.daftar_jawaban),
        "pembaca": papan.pembaca,
        "maks_huruf": MAKS_HURUF,
    }


def _saringan(request: HttpRequest) -> Saringan:
    kueri = request.GET
    tampil = kueri.get("tampil", "")
    return Saringan(
        tampil=Tampil(tampil) if tampil in set(Tampil) else Tampil.SEMUA,
        kelompok=kueri.get("kelompok", ""),
        aturan=kueri.get("aturan", ""),
        halaman=kueri.get("halaman", ""),
        milik=kueri.get("milik") == "ya",
        cari=kueri.get("cari", "").strip()[:_MAKS_CARI],
    )


def _daftar_tampil(request: HttpRequest, papan: Papan, saringan: Saringan) -> list[Butir]:
    """Severities and states as links that keep the other conditions; “Baru” where last week is known."""
    kueri, banyak = request.GET.copy(), banyak_tampil(papan.kartu, saringan)
    butir = []
    for tampil, nama in JUDUL_TAMPIL.items():
        if tampil is not Tampil.BARU or papan.kemajuan.sejak is not None:
            kueri["tampil"] = tampil.value
            alamat = f"{reverse(SUB, args=papan.argumen)}?{kueri.urlencode()}"
            tulisan = f"{nama} ({banyak[tampil]})" if tampil in banyak else nama
            butir.append(Butir(tulisan, alamat, tampil is saringan.tampil))
    return butir


def _halaman(request: HttpRequest, papan: Papan, ganti: KartuTemuan | None = None, status: int = 200) -> HttpResponse:
    saringan = _saringan(request)
    kartu = [ganti if ganti is not None and k.temuan == ganti.temuan else k for k in papan.kartu]
    isi = (
        _isi(request, papan)
        | _bingkai(request, papan)
        | {
            "daftar_kelompok": kelompok_temuan(kartu, saringan),
            "hari": papan.buku.hari_laporan,
            "daftar_tampil": _daftar_tampil(request, papan, saringan),
            "pilihan": pilihan_saringan(kartu),
            "saringan": saringan,
            "kemajuan": papan.kemajuan,
            "jawaban_lepas": jawaban_lepas(papan.daftar_temuan, papan.daftar_jawaban),
        }
    )
    return render(request, "situs/temuan/temuan.html", isi, status=status)


def _bingkai(request: HttpRequest, papan: Papan) -> dict[str, Any]:
    kode, tahun = papan.argumen
    boleh_ubah = akses.boleh_ubah(request.user, papan.tahun_kinerja.instansi)
    kerangka = rangka(papan.tahun_kinerja, Konteks(papan.buku), "laporan", "Temuan", boleh_ubah=boleh_ubah)
    return {"rangka": kerangka, "daftar_sub": daftar_sub_laporan(kode, tahun, SUB)}
