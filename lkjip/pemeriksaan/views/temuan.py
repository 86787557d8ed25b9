"""Findings of one agency-year: what the checks found, where it is mended, and what the head answers for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from lkjip.data import BukuKerja
from lkjip.laporan.compose.konteks import Konteks
from lkjip.pemeriksaan.aturan import ATURAN, periksa
from lkjip.pemeriksaan.data import Jawaban, Temuan, hitung_temuan
from lkjip.pemeriksaan.halaman_temuan import (
    JUDUL_SARINGAN,
    KartuTemuan,
    Saringan,
    daftar_kartu,
    jawaban_lepas,
    kelompok_temuan,
)
from lkjip.pemeriksaan.selectors import load_jawaban
from lkjip.pemeriksaan.selectors_hasil import dengan_ambang
from lkjip.pemeriksaan.services import MAKS_HURUF, batal_jawab, jawab_temuan
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.selectors import load_buku
from lkjip.views.rangka import Butir, buka_tahun, daftar_sub_laporan, rangka
from renstra import akses
from renstra.models import TahunKinerja

SUB = "temuan"
_HILANG = "Temuan ini sudah tidak ada: datanya sudah diperbaiki. Muat ulang halaman."
_BERUBAH = "Angka temuan ini berubah sejak halaman dibuka. Baca lagi, lalu kirim jawabannya."


@dataclass(frozen=True)
class _Papan:
    """The findings of a year as they are now, with the answers that are stored."""

    tahun_kinerja: TahunKinerja
    buku: BukuKerja
    daftar_temuan: tuple[Temuan, ...]
    daftar_jawaban: tuple[Jawaban, ...]

    @property
    def argumen(self) -> list[Any]:
        return [self.tahun_kinerja.instansi.kode, self.tahun_kinerja.tahun]

    def _alamat(self, temuan: Temuan) -> str:
        return reverse(temuan.halaman, args=[*self.argumen, *temuan.argumen]) if temuan.halaman else ""

    @cached_property
    def kartu(self) -> tuple[KartuTemuan, ...]:
        nama = {a.id: a.nama for a in ATURAN.values()}
        return daftar_kartu(self.daftar_temuan, self.daftar_jawaban, nama, self._alamat)

    def cari(self, kunci: str) -> KartuTemuan | None:
        return next((k for k in self.kartu if k.temuan.kunci == kunci and k.temuan.dapat_dijawab), None)


def _buka(tahun_kinerja: TahunKinerja) -> _Papan:
    """On the day of the report, as for a final version: what keeps that one back must be found here, to be answered."""
    buku = dengan_ambang(load_buku(tahun_kinerja), tahun_kinerja)
    buku = buku.pada(buku.hari_laporan)
    return _Papan(tahun_kinerja, buku, periksa(buku), load_jawaban(tahun_kinerja))


@require_safe
@login_required
def temuan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    return _halaman(request, _buka(buka_tahun(request.user, kode, tahun)))


@require_POST
@login_required
@vary_on_headers("HX-Request")
def jawab(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    papan, alasan = _buka(_buka_untuk_jawab(request, kode, tahun)), request.POST.get("alasan", "")
    kartu = papan.cari(request.POST.get("kunci", ""))
    if kartu is None:
        return _pulang(request, papan, _HILANG, berhasil=False)
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
    papan, kunci = _buka(_buka_untuk_jawab(request, kode, tahun)), request.POST.get("kunci", "")
    try:
        batal_jawab(tahun_kinerja=papan.tahun_kinerja, kunci=kunci, oleh=pengguna_masuk(request))
    except ValidationError as galat:
        return _pulang(request, papan, " ".join(galat.messages), berhasil=False)
    kartu = papan.cari(kunci)
    if kartu is None:
        return _pulang(request, papan, "Jawaban dihapus.", berhasil=True)
    return _sesudah(request, papan, kartu, "Jawaban dibatalkan.")


def _buka_untuk_jawab(request: HttpRequest, kode: str, tahun: int) -> TahunKinerja:
    """404 where this user may not see the agency, 403 where they are not its head."""
    tahun_kinerja = buka_tahun(request.user, kode, tahun)
    if not _boleh_jawab(request, tahun_kinerja):
        raise PermissionDenied
    return tahun_kinerja


def _boleh_jawab(request: HttpRequest, tahun_kinerja: TahunKinerja) -> bool:
    return akses.boleh_jawab_temuan(akses.ambil_hak(request.user, tahun_kinerja.instansi))


def _sesudah(request: HttpRequest, papan: _Papan, kartu: KartuTemuan, kalimat: str) -> HttpResponse:
    """The card as it is now, where it stands; without scripts the page, at this card."""
    if not request.headers.get("HX-Request"):
        messages.success(request, kalimat)
        return redirect(f"{reverse(SUB, args=papan.argumen)}#{kartu.pengenal}")
    papan = replace(papan, daftar_jawaban=load_jawaban(papan.tahun_kinerja))
    return _kartu(request, papan, papan.cari(kartu.temuan.kunci) or kartu, 200, kalimat)


def _pulang(request: HttpRequest, papan: _Papan, kalimat: str, *, berhasil: bool) -> HttpResponse:
    (messages.success if berhasil else messages.error)(request, kalimat)
    alamat = reverse(SUB, args=papan.argumen)
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": alamat})
    return redirect(alamat)


def _kartu(request: HttpRequest, papan: _Papan, kartu: KartuTemuan, status: int, kalimat: str = "") -> HttpResponse:
    """One card with the counts above; as a whole page for a form that was sent without scripts."""
    if not request.headers.get("HX-Request"):
        return _halaman(request, papan, kartu, status)
    isi = _isi(request, papan) | {"kartu": kartu, "kalimat": kalimat, "sisip": True}
    return render(request, "situs/temuan/_kartu.html", isi, status=status)


def _isi(request: HttpRequest, papan: _Papan) -> dict[str, Any]:
    return {
        "kode": papan.argumen[0],
        "tahun": papan.argumen[1],
        "rekap": hitung_temuan(papan.daftar_temuan, papan.daftar_jawaban),
        "boleh_jawab": _boleh_jawab(request, papan.tahun_kinerja),
        "maks_huruf": MAKS_HURUF,
    }


def _saringan(request: HttpRequest) -> Saringan:
    tampil = request.GET.get("tampil", "")
    return Saringan(tampil) if tampil in set(Saringan) else Saringan.SEMUA


def _halaman(request: HttpRequest, papan: _Papan, ganti: KartuTemuan | None = None, status: int = 200) -> HttpResponse:
    saringan, konteks = _saringan(request), Konteks(papan.buku)
    kartu = [ganti if ganti is not None and k.temuan == ganti.temuan else k for k in papan.kartu]
    alamat = reverse(SUB, args=papan.argumen)
    boleh_ubah = akses.boleh_ubah(request.user, papan.tahun_kinerja.instansi)
    isi = _isi(request, papan) | {
        "rangka": rangka(papan.tahun_kinerja, konteks, "laporan", "Temuan", boleh_ubah=boleh_ubah),
        "daftar_sub": daftar_sub_laporan(papan.tahun_kinerja.instansi.kode, papan.tahun_kinerja.tahun, SUB),
        "daftar_kelompok": kelompok_temuan(kartu, saringan),
        "hari": papan.buku.hari_laporan,
        "daftar_saringan": [Butir(n, f"{alamat}?tampil={s.value}", s is saringan) for s, n in JUDUL_SARINGAN.items()],
        "disaring": saringan is not Saringan.SEMUA,
        "jawaban_lepas": jawaban_lepas(papan.daftar_temuan, papan.daftar_jawaban),
    }
    return render(request, "situs/temuan/temuan.html", isi, status=status)
