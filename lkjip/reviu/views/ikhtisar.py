"""Where the reviu of a report stands: started, sent, taken up again for changed content, given up."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kinerja.selectors_reviu import daftar_reviu, keadaan_reviu
from kinerja.services_reviu import baca_ulang, batalkan_reviu, kirim_catatan, mulai_reviu
from lkjip.reviu.forms import MulaiReviuForm
from lkjip.reviu.halaman import NAMA_SIMPULAN
from lkjip.reviu.views.ruang import SUB, RuangReviu, buka_reviu, isi_rangka, jalankan, wajib


@require_safe
@login_required
def ikhtisar(request: HttpRequest, kode: str, tahun: int, pk: int | None = None) -> HttpResponse:
    ruang = buka_reviu(request, kode, tahun, pk)
    return _halaman(request, ruang, MulaiReviuForm())


def _halaman(request: HttpRequest, ruang: RuangReviu, formulir: MulaiReviuForm, status: int = 200) -> HttpResponse:
    sidik, ada = ruang.laporan.sidik, ruang.baris is not None
    keadaan = keadaan_reviu(ruang.tahun_kinerja)
    isi = isi_rangka(ruang) | {
        "formulir": formulir,
        "keadaan": keadaan,
        "sudah": keadaan.sudah_untuk(sidik),
        "boleh_mulai": ruang.hak.apip and keadaan.tahap_berjalan is None,
        "sidik": sidik,
        "berubah": ada and ruang.data.sidik_isi != sidik,
        "nama_simpulan": NAMA_SIMPULAN[ruang.data.simpulan] if ada and ruang.data.simpulan else "",
        "daftar_reviu": daftar_reviu(ruang.tahun_kinerja),
    }
    return render(request, "situs/reviu/ikhtisar.html", isi, status=status)


@require_POST
@login_required
def mulai(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang, formulir = buka_reviu(request, kode, tahun), MulaiReviuForm(request.POST)
    wajib(ruang.hak.apip)
    if not formulir.is_valid():
        return _halaman(request, ruang, formulir, 422)
    try:
        reviu = mulai_reviu(
            tahun_kinerja=ruang.tahun_kinerja, sidik=ruang.laporan.sidik, oleh=ruang.pengguna, **formulir.cleaned_data
        )
    except ValidationError as galat:
        formulir.add_error(None, galat.messages)
        return _halaman(request, ruang, formulir, 422)
    return redirect("pertanyaan_reviu", kode, tahun, reviu.pk)


@require_POST
@login_required
def kirim(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    ruang = buka_reviu(request, kode, tahun, pk)
    wajib(ruang.hak.apip)
    kabar = "Catatan dikirim. Instansi sekarang melihat dan menanggapinya."
    return jalankan(
        request, lambda: kirim_catatan(reviu=ruang.reviu, oleh=ruang.pengguna), kabar, ruang.alamat("catatan_reviu")
    )


@require_POST
@login_required
def ulang(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    """The report changed: what it is now was read, too."""
    ruang = buka_reviu(request, kode, tahun, pk)
    wajib(ruang.hak.apip)
    dibaca = request.POST.get("sidik", "")

    def tulis() -> None:
        baca_ulang(reviu=ruang.reviu, sidik=ruang.laporan.sidik, sidik_dibaca=dibaca, oleh=ruang.pengguna)

    return jalankan(
        request, tulis, "Isi laporan yang sekarang dicatat sebagai yang dibaca.", ruang.alamat("satu_reviu")
    )


@require_POST
@login_required
def batalkan(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    ruang = buka_reviu(request, kode, tahun, pk)
    wajib(ruang.hak.apip)
    alasan = request.POST.get("alasan", "")
    return jalankan(
        request, lambda: batalkan_reviu(reviu=ruang.reviu, alasan=alasan, oleh=ruang.pengguna),
        "Reviu dibatalkan.", reverse(SUB, args=[kode, tahun]),
    )  # fmt: skip
