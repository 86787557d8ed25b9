"""Remarks at places of the report: written by the reviewer, answered by the agency, resolved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from kinerja.models import CatatanReviu
from kinerja.selectors_reviu import ambil_catatan
from kinerja.services_catatan_reviu import (
    hapus_catatan,
    putuskan_catatan,
    tambah_catatan,
    tanggapi_catatan,
    ubah_catatan,
)
from kinerja.services_reviu import MAKS_HURUF
from lkjip.laporan.render.markah import jangkar
from lkjip.reviu.halaman import SELURUH_LAPORAN, daftar_kartu_catatan
from lkjip.reviu.halaman_letak import kelompok_letak
from lkjip.reviu.views.ruang import RuangReviu, buka_reviu, isi_rangka, jalankan, wajib
from renstra import akses


@require_safe
@login_required
def catatan(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    """`?tempat=` (the id of a node in the report as the site shows it) chooses the place of a new remark."""
    ruang = buka_reviu(request, kode, tahun, pk)
    wajib(ruang.hak.lihat_catatan)
    daftar = ruang.laporan.daftar_letak
    tempat = request.GET.get("tempat", "")
    isi = isi_rangka(ruang, "catatan_reviu") | {
        "daftar_kartu": daftar_kartu_catatan(ruang.data.daftar_catatan, daftar, ruang.alamat_letak, jangkar),
        "daftar_letak": kelompok_letak(daftar),
        "terpilih": next((satu.kunci for satu in daftar if tempat and jangkar(satu.jangkar) == tempat), ""),
        "seluruh": SELURUH_LAPORAN,
        "maks_huruf": MAKS_HURUF,
    }
    return render(request, "situs/reviu/catatan.html", isi)


def _letak(ruang: RuangReviu, request: HttpRequest, lama: CatatanReviu | None = None) -> dict[str, str]:
    """The chosen place with its title; the one that a remark had already may have gone since, and stays."""
    kunci = request.POST.get("letak", "")
    judul = {satu.kunci: satu.judul for satu in ruang.laporan.daftar_letak}
    if lama is not None and kunci == lama.jangkar and kunci not in judul:
        return {"jangkar": lama.jangkar, "judul_jangkar": lama.judul_jangkar}
    return {"jangkar": kunci if kunci in judul else "", "judul_jangkar": judul.get(kunci, "")}


@require_POST
@login_required
def tambah(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    ruang = buka_reviu(request, kode, tahun, pk)
    wajib(ruang.hak.apip)
    letak, isi = _letak(ruang, request), request.POST.get("isi", "")
    return jalankan(
        request, lambda: tambah_catatan(reviu=ruang.reviu, isi=isi, oleh=ruang.pengguna, **letak),
        "Catatan disimpan.", ruang.alamat("catatan_reviu"),
    )  # fmt: skip


@dataclass(frozen=True)
class _Satu:
    """One remark of the reviu, for whoever may do this with it."""

    ruang: RuangReviu
    catatan: CatatanReviu

    def jalankan(
        self, request: HttpRequest, tulis: Callable[[], object], kabar: str, *, tetap: bool = True
    ) -> HttpResponse:
        """`tetap`: the remark is still there, and the page opens at it."""
        ekor = f"#catatan-{self.catatan.pk}" if tetap else ""
        return jalankan(request, tulis, kabar, self.ruang.alamat("catatan_reviu") + ekor)


def _buka(request: HttpRequest, kode: str, tahun: int, pk: int, nomor: int, *, apip: bool = True) -> _Satu:
    """403 for whoever has no part in it; 404 where the reviu has no such remark."""
    ruang = buka_reviu(request, kode, tahun, pk)
    wajib(ruang.hak.apip if apip else akses.boleh_tanggapi(ruang.hak.hak))
    baris = ambil_catatan(ruang.reviu, nomor)
    if baris is None:
        raise Http404("Catatan ini tidak ada.")
    return _Satu(ruang, baris)


@require_POST
@login_required
def ubah(request: HttpRequest, kode: str, tahun: int, pk: int, nomor: int) -> HttpResponse:
    satu = _buka(request, kode, tahun, pk, nomor)
    letak, isi = _letak(satu.ruang, request, satu.catatan), request.POST.get("isi", "")
    return satu.jalankan(
        request, lambda: ubah_catatan(catatan=satu.catatan, isi=isi, oleh=satu.ruang.pengguna, **letak),
        "Catatan diubah.",
    )  # fmt: skip


@require_POST
@login_required
def hapus(request: HttpRequest, kode: str, tahun: int, pk: int, nomor: int) -> HttpResponse:
    satu = _buka(request, kode, tahun, pk, nomor)
    return satu.jalankan(
        request, lambda: hapus_catatan(catatan=satu.catatan, oleh=satu.ruang.pengguna), "Catatan dihapus.", tetap=False
    )


@require_POST
@login_required
def tanggapi(request: HttpRequest, kode: str, tahun: int, pk: int, nomor: int) -> HttpResponse:
    satu, isi = _buka(request, kode, tahun, pk, nomor, apip=False), request.POST.get("tanggapan", "")
    return satu.jalankan(
        request, lambda: tanggapi_catatan(catatan=satu.catatan, tanggapan=isi, oleh=satu.ruang.pengguna),
        "Tanggapan dikirim kepada pereviu.",
    )  # fmt: skip


@require_POST
@login_required
def putuskan(request: HttpRequest, kode: str, tahun: int, pk: int, nomor: int) -> HttpResponse:
    """`tuntas=ya`: resolved; anything else opens it again."""
    satu, tuntas = _buka(request, kode, tahun, pk, nomor), request.POST.get("tuntas") == "ya"
    return satu.jalankan(
        request, lambda: putuskan_catatan(catatan=satu.catatan, tuntas=tuntas, oleh=satu.ruang.pengguna),
        "Catatan dinyatakan tuntas." if tuntas else "Catatan dibuka lagi.",
    )  # fmt: skip
