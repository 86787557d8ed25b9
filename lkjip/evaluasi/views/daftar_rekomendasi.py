"""Recommendations of all agencies that the user may see, by age; as a page and as a file."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kinerja.selectors_pengisian import hari_ini
from kinerja.selectors_rekomendasi import hitung_rekomendasi, load_butir, pilihan_saringan, saring_rekomendasi
from lkjip.evaluasi.forms_tindak_lanjut import SaringRekomendasiForm
from lkjip.evaluasi.halaman_tindak_lanjut import (
    KEPALA_TABEL,
    daftar_baris,
    isi_tabel,
    pilihan_keadaan,
    pilihan_umur,
)
from lkjip.xlsx_daftar import LembarXlsx, buku_xlsx

PER_HALAMAN = 25
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@login_required
def daftar_rekomendasi(request: HttpRequest) -> HttpResponse:
    saringan, hari = SaringRekomendasiForm(request.GET).saringan, hari_ini()
    halaman = Paginator(saring_rekomendasi(request.user, saringan, hari), PER_HALAMAN).get_page(
        request.GET.get("halaman")
    )
    hitungan = hitung_rekomendasi(request.user, saringan, hari)
    daftar_instansi, daftar_komponen = pilihan_saringan(request.user)
    isi = {
        "saringan": saringan,
        "halaman": halaman,
        "daftar": daftar_baris(load_butir(halaman.object_list), hari),
        "hitungan": hitungan,
        "daftar_keadaan": pilihan_keadaan(hitungan, saringan.keadaan),
        "daftar_umur": pilihan_umur(hitungan, saringan.umur),
        "daftar_instansi": daftar_instansi,
        "daftar_komponen": daftar_komponen,
    }
    return render(request, "situs/evaluasi/daftar_rekomendasi.html", isi)


@require_safe
@login_required
def unduh_rekomendasi(request: HttpRequest) -> HttpResponse:
    """The list as it is narrowed, without pages."""
    saringan, hari = SaringRekomendasiForm(request.GET).saringan, hari_ini()
    daftar = daftar_baris(load_butir(saring_rekomendasi(request.user, saringan, hari)), hari)
    jawaban = HttpResponse(buku_xlsx(LembarXlsx("Rekomendasi", KEPALA_TABEL, isi_tabel(daftar))), content_type=_XLSX)
    jawaban.headers["Content-Disposition"] = f'attachment; filename="rekomendasi-{hari:%Y-%m-%d}.xlsx"'
    return jawaban
