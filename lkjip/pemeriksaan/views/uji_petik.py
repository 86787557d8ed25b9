"""“Uji petik”: the printed figures that are stored with an agency-year, recomputed."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lkjip.pemeriksaan.views.pintu_uji import RuangUji, berikan, buka_buku_tahun, tampilkan, uji

SUMBER = "Lembar klaim dan data instansi dalam sistem"


def buka_tersimpan(request: HttpRequest, kode: str, tahun: int) -> RuangUji:
    """The stored claims against the stored data; 404 where this user may not see the agency."""
    tahun_kinerja, buku = buka_buku_tahun(request, kode, tahun)
    return RuangUji(tahun_kinerja, buku, uji(buku, buku.daftar_klaim, SUMBER), "unduh_uji_petik")


@require_safe
@login_required
def halaman(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    return tampilkan(request, buka_tersimpan(request, kode, tahun))


@require_safe
@login_required
def unduh(request: HttpRequest, kode: str, tahun: int, bentuk: str) -> HttpResponse:
    return berikan(buka_tersimpan(request, kode, tahun), bentuk)
