"""“Tanda tangani” in two steps: read and agree, then sign. Secrets live for this one request and are shown nowhere."""

from __future__ import annotations

import logging

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from lkjip.keamanan import batas_kiriman
from lkjip.laporan.models import TandaTanganTerbitan
from lkjip.laporan.simpanan_terbitan import BerkasRusak, baca_berkas
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import buka_ruang_tahun, pengguna_masuk
from lkjip.terbitan.akses_dokumen import boleh_lihat_versi
from lkjip.terbitan.forms_tanda_tangan import TandaTanganForm, batas_unggahan
from lkjip.terbitan.meja_tanda_tangan import MejaTanda, kirim_kode, tanda_tangani
from lkjip.terbitan.selectors_tanda_tangan import ambil_tanda
from lkjip.terbitan.services_tanda_tangan import TandaTanganDitolak
from lkjip.terbitan.unggahan_memori import PenampungMemori
from lkjip.terbitan.views.ruang import isi_rangka
from lkjip.views.rangka import Butir, buka_tahun
from renstra.akses import Hak, ambil_hak

logger = logging.getLogger(__name__)
_TEMPLAT = "situs/terbitan/tanda_tangan.html"


@csrf_exempt  # `_tanda_tangan` asks for the token: reading it reads the form, which the handler below must see first
@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@batas_kiriman("VERIFIKASI_MB")
def tanda_tangan(request: HttpRequest, kode: str, tahun: int, pk: int, tanda: int) -> HttpResponse:
    request.upload_handlers = [PenampungMemori(request, batas_unggahan())]
    jawaban: HttpResponse = _tanda_tangan(request, kode, tahun, pk, tanda)
    return jawaban


@csrf_protect
def _tanda_tangan(request: HttpRequest, kode: str, tahun: int, pk: int, tanda: int) -> HttpResponse:
    ruang, meja = _buka(request, kode, tahun, pk, tanda)
    if request.method != "POST":
        return _halaman(request, ruang, meja.setujui(request.GET.get("setuju", "")))
    if not meja.hak.boleh:
        raise PermissionDenied
    minta_kode = request.POST.get("aksi") == "minta-kode"
    form = meja.form(request.POST, request.FILES, minta_kode=minta_kode)
    meja.setujui(request.POST.get("setuju", ""))
    if not form.is_valid():
        return _halaman(request, ruang, meja, form, status=422)
    try:
        if minta_kode:
            meja.kabar = kirim_kode(meja, form)
            return _halaman(request, ruang, meja, form)
        tanda_tangani(meja, form)
    except TandaTanganDitolak as galat:
        return _halaman(request, ruang, meja.tolak(galat), form, status=409 if meja.bergeser else 422)
    messages.success(request, "Tanda tangan dibubuhkan dan sudah diperiksa.")
    return redirect("tanda_tangan", kode, tahun, pk, tanda)


def _buka(request: HttpRequest, kode: str, tahun: int, pk: int, tanda: int) -> tuple[RuangTahun, MejaTanda]:
    """404 where this agency-year has no such place, or the user may not see the agency."""
    ruang = buka_ruang_tahun(request, kode, tahun)
    tempat = ambil_tanda(ruang.tahun_kinerja, pk, tanda)
    if tempat is None or not _terlihat(ruang.hak, tempat):
        raise Http404("Tempat tanda tangan ini tidak ada.")
    return ruang, MejaTanda(pengguna_masuk(request), ruang.tahun_kinerja.instansi, tempat)


def _terlihat(hak: Hak, tempat: TandaTanganTerbitan) -> bool:
    return boleh_lihat_versi(hak, tempat.terbitan.jenis, tempat.terbitan.keadaan)


def _halaman(
    request: HttpRequest, ruang: RuangTahun, meja: MejaTanda, form: TandaTanganForm | None = None, status: int = 200
) -> HttpResponse:
    """No field of the form shows again what was secret in it."""
    terbitan = meja.terbitan
    alamat = reverse("versi_terbitan", args=[ruang.kode, ruang.tahun, terbitan.pk])
    versi = Butir(f"{terbitan.judul}, versi {terbitan.nomor}", alamat)
    isi = isi_rangka(ruang, versi, "Tanda tangan") | {"meja": meja, "form": form or meja.form()}
    return render(request, _TEMPLAT, isi, status=status)


@require_safe
@login_required
def dokumen(request: HttpRequest, kode: str, tahun: int, pk: int, tanda: int) -> HttpResponse:
    """Byte by byte what would be signed now, or is signed: to read (`?unduh=ya`: to keep). Broken on disk: 404."""
    tahun_kinerja = buka_tahun(request.user, kode, tahun)
    tempat, hak = ambil_tanda(tahun_kinerja, pk, tanda), ambil_hak(request.user, tahun_kinerja.instansi)
    if tempat is None or not tempat.terbitan.sidik_kini or not _terlihat(hak, tempat):
        raise Http404("Dokumen ini tidak ada.")
    cara = "attachment" if request.GET.get("unduh") == "ya" else "inline"
    try:
        isi = baca_berkas(tempat.terbitan.sidik_kini)
    except BerkasRusak as galat:
        logger.error("Versi %s tidak dapat dibaca: %s", pk, galat)
        raise Http404("Berkas dokumen ini rusak di server. Hubungi pengelola server.") from galat
    nama = {"Content-Disposition": f'{cara}; filename="{tempat.terbitan.nama_berkas}.pdf"'}
    return HttpResponse(isi, content_type="application/pdf", headers=nama)
