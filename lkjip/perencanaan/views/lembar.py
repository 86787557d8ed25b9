"""“Lembar lain”: every sheet of the workbook that has no page of its own, row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.selectors_terbit import tahun_terbit_lembar
from lkjip.dasar.isian import Isian
from lkjip.halaman.kisi import Kisi
from lkjip.pengisian.forms import baca_pk
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.lembar.baca import baca_formulir
from lkjip.perencanaan.lembar.daftar import DAFTAR_NAMA, JUDUL, TEMPAT, judul_kolom, skema_lembar
from lkjip.perencanaan.lembar.ruang import Halaman, RuangLembar
from lkjip.perencanaan.lembar.selectors import banyak_per_lembar
from lkjip.perencanaan.lembar.services import Kejadian, PenulisLembar
from lkjip.perencanaan.views.kisi import SumberKisi, halaman_kisi, jawab_kisi, tempel_kisi
from lkjip.perencanaan.views.pintu_masuk import boleh_ubah, buka, buka_untuk_ubah, isi_halaman
from lkjip.views.urung import beri_tahu

_LANGKAH = {"naik": -1, "turun": 1}
_TEMPLAT = "situs/perencanaan/lembar"
# Sheets with a page of their own: name, title, name of the address, further arguments.
LEMBAR_SENDIRI: Sequence[tuple[str, str, str, tuple[object, ...]]] = (
    ("instansi, pengaturan", "Identitas dan periode", "identitas_tahun", ()),
    ("misi, tujuan, sasaran, indikator", "Renstra", "renstra", ()),
    ("target_tahunan", "Target Renstra", "target_renstra", ()),
    ("perjanjian", "Perjanjian Kinerja", "perjanjian_kinerja", ()),
    ("anggaran", "Program dan anggaran", "anggaran_rencana", ()),
    ("kinerja_triwulan", "Isian triwulan", "isi_triwulan", (1,)),
    ("realisasi_anggaran", "Realisasi anggaran triwulan", "isi_anggaran", (1,)),
    ("pengaturan", "Metode pengukuran", "metode_pengukuran", ()),
    ("skala", "Skala kategori", "skala_kategori", ()),
)


def buka_lembar(request: HttpRequest, kode: str, tahun: int, nama: str, *, ubah: bool = False) -> RuangLembar:
    """The sheet for this user; 404 where there is none such, 403 where `ubah` is asked for and may not be."""
    ruang = buka_untuk_ubah(request, kode, tahun) if ubah else buka(request, kode, tahun)
    if nama not in TEMPAT:
        raise Http404("Lembar ini tidak ada.")
    milik = baca_pk(request.GET.get("milik", "") or "-")
    return RuangLembar(ruang, skema_lembar(nama), boleh_ubah(ruang), milik=milik)


def penulis(request: HttpRequest, satu: RuangLembar) -> PenulisLembar:
    return PenulisLembar(satu.ruang.tahun_kinerja, satu.lembar, pengguna_masuk(request))


def alamat(satu: RuangLembar, nama: str = "lembar", **kueri: object) -> str:
    """An address of this sheet, which keeps the indicator that is shown."""
    kueri |= {"milik": satu.milik} if satu.milik else {}
    dasar = reverse(nama, args=[satu.ruang.kode, satu.ruang.tahun, satu.lembar.nama])
    return f"{dasar}?{urlencode(kueri)}" if kueri else dasar


@require_safe
@login_required
def daftar_lembar(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    banyak = banyak_per_lembar(ruang.tahun_kinerja, TEMPAT)
    isi = {
        "daftar_lembar": [(nama, JUDUL[nama], skema_lembar(nama).penjelasan, banyak[nama]) for nama in DAFTAR_NAMA],
        "banyak_tabel": banyak["tabel"],
        "lembar_sendiri": [(n, j, reverse(a, args=[kode, tahun, *lain])) for n, j, a, lain in LEMBAR_SENDIRI],
    }
    return render(request, f"{_TEMPLAT}/daftar.html", isi_halaman(ruang, "daftar_lembar") | isi)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def lembar(request: HttpRequest, kode: str, tahun: int, nama: str) -> HttpResponse:
    """The rows; a POST is the button “Simpan semua”."""
    satu = buka_lembar(request, kode, tahun, nama, ubah=request.method == "POST")
    halaman = _halaman(request, satu)
    isi = _isi(request, satu, halaman)
    return halaman_kisi(request, _sumber(request, satu, halaman), f"{_TEMPLAT}/lembar.html", isi)


def _halaman(request: HttpRequest, satu: RuangLembar) -> Halaman:
    """The page that is asked for: by its number, or by the row that a finding is about."""
    if subjek := request.GET.get("subjek", ""):
        return satu.halaman_subjek(subjek, request.GET.get("butir", ""))
    return satu.halaman(request.GET.get("hal", ""))


def _sumber(request: HttpRequest, satu: RuangLembar, halaman: Halaman | None) -> SumberKisi:
    """The rows of one page; None: those that were sent."""

    def muat() -> Kisi:
        return satu.kisi(halaman) if halaman else satu.kisi_baris(_pk_terkirim(request))

    def simpan(isian: Mapping[int, Sequence[Isian]]) -> int:
        return penulis(request, satu).ubah(isian)

    tempel = alamat(satu, "tempel_sel_lembar", hal=halaman.nomor) if halaman else ""
    return SumberKisi(muat, simpan, alamat(satu, "simpan_lembar"), tempel, satu.baca)


def _pk_terkirim(request: HttpRequest) -> frozenset[int]:
    daftar = (baca_pk(nama.rpartition("-")[2]) for nama in request.POST)
    return frozenset(pk for pk in daftar if pk is not None)


def _isi(
    request: HttpRequest, satu: RuangLembar, halaman: Halaman, ketikan: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """What the page needs besides its grid; `ketikan`: a new row that was refused."""
    aksi, _, pk = request.GET.get("fokus", "").partition("-")
    terbuka = ketikan is not None or satu.banyak == 0 or request.GET.get("tambah") == "ya"
    isi = {
        "satu": satu,
        "halaman": halaman,
        "judul_kisi": satu.judul,
        "daftar_bidang": satu.daftar_bidang(ketikan or {}) if satu.boleh else (),
        "daftar_arti": [(judul_kolom(k), k.penjelasan) for k in satu.lembar.kolom],
        "templat_aksi": f"{_TEMPLAT}/_aksi.html" if satu.boleh else "",
        "fokus": (aksi, baca_pk(pk)),
        "tambah_terbuka": terbuka,
        "tahun_terbit": tahun_terbit_lembar(satu.ruang.tahun_kinerja, satu.lembar.nama),
    }
    return isi_halaman(satu.ruang, "daftar_lembar", satu.judul) | isi | _daftar_alamat(satu)


def _daftar_alamat(satu: RuangLembar) -> dict[str, str]:
    return {
        "alamat_lembar": alamat(satu),
        "alamat_tambah": alamat(satu, "tambah_lembar"),
        "alamat_atur": alamat(satu, "atur_lembar"),
        "alamat_tempel_baris": alamat(satu, "tempel_lembar"),
    }


@require_POST
@login_required
def simpan_lembar(request: HttpRequest, kode: str, tahun: int, nama: str) -> HttpResponse:
    """One field, by htmx."""
    satu = buka_lembar(request, kode, tahun, nama, ubah=True)
    templat = f"{_TEMPLAT}/_jumlah_sisip.html" if nama == "komponen" else ""
    return jawab_kisi(request, _sumber(request, satu, None), {"templat_tambahan": templat, "satu": satu})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def tempel_sel_lembar(request: HttpRequest, kode: str, tahun: int, nama: str) -> HttpResponse:
    """A block pasted into rows that are there."""
    satu = buka_lembar(request, kode, tahun, nama, ubah=True)
    halaman = satu.halaman(request.GET.get("hal", ""))
    kembali = alamat(satu, hal=halaman.nomor)
    return tempel_kisi(request, _sumber(request, satu, halaman), kembali, _isi(request, satu, halaman))


@require_POST
@login_required
def tambah_lembar(request: HttpRequest, kode: str, tahun: int, nama: str) -> HttpResponse:
    satu = buka_lembar(request, kode, tahun, nama, ubah=True)
    formulir = baca_formulir(satu.lembar, request.POST)
    try:
        if formulir.galat:
            raise ValidationError("Baris belum ditambahkan. Perbaiki isian yang ditandai.")
        hasil = penulis(request, satu).tambah(formulir.isi)
    except ValidationError as galat:
        return _tambah_gagal(request, replace(satu, formulir=formulir), galat)
    _umumkan(request, satu, "Satu baris ditambahkan.", hasil)
    return redirect(f"{alamat(satu, hal='akhir', tambah='ya')}#tambah-baris")


def _tambah_gagal(request: HttpRequest, satu: RuangLembar, galat: ValidationError) -> HttpResponse:
    halaman = satu.halaman("akhir")
    sumber = _sumber(request, satu, halaman)
    isi = _isi(request, satu, halaman, request.POST) | {"galat_tambah": " ".join(galat.messages)}
    isi |= {"kisi": sumber.muat(), "alamat_simpan": sumber.alamat_simpan, "alamat_tempel": sumber.alamat_tempel}
    return render(request, f"{_TEMPLAT}/lembar.html", isi, status=422)


def _umumkan(request: HttpRequest, satu: RuangLembar, kalimat: str, hasil: Kejadian) -> None:
    beri_tahu(request, kalimat, instansi=satu.ruang.tahun_kinerja.instansi_id, kejadian=hasil.kejadian)


@require_POST
@login_required
def atur_lembar(request: HttpRequest, kode: str, tahun: int, nama: str) -> HttpResponse:
    """Move a row up or down, or remove it (`aksi`)."""
    satu = buka_lembar(request, kode, tahun, nama, ubah=True)
    pk, aksi = baca_pk(request.POST.get("baris", "")) or 0, request.POST.get("aksi", "")
    halaman = satu.halaman(request.POST.get("hal", "")).nomor
    kembali = alamat(satu, hal=halaman)
    try:
        if aksi == "hapus":
            hasil = penulis(request, satu).hapus([pk])
            _umumkan(request, satu, f"{hasil.banyak} baris dihapus.", hasil)
        elif aksi in _LANGKAH:
            penulis(request, satu).geser(pk, _LANGKAH[aksi])
            kembali = alamat(satu, hal=halaman, fokus=f"{aksi}-{pk}")
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    return redirect(kembali)
