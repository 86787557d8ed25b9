"""Opening a year of an agency, from another one or as its first; and removing one that holds nothing yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lkjip.buku_kerja.services import ImporDitolak
from lkjip.buku_kerja.services_tahun_baru import PratinjauBasi, buka_tahun, sidik_hasil
from lkjip.data import BukuKerja
from lkjip.forms_tahun import TahunBaruForm, TahunPertamaForm, isian_awal
from lkjip.halaman.tahun_baru import (
    RealisasiTerbawa,
    daftar_realisasi_terbawa,
    susun_tahun_baru,
    susun_tahun_pertama,
)
from lkjip.kelola.views.pintu import buka_instansi
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.services_tahun import daftar_isi_tahun, hapus_tahun
from lkjip.selectors import load_buku
from lkjip.views.rangka import Butir
from lkjip.views.rangka import buka_tahun as buka_tahun_terlihat
from lkjip.views.urung import beri_tahu
from renstra import akses
from renstra.models import Instansi, TahunKinerja
from renstra.selectors import daftar_tahun, identitas_kini
from renstra.selectors_versi import daftar_renstra

_BASI = "Data tahun sumber berubah sejak pratinjau tadi. Periksa lagi, lalu buka tahunnya."


@dataclass(frozen=True)
class Rencana:
    """The new year as it would be stored, and what it is made from."""

    buku: BukuKerja
    sumber: TahunKinerja | None
    daftar_realisasi: tuple[RealisasiTerbawa, ...] = ()


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def tahun_baru(request: HttpRequest, kode: str) -> HttpResponse:
    """The form; with its answers in the address the preview; POST of the same opens the year that was shown."""
    instansi = buka_instansi(request, kode, mengubah=True)
    per_tahun = {t.tahun: t for t in daftar_tahun(instansi)}
    form = _form(request, instansi, per_tahun)
    isi = _isi(instansi, form, per_tahun)
    if form.is_bound and form.is_valid():
        try:
            rencana = _susun(form, instansi, per_tahun)
            if request.method == "POST" and (kejadian := _simpan(request, rencana)):
                tahun = rencana.buku.data.tahun
                kalimat = f"Tahun {tahun} dibuka. Pilih tahun itu di bawah untuk melengkapi rencananya."
                beri_tahu(request, kalimat, instansi=instansi.pk, kejadian=kejadian)
                return redirect("tahun_baru", kode)
            isi |= _pratinjau(request, rencana)
        except ImporDitolak as galat:
            isi["daftar_galat"] = [g.pesan for g in galat.daftar_galat]
    gagal = bool(form.errors or isi.get("daftar_galat"))
    return render(request, "situs/instansi/tahun_baru.html", isi, status=422 if gagal else 200)


def _isi(instansi: Instansi, form: forms.Form, per_tahun: dict[int, TahunKinerja]) -> dict[str, Any]:
    """What the page shows before anything is previewed."""
    isi: dict[str, Any] = {"instansi": instansi, "form": form, "jejak": _jejak(instansi, "Tahun baru")}
    return isi | {"daftar_tahun": per_tahun.values(), "pertama": not per_tahun}


def _jejak(instansi: Instansi, halaman: str) -> tuple[Butir, ...]:
    nama = instansi.singkatan or instansi.nama or instansi.kode
    return (
        Butir("Instansi", reverse("daftar_instansi")),
        Butir(nama, reverse("instansi", args=[instansi.kode])),
        Butir(halaman),
    )


def _form(request: HttpRequest, instansi: Instansi, per_tahun: dict[int, TahunKinerja]) -> forms.Form:
    isian = request.POST if request.method == "POST" else request.GET if "tahun" in request.GET else None
    if not per_tahun:
        return TahunPertamaForm(isian)
    periode = {(r.renstra_awal, r.renstra_akhir) for r in daftar_renstra(instansi)}
    if isian is not None and "sumber" not in isian:
        tahun = isian.get("tahun", "")
        awal = isian_awal(per_tahun, int(tahun) if tahun.isdigit() and len(tahun) == 4 else None)
        return TahunBaruForm(
            None if request.method != "POST" else isian, initial=awal, per_tahun=per_tahun, daftar_periode=periode
        )
    return TahunBaruForm(isian, initial=isian_awal(per_tahun, None), per_tahun=per_tahun, daftar_periode=periode)


def _susun(form: forms.Form, instansi: Instansi, per_tahun: dict[int, TahunKinerja]) -> Rencana:
    isi = form.cleaned_data
    if not isinstance(form, TahunBaruForm):
        return Rencana(susun_tahun_pertama(identitas_kini(instansi), isi["tahun"], isi["awal"], isi["akhir"]), None)
    sumber = per_tahun[isi["sumber"]]
    lama, pilihan = load_buku(sumber), form.pilihan()
    terbawa = daftar_realisasi_terbawa(lama, pilihan) if pilihan.realisasi else ()
    return Rencana(susun_tahun_baru(lama, pilihan), sumber, terbawa)


def _simpan(request: HttpRequest, rencana: Rencana) -> str:
    """Open the year if it is what was shown; '' if not, and then nothing was written."""
    sidik = request.POST.get("sidik", "")
    try:
        return buka_tahun(buku=rencana.buku, sumber=rencana.sumber, oleh=pengguna_masuk(request), sidik=sidik).kejadian
    except PratinjauBasi:
        return ""


def _pratinjau(request: HttpRequest, rencana: Rencana) -> dict[str, Any]:
    hasil = buka_tahun(buku=rencana.buku, sumber=rencana.sumber, oleh=pengguna_masuk(request), periksa_saja=True)
    indikator = rencana.buku.data.renstra.indikator_per_kode
    return {
        "hasil": hasil,
        "sidik": sidik_hasil(hasil),
        "daftar_realisasi": [t for t in rencana.daftar_realisasi if t.baris.indikator in indikator],
        "periode": rencana.buku.data.renstra.periode,
        "basi": _BASI if request.method == "POST" and request.POST.get("sidik") else "",
    }


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def halaman_hapus_tahun(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """What the year holds, and the button that removes it where that is nothing but a plan."""
    tahun_kinerja = buka_tahun_terlihat(request.user, kode, tahun)
    boleh = akses.boleh_ubah(request.user, tahun_kinerja.instansi)
    isi: dict[str, Any] = {"tahun_kinerja": tahun_kinerja, "boleh": boleh, "instansi": tahun_kinerja.instansi}
    if request.method == "POST":
        if not boleh:
            raise PermissionDenied
        try:
            kejadian = hapus_tahun(tahun_kinerja=tahun_kinerja, oleh=pengguna_masuk(request))
            beri_tahu(request, f"Tahun {tahun} dihapus.", instansi=tahun_kinerja.instansi_id, kejadian=kejadian)
            return redirect("tahun_baru", kode)
        except ValidationError as galat:
            isi["daftar_galat"] = galat.messages
    isi |= {
        "daftar_isi": daftar_isi_tahun(tahun_kinerja),
        "jejak": _jejak(tahun_kinerja.instansi, f"Hapus tahun {tahun}"),
    }
    return render(request, "situs/instansi/hapus_tahun.html", isi, status=422 if isi.get("daftar_galat") else 200)
