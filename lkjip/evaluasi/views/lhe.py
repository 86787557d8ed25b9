"""The LHE of one evaluation: read as it stands, kept as a file, numbered, and handed over to the signing line."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.data_evaluasi import AsalEvaluasi, TahapEvaluasi
from lkjip.cetak_dokumen import MIME_DOKUMEN, PENCETAK_DOKUMEN, nama_berkas
from lkjip.evaluasi.forms_lhe import NAMA_BENTUK_LHE, BentukLheForm, NomorLheForm
from lkjip.evaluasi.selectors_lhe import load_data_lhe, susun_lhe
from lkjip.evaluasi.views.pintu_evaluasi import RuangEvaluasi, buka_evaluasi, isi_rangka_evaluasi
from lkjip.laporan.compose.lhe_bagian import daftar_kekurangan_lhe
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.terbitan.data_dokumen import kueri, kunci_dokumen
from lkjip.terbitan.selectors import daftar_versi
from lkjip.terbitan.services_lhe import simpan_nomor_lhe
from lkjip.views.laporan import isi_dokumen, unduhan
from lkjip.views.rangka import Butir
from lkjip.views.selectors import tahun_terlihat

SUB = "lhe_evaluasi"
_TETAP = frozenset({TahapEvaluasi.TERBIT, TahapEvaluasi.DIBATALKAN})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def lhe_evaluasi(request: HttpRequest, pk: int) -> HttpResponse:
    """The document in the form that the address names; POST gives it its number and date."""
    ruang = _buka(request, pk)
    form = NomorLheForm(request.POST if request.method == "POST" else None, initial=_awal(ruang))
    if form.is_valid():
        try:
            simpan_nomor_lhe(pk=pk, **form.cleaned_data, oleh=ruang.pengguna)
        except ValidationError as galat:
            form.add_error(None, galat.messages)
        else:
            messages.success(request, "Nomor dan tanggal LHE disimpan.")
            return redirect(request.get_full_path())
    isi = isi_rangka_evaluasi(ruang, SUB) | _isi(request, ruang) | {"form": form}
    return render(request, "situs/evaluasi/lhe.html", isi, status=422 if form.errors else 200)


def _buka(request: HttpRequest, pk: int) -> RuangEvaluasi:
    """404 where the LHE was written elsewhere and only its result is recorded."""
    ruang = buka_evaluasi(request, pk)
    if ruang.hak.asal is not AsalEvaluasi.DIKERJAKAN:
        raise Http404("LHE ini diterbitkan di luar aplikasi; yang direkam hanya hasilnya.")
    return ruang


def _awal(ruang: RuangEvaluasi) -> dict[str, object]:
    return {"nomor": ruang.evaluasi.nomor_lhe, "tanggal": ruang.evaluasi.tanggal_lhe}


def _isi(request: HttpRequest, ruang: RuangEvaluasi) -> dict[str, Any]:
    pilihan, lhe = BentukLheForm(request.GET), load_data_lhe(ruang.evaluasi)
    pesanan = _pesanan(pilihan)
    return {
        "isi_dokumen": isi_dokumen(susun_lhe(lhe, pesanan, konsep=not ruang.hak.terbit)),
        "daftar_kekurangan": daftar_kekurangan_lhe(lhe),
        "daftar_bentuk": [
            Butir(nama, f"?susunan={satu.value}", satu is pesanan.susunan) for satu, nama in NAMA_BENTUK_LHE.items()
        ],
        "kueri": f"?susunan={pesanan.susunan}&kertas={pesanan.kertas}",
        "siap": ruang.hak.tahap in {TahapEvaluasi.DISETUJUI, TahapEvaluasi.TERBIT},
        "bernomor_tetap": ruang.hak.tahap in _TETAP,
    } | _penerbitan(ruang, pesanan)


def _pesanan(pilihan: BentukLheForm) -> Pesanan:
    return Pesanan(JenisBerkas.LHE, susunan=pilihan.susunan_pilihan(), kertas=pilihan.kertas_pilihan())


def _penerbitan(ruang: RuangEvaluasi, pesanan: Pesanan) -> dict[str, Any]:
    """The frozen versions and where the next one is made; neither where the agency has no such year."""
    kode, tahun = ruang.evaluasi.instansi.kode, ruang.evaluasi.tahun
    tahun_kinerja = tahun_terlihat(ruang.pengguna, kode, tahun)
    if tahun_kinerja is None:
        return {"ada_tahun": False}
    versi = daftar_versi(tahun_kinerja, kunci_dokumen(pesanan))
    return {
        "ada_tahun": True,
        "daftar_versi": versi,
        "kini": next((v for v in versi if v.berjalan), None),
        "rangka": {"kode": kode, "tahun": tahun},
        "alamat_bekukan": reverse("finalkan_naskah", args=[kode, tahun]) + kueri(pesanan),
    }


@require_safe
@login_required
def unduh_lhe(request: HttpRequest, pk: int, bentuk: str) -> HttpResponse:
    """As PDF, Word or HTML; until it is issued a draft, which says so. Short enough to be written at once."""
    ruang = _buka(request, pk)
    if bentuk not in PENCETAK_DOKUMEN:
        raise Http404("Bentuk berkas ini tidak ada.")
    pesanan = _pesanan(BentukLheForm(request.GET))
    dokumen = susun_lhe(load_data_lhe(ruang.evaluasi), pesanan, konsep=not ruang.hak.terbit)
    bagian = ["lhe", ruang.evaluasi.instansi.kode, str(ruang.evaluasi.tahun), *([] if ruang.hak.terbit else ["konsep"])]
    return unduhan(PENCETAK_DOKUMEN[bentuk](dokumen), MIME_DOKUMEN[bentuk], f"{nama_berkas(*bagian)}.{bentuk}")
