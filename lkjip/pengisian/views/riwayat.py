"""The history of a quarter: every change, the steps, what it was at a moment, what its approval keeps."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from kinerja.data_pengisian import Langkah
from kinerja.selectors_pengisian import daftar_langkah
from lkjip.halaman.keadaan import daftar_selisih
from lkjip.halaman.kirim import NAMA_LANGKAH
from lkjip.pengisian.forms_riwayat import KeadaanForm, SaringanForm
from lkjip.pengisian.ruang import Ruang
from lkjip.pengisian.selectors_riwayat import (
    daftar_perubahan,
    daftar_perubahan_indikator,
    load_keadaan,
    pilihan_saringan,
    susun_perubahan,
)
from lkjip.pengisian.views.pintu_masuk import buka_ruang, isi_halaman
from lkjip.selectors_keadaan import TahunBelumAda, saat_pertama_tercatat
from renstra.selectors import indikator_per_kode

SUB = "riwayat_triwulan"
PER_HALAMAN = 50


@require_safe
@login_required
def riwayat_triwulan(request: HttpRequest, kode: str, tahun: int, triwulan: int) -> HttpResponse:
    ruang = buka_ruang(request, kode, tahun, triwulan)
    isi = {
        **isi_halaman(ruang, SUB),
        **_isi_perubahan(request, ruang),
        **_isi_keadaan(request, ruang),
        "daftar_selisih": daftar_selisih(ruang.konteks, triwulan),
        "jejak_langkah": [
            (langkah, NAMA_LANGKAH[Langkah(langkah.langkah)])
            for langkah in daftar_langkah(ruang.tahun_kinerja, triwulan)
        ],
    }
    return render(request, "situs/pengisian/riwayat.html", isi)


@require_safe
@vary_on_headers("HX-Request")
@login_required
def riwayat_nilai(request: HttpRequest, kode: str, tahun: int, triwulan: int, indikator: int) -> HttpResponse:
    """One indicator's fields of the quarter; asked by htmx, only the list that opens beside the field."""
    ruang = buka_ruang(request, kode, tahun, triwulan)
    dicari = next((i for i in indikator_per_kode(ruang.tahun_kinerja).values() if i.pk == indikator), None)
    if dicari is None:
        raise Http404("Indikator tidak ada pada tahun ini.")
    halaman = _halaman(request, daftar_perubahan_indikator(ruang, indikator))
    isi = {"indikator": dicari, "halaman": halaman, "daftar_perubahan": susun_perubahan(halaman), "ruang": ruang}
    if request.headers.get("HX-Request"):
        return render(request, "situs/pengisian/riwayat/_nilai.html", isi)
    return render(request, "situs/pengisian/riwayat_nilai.html", {**isi_halaman(ruang, SUB, dicari.kode), **isi})


def _halaman(request: HttpRequest, daftar: Any) -> Any:
    return Paginator(daftar, PER_HALAMAN).get_page(request.GET.get("halaman"))


def _isi_perubahan(request: HttpRequest, ruang: Ruang) -> dict[str, Any]:
    form = SaringanForm(request.GET.dict(), *pilihan_saringan(ruang))
    saringan = form.saringan()
    halaman = _halaman(request, daftar_perubahan(ruang, saringan))
    return {
        "saringan": form,
        "tersaring": any((saringan.orang, saringan.jalan, saringan.jenis)),
        "halaman": halaman,
        "daftar_perubahan": susun_perubahan(halaman),
    }


def _isi_keadaan(request: HttpRequest, ruang: Ruang) -> dict[str, Any]:
    """The part "Keadaan pada tanggal": a question at first; then the answer, or why there is none."""
    if "tanggal" not in request.GET:
        return {"tanya": KeadaanForm()}
    form = KeadaanForm(request.GET)
    if not form.is_valid():
        return {"tanya": form}
    saat = form.cleaned_data["saat"]
    try:
        return {"tanya": form, "saat_keadaan": saat, "keadaan": load_keadaan(ruang, saat)}
    except TahunBelumAda:
        return {"tanya": form, "sejak_tercatat": saat_pertama_tercatat(ruang.tahun_kinerja)}
