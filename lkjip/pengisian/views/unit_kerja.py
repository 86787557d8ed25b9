"""Units of an agency: their names, which texts name them, and who is limited to which of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kinerja.selectors_pengisian import hari_ini
from lkjip.halaman.unit_kerja import daftar_teks_tanpa_unit
from lkjip.kelola.views.pintu import buka_instansi, rangka_instansi
from lkjip.pengisian.forms import isi_bersih
from lkjip.pengisian.forms_unit import (
    GantiUnitForm,
    HapusSebutanForm,
    HapusUnitForm,
    PenugasanForm,
    TambahSebutanForm,
    TambahUnitForm,
)
from lkjip.pengisian.selectors_alur import daftar_teks_penanggung_jawab
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from renstra import akses, services_unit
from renstra.models import Instansi, UnitKerja
from renstra.selectors import daftar_tahun
from renstra.selectors_unit import daftar_perencana, daftar_unit, load_unit

# What a button sends in `aksi`: its form, the service that does it, and what to say then.
AKSI: Mapping[str, tuple[type[forms.Form], Callable[..., object], str]] = {
    "tambah": (TambahUnitForm, services_unit.tambah_unit, "Unit ditambahkan."),
    "ganti": (GantiUnitForm, services_unit.ganti_nama_unit, "Nama unit diganti; nama lamanya menjadi sebutan."),
    "hapus": (HapusUnitForm, services_unit.hapus_unit, "Unit dihapus."),
    "sebutan": (TambahSebutanForm, services_unit.tambah_sebutan, "Sebutan ditambahkan."),
    "hapus_sebutan": (HapusSebutanForm, services_unit.hapus_sebutan, "Sebutan dihapus."),
}
PENUGASAN = "penugasan"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def unit_kerja(request: HttpRequest, kode: str) -> HttpResponse:
    instansi = buka_instansi(request, kode, mengubah=True)
    galat: list[str] = []
    if request.method == "POST":
        try:
            messages.success(request, _jalankan(request, instansi))
            return redirect("unit_kerja", kode)
        except ValidationError as ditolak:
            galat = list(ditolak.messages)
    isi = _isi(request, instansi) | {"daftar_galat": galat}
    return render(request, "situs/instansi/unit_kerja.html", isi, status=422 if galat else 200)


def _jalankan(request: HttpRequest, instansi: Instansi) -> str:
    """Do what the button asks for; what to say then. Raises ValidationError with sentences."""
    aksi, oleh = request.POST.get("aksi", ""), pengguna_masuk(request)
    if aksi == PENUGASAN:
        return _batasi(request, instansi)
    if aksi not in AKSI:
        raise ValidationError("Tidak ada yang dipilih. Muat ulang halaman, lalu coba lagi.")
    kelas, layanan, pesan = AKSI[aksi]
    form = kelas(request.POST)
    layanan(instansi=instansi, oleh=oleh, **isi_bersih(form))
    return pesan


def _batasi(request: HttpRequest, instansi: Instansi) -> str:
    if not akses.boleh_atur_penugasan(akses.ambil_hak(request.user, instansi)):
        raise PermissionDenied
    form = PenugasanForm(request.POST, [u.pk for u in daftar_unit(instansi)])
    isi = isi_bersih(form)
    services_unit.atur_unit_penugasan(
        instansi=instansi,
        penugasan=isi["penugasan"],
        daftar_unit=isi["daftar_unit"],
        oleh=pengguna_masuk(request),
    )
    return "Batas pengguna disimpan."


def _isi(request: HttpRequest, instansi: Instansi) -> dict[str, Any]:
    peta, tahun = load_unit(instansi), daftar_tahun(instansi).first()
    teks = daftar_teks_penanggung_jawab(tahun) if tahun else []
    hak = akses.ambil_hak(request.user, instansi)
    unit: list[UnitKerja] = list(daftar_unit(instansi))
    return rangka_instansi(instansi, "unit_kerja", boleh_ubah=True) | {
        "daftar_unit": unit,
        "tahun": tahun,
        "tanpa_unit": daftar_teks_tanpa_unit(teks, peta, nama_instansi=(instansi.nama, instansi.singkatan)),
        "daftar_penugasan": [
            (p, {b.unit_id for b in p.daftar_unit_penugasan.all()}) for p in daftar_perencana(instansi)
        ],
        "boleh_atur_penugasan": akses.boleh_atur_penugasan(hak),
        "hari": hari_ini(),
        "ketikan": request.POST.get("nama", "") if request.method == "POST" else "",
    }
