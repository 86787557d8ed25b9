"""Findings of all agencies of a pemda, for its inspektorat and pengelola: which rules fail most, where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinerja.akses_evaluasi import ambil_hak_papan
from lkjip.cetak import MIME_XLSX
from lkjip.cetak_dokumen import nama_berkas
from lkjip.halaman.perbandingan import tahun_utama
from lkjip.pemeriksaan.forms_statistik import StatistikForm
from lkjip.pemeriksaan.halaman_statistik import HalamanStatistik, halaman_statistik
from lkjip.pemeriksaan.selectors_statistik import banyak_per_tahun, daftar_pemda, load_statistik, tahun_dalam
from lkjip.pemeriksaan.services_hasil import segarkan
from lkjip.pemeriksaan.xlsx_statistik import xlsx_statistik
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views.laporan import unduhan
from renstra.models import Pemda

PER_HALAMAN = 50


@dataclass(frozen=True)
class _Ruang:
    """What is asked for. `usang`: of how many agencies the counts are older than their data."""

    form: StatistikForm
    daftar_pemda: list[Pemda]
    pemda: Pemda | None
    daftar_tahun: list[int]
    tahun: int
    halaman: HalamanStatistik
    usang: int

    @property
    def sebutan(self) -> str:
        if self.pemda is not None:
            return self.pemda.nama
        return self.daftar_pemda[0].nama if len(self.daftar_pemda) == 1 else "Semua pemerintah daerah"


def _buka(request: HttpRequest) -> _Ruang:
    """403 for who looks after no pemda, 404 for one that is not theirs."""
    hak = ambil_hak_papan(pengguna_masuk(request))
    if not (hak.semua or hak.penuh):
        raise PermissionDenied
    form = StatistikForm(request.GET)
    milik, diminta = None if hak.semua else hak.penuh, form.cleaned_data.get("pemda")
    daftar = daftar_pemda(milik)
    pemda = next((p for p in daftar if p.pk == diminta), None)
    if diminta is not None and pemda is None:
        raise Http404("Pemerintah daerah ini tidak ada atau di luar penugasan.")
    lingkup = milik if pemda is None else frozenset({pemda.pk})
    banyak, hari = banyak_per_tahun(lingkup), timezone.localdate()
    tahun = form.cleaned_data.get("tahun") or (tahun_utama(banyak) if banyak else hari.year - 1)
    semua = tahun_dalam(lingkup).filter(tahun=tahun)
    usang = segarkan(list(semua.values_list("pk", flat=True)))
    halaman = halaman_statistik(load_statistik(semua, hari), form.saring)
    return _Ruang(form, daftar, pemda, sorted({*banyak, tahun}), tahun, halaman, usang)


@require_safe
@login_required
def statistik(request: HttpRequest) -> HttpResponse:
    ruang = _buka(request)
    isi: dict[str, Any] = {
        "ruang": ruang,
        "form": ruang.form,
        "tahun": ruang.tahun,
        "statistik": ruang.halaman,
        "halaman": Paginator(ruang.halaman.daftar_instansi, PER_HALAMAN).get_page(request.GET.get("halaman")),
        "hitungan": isinstance(ruang.pemda, Pemda) or len(ruang.daftar_pemda) == 1,
    }
    return render(request, "situs/temuan/statistik.html", isi)


@require_safe
@login_required
def unduh(request: HttpRequest) -> HttpResponse:
    ruang = _buka(request)
    nama = nama_berkas("temuan", ruang.sebutan, str(ruang.tahun))
    return unduhan(xlsx_statistik(ruang.halaman, ruang.form.saring), MIME_XLSX, f"{nama}.xlsx")
