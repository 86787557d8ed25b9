"""A column of money pasted from Excel: saved as a whole, or not at all."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from anggaran.selectors_rencana import pk_anggaran_per_kode
from lkjip.dasar.tempel import Tujuan
from lkjip.halaman.pengisian_anggaran import JENIS_KOLOM, NAMA_KOLOM, uang_tersimpan, urutan_baris
from lkjip.pengisian.jawaban import HasilSimpan
from lkjip.pengisian.ruang import Ruang
from lkjip.pengisian.simpan_anggaran import simpan_tempelan
from lkjip.pengisian.views.pintu_masuk import buka_ruang, pengguna_masuk
from lkjip.pengisian.views.tempel import Tempelan, jawab_tempelan


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


def _periksa_hak(ruang: Ruang) -> None:
    if not ruang.hak.ubah:
        raise PermissionDenied


def _simpan(request: HttpRequest, ruang: Ruang) -> HasilSimpan:
    return simpan_tempelan(ruang, request.POST, pengguna_masuk(request))


_ANGGARAN = Tempelan(
    halaman="isi_anggaran",
    judul_halaman="anggaran",
    daftar_kolom=tuple(JENIS_KOLOM),
    nama_kolom=NAMA_KOLOM,
    jenis_kolom=JENIS_KOLOM,
    daftar_tujuan=_daftar_tujuan,
    periksa_hak=_periksa_hak,
    simpan=_simpan,
)


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
@login_required
def tempel_uang(request: HttpRequest, kode: str, tahun: int, triwulan: int) -> HttpResponse:
    return jawab_tempelan(request, buka_ruang(request, kode, tahun, triwulan), _ANGGARAN)
