"""The evaluators' desk: every agency of a pemda, where its evaluation stands, whose turn it is."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kinerja.data_meja import BELUM_DIBUKA
from kinerja.selectors_meja import SaringMeja, banyak_per_tahap, baris_meja, cari_meja, daftar_tahun_evaluasi
from kinerja.selectors_pengisian import hari_ini
from lkjip.evaluasi.forms_meja import PILIHAN_TAHAP, MejaForm
from lkjip.evaluasi.halaman_alur import SEBUTAN_TAHAP
from lkjip.evaluasi.views.pintu_evaluasi import buka_meja
from renstra.models import Pemda

PER_HALAMAN = 50


@require_safe
@login_required
def meja_evaluasi(request: HttpRequest) -> HttpResponse:
    form = MejaForm(request.GET).isi()
    meja = buka_meja(request, form.get("pemda"))
    return render(request, "situs/evaluasi/meja.html", _isi(request, meja.pemda, meja.daftar_pemda, form))


def _isi(request: HttpRequest, pemda: Pemda, daftar_pemda: list[Pemda], form: dict[str, Any]) -> dict[str, Any]:
    hari, daftar_tahun = hari_ini(), daftar_tahun_evaluasi(pemda)
    tahun = form.get("tahun") or tahun_dinilai(daftar_tahun, hari.year)
    pengguna = request.user.pk if form.get("menunggu") else None
    saring = SaringMeja(tahun, form.get("cari", ""), form.get("tahap", ""), pengguna)
    halaman = Paginator(cari_meja(pemda, saring, hari), PER_HALAMAN).get_page(request.GET.get("halaman"))
    daftar = baris_meja(list(halaman), tahun, tahap=saring.tahap)
    return {
        "pemda": pemda,
        "daftar_pemda": daftar_pemda,
        "tahun": tahun,
        "daftar_tahun": sorted({*daftar_tahun, tahun}),
        "saring": saring,
        "tersaring": bool(saring.cari or saring.tahap or pengguna),
        "daftar_tahap": PILIHAN_TAHAP,
        "hitungan": _hitungan(banyak_per_tahap(pemda, tahun)),
        "halaman": halaman,
        "daftar": [(b, b.evaluasi.giliran(hari) if b.evaluasi else ()) for b in daftar],
        "hari": hari,
    }


def tahun_dinilai(daftar_tahun: list[int], tahun_kini: int) -> int:
    """The latest year that is over and has data: its evaluation is under way now."""
    lewat = [t for t in daftar_tahun if t < tahun_kini]
    return max(lewat) if lewat else tahun_kini - 1


def _hitungan(banyak: dict[str, int]) -> list[tuple[str, str, int]]:
    """Stages with agencies in them: value, name, how many."""
    nama = {BELUM_DIBUKA: "Belum dibuka", **{t.value: s for t, s in SEBUTAN_TAHAP.items()}}
    return [(nilai, nama[nilai], n) for nilai, n in banyak.items() if n]
