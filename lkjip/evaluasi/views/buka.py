"""Evaluations opened: for one agency or many at once, with a team and its letter of assignment."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kinerja.selectors_meja import SaringMeja, baris_meja, cari_meja, daftar_pemeriksa, daftar_tahun_evaluasi
from kinerja.selectors_pengisian import hari_ini
from kinerja.selectors_skema import daftar_pilihan_skema, skema_bawaan_tahun
from kinerja.services_tim_evaluasi import Bukaan, buka_banyak_evaluasi
from lkjip.evaluasi.forms_alur import BukaForm
from lkjip.evaluasi.forms_meja import MejaForm
from lkjip.evaluasi.views.meja import tahun_dinilai
from lkjip.evaluasi.views.pintu_evaluasi import RuangMeja, buka_meja, isi_rangka_meja
from lkjip.kelola.views.gambar import tolak_di_form


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def buka(request: HttpRequest) -> HttpResponse:
    minta = MejaForm(request.GET).isi()
    meja = buka_meja(request, minta.get("pemda"))
    tahun = minta.get("tahun") or tahun_dinilai(daftar_tahun_evaluasi(meja.pemda), hari_ini().year)
    isi = _bahan(meja, tahun)
    form = _form(request, meja, isi, tahun)
    if form.is_valid() and (banyak := _dibuka(request, meja, form, tahun)):
        messages.success(request, f"{banyak} evaluasi tahun {tahun} dibuka. Tim dapat mulai bekerja.")
        return redirect(f"{reverse('meja_evaluasi')}?tahun={tahun}&pemda={meja.pemda.pk}")
    isi |= isi_rangka_meja(meja, f"Buka evaluasi {tahun}") | {"form": form, "tahun": tahun, "pemda": meja.pemda}
    return render(request, "situs/evaluasi/buka.html", isi, status=422 if form.errors else 200)


def _bahan(meja: RuangMeja, tahun: int) -> dict[str, Any]:
    """The agencies of the pemda, told apart by whether an evaluation can be opened, and why not."""
    daftar = baris_meja(list(cari_meja(meja.pemda, SaringMeja(tahun), hari_ini())), tahun)
    return {
        "dapat": [b for b in daftar if b.berdata and b.evaluasi is None],
        "tanpa_data": [b for b in daftar if not b.berdata and b.evaluasi is None],
        "sudah": [b for b in daftar if b.evaluasi is not None],
        "daftar_tahun": sorted({*daftar_tahun_evaluasi(meja.pemda), tahun}),
    }


def _form(request: HttpRequest, meja: RuangMeja, isi: dict[str, Any], tahun: int) -> BukaForm:
    """Schemes without questions can only be recorded; the one in force in the year comes first."""
    skema = [p for p in daftar_pilihan_skema() if p.skema.berjawaban]
    bawaan = skema_bawaan_tahun(skema, tahun) or next((p.kode for p in skema), "")
    return BukaForm(
        request.POST if request.method == "POST" else None,
        initial={"skema": bawaan, "instansi": [request.GET.get("instansi", "")]},
        daftar_orang=list(daftar_pemeriksa(meja.pemda, hari_ini())),
        daftar_pilihan=[(b.instansi, b.nama) for b in isi["dapat"]],
        daftar_skema=[(p.kode, p.sebutan) for p in skema],
    )


def _dibuka(request: HttpRequest, meja: RuangMeja, form: BukaForm, tahun: int) -> int:
    isi = form.cleaned_data
    try:
        return len(
            buka_banyak_evaluasi(
                pemda=meja.pemda,
                daftar_instansi=isi["instansi"],
                bukaan=Bukaan(tahun, isi["skema"], form.tim(), form.tugas()),
                oleh=meja.pengguna,
            )
        )
    except ValidationError as galat:
        tolak_di_form(form, galat)
        return 0
