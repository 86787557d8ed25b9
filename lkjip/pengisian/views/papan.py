"""The status board: the four quarters of one agency-year, who has entered what, and more time for who needs it."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses import boleh_perpanjang
from kinerja.services_tenggat import save_tenggat_khusus
from lkjip.dasar.periode import nama_triwulan
from lkjip.halaman import papan as isi_papan
from lkjip.pengisian.forms import isi_bersih
from lkjip.pengisian.forms_alur import TenggatForm
from lkjip.pengisian.ruang import Ruang, RuangTahun
from lkjip.pengisian.selectors_alur import banyak_bukti
from lkjip.pengisian.views.pintu_masuk import buka_ruang, buka_ruang_tahun, pengguna_masuk, rangka_ruang
from renstra.selectors_unit import pengguna_per_unit


@dataclass(frozen=True)
class TenggatDitolak:
    """Why more time was refused, and what was typed."""

    triwulan: int
    daftar_pesan: tuple[str, ...]
    tenggat: str
    alasan: str


@require_safe
@login_required
def papan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    return _tampilkan(request, buka_ruang_tahun(request, kode, tahun))


@require_POST
@login_required
def perpanjang_tenggat(request: HttpRequest, kode: str, tahun: int, triwulan: int) -> HttpResponse:
    ruang = buka_ruang(request, kode, tahun, triwulan)
    if not boleh_perpanjang(ruang.hak):
        raise PermissionDenied
    form = TenggatForm(request.POST)
    try:
        _perpanjang(request, ruang, form)
    except ValidationError as galat:
        isian = request.POST.get("tenggat", ""), request.POST.get("alasan", "")
        return _tampilkan(request, ruang, TenggatDitolak(triwulan, tuple(galat.messages), *isian))
    messages.success(request, f"Tenggat {nama_triwulan(triwulan)} {tahun} diperpanjang.")
    return redirect("pengisian", kode, tahun)


def _perpanjang(request: HttpRequest, ruang: Ruang, form: TenggatForm) -> None:
    isi = isi_bersih(form)
    save_tenggat_khusus(
        tahun_kinerja=ruang.tahun_kinerja,
        triwulan=ruang.triwulan,
        tenggat=isi["tenggat"],
        alasan=isi["alasan"],
        oleh=pengguna_masuk(request),
        hari=ruang.hari,
    )


def _tampilkan(request: HttpRequest, ruang: RuangTahun, penolakan: TenggatDitolak | None = None) -> HttpResponse:
    isi = {
        "ruang": ruang,
        "rangka": rangka_ruang(ruang),
        "papan": isi_papan.papan(
            ruang.konteks,
            ruang.daftar_pengisian,
            ruang.unit,
            banyak_bukti=banyak_bukti(ruang.tahun_kinerja),
            pengguna_per_unit=pengguna_per_unit(ruang.tahun_kinerja.instansi, pada=ruang.hari),
            hari=ruang.hari,
        ),
        "boleh_perpanjang": boleh_perpanjang(ruang.hak),
        "penolakan": penolakan,
    }
    return render(request, "situs/pengisian/papan.html", isi, status=422 if penolakan else 200)
