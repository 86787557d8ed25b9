"""Officials of an agency: the terms of its head and of the heads of its units, and who signs each year's report."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.selectors_pengisian import hari_ini
from lkjip.kelola.forms import PejabatForm
from lkjip.kelola.halaman_pejabat import daftar_baris_tahun, daftar_jabatan, per_unit
from lkjip.kelola.selectors import ambil_pejabat, daftar_pejabat_unit, load_tempat
from lkjip.kelola.services_pejabat import PerluSetuju, hapus_pejabat, samakan_tahun, save_pejabat
from lkjip.kelola.views.formulir_pejabat import TERHAPUS, awal_form, isi_formulir, simpan_dari_form
from lkjip.kelola.views.pintu import buka_instansi, rangka_instansi
from lkjip.pengisian.forms import baca_pk
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from renstra import akses
from renstra.data_pejabat import jabatan_unit
from renstra.models import Instansi, Pejabat, UnitKerja
from renstra.selectors_pejabat import daftar_pejabat_kepala, masa_jabatan
from renstra.selectors_unit import ambil_unit, daftar_unit

_KINI = "kini"


@require_safe
@login_required
def pejabat(request: HttpRequest, kode: str) -> HttpResponse:
    instansi, hari = buka_instansi(request, kode), hari_ini()
    kepala = masa_jabatan(daftar_pejabat_kepala(instansi))
    unit = {u.pk: u.nama for u in daftar_unit(instansi)}
    pemegang = [(p.unit_id or 0, m) for p in daftar_pejabat_unit(instansi) for m in masa_jabatan([p])]
    isi: dict[str, Any] = {
        "kepala": daftar_jabatan(kepala, hari),
        "daftar_unit": per_unit(unit, pemegang, hari),
        "daftar_tahun": daftar_baris_tahun(load_tempat(instansi, hari), kepala),
        "hari": hari,
    }
    isi |= rangka_instansi(instansi, "pejabat", boleh_ubah=akses.boleh_ubah(request.user, instansi))
    return render(request, "situs/kelola/pejabat.html", isi)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def pejabat_baru(request: HttpRequest, kode: str) -> HttpResponse:
    """`unit` in the address: the head of that unit, else of the agency."""
    instansi = buka_instansi(request, kode, mengubah=True)
    nomor = request.GET.get("unit", "")
    unit = ambil_unit(instansi, baca_pk(nomor) or 0)
    if nomor and unit is None:
        raise Http404("Unit ini tidak ada.")
    return _formulir(request, instansi, unit, None)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def ubah_pejabat(request: HttpRequest, kode: str, pejabat: int) -> HttpResponse:
    instansi = buka_instansi(request, kode, mengubah=True)
    baris = _ambil(instansi, pejabat)
    return _formulir(request, instansi, baris.unit, baris)


def _ambil(instansi: Instansi, pk: int) -> Pejabat:
    baris = ambil_pejabat(pk, instansi=instansi)
    if baris is None:
        raise Http404("Masa jabatan ini tidak ada.")
    return baris


def _formulir(request: HttpRequest, instansi: Instansi, unit: UnitKerja | None, baris: Pejabat | None) -> HttpResponse:
    kiriman = request.POST if request.method == "POST" else None
    jabatan = jabatan_unit(unit.nama) if unit else instansi.jabatan_kepala
    form = PejabatForm(kiriman, baru=baris is None, initial=awal_form(baris, jabatan))

    def simpan(isi: dict[str, Any], akhiri: bool) -> object:
        return save_pejabat(
            instansi=instansi, unit=unit, pk=baris.pk if baris else None, isi=isi, akhiri=akhiri,
            setuju=request.POST.get("setuju", ""), oleh=pengguna_masuk(request), hari=hari_ini(),
        )  # fmt: skip

    selesai, setuju = simpan_dari_form(request, form, simpan)
    if selesai:
        return redirect("pejabat", instansi.kode)
    judul = f"{'Ubah' if baris else 'Tambah'} pejabat {unit.nama if unit else ''}".strip()
    isi = rangka_instansi(instansi, "pejabat", judul, boleh_ubah=True)
    return isi_formulir(request, "situs/kelola/formulir_pejabat.html", isi, form, baris, setuju)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def hapus(request: HttpRequest, kode: str, pejabat: int) -> HttpResponse:
    """The question with what would follow, and the answer."""
    instansi = buka_instansi(request, kode, mengubah=True)
    isi: dict[str, Any] = {"baris": _ambil(instansi, pejabat)}
    if request.method == "POST":
        try:
            setuju, oleh = request.POST.get("setuju", ""), pengguna_masuk(request)
            hapus_pejabat(instansi=instansi, pk=pejabat, setuju=setuju, oleh=oleh, hari=hari_ini())
        except PerluSetuju as perlu:
            isi["setuju"] = perlu
        except ValidationError as galat:
            messages.error(request, " ".join(galat.messages))
        else:
            messages.success(request, TERHAPUS)
        if "setuju" not in isi:
            return redirect("pejabat", instansi.kode)
    isi |= rangka_instansi(instansi, "pejabat", "Hapus masa jabatan", boleh_ubah=True)
    return render(request, "situs/kelola/hapus_pejabat.html", isi, status=409 if "setuju" in isi else 200)


@require_POST
@login_required
def samakan(request: HttpRequest, kode: str) -> HttpResponse:
    """Bring one year to the official in force on the date of its report."""
    instansi = buka_instansi(request, kode, mengubah=True)
    nilai = request.POST.get("tahun", "")
    tahun = int(nilai) if nilai.isascii() and nilai.isdigit() and len(nilai) == 4 else None
    if tahun is None and nilai != _KINI:
        messages.error(request, "Tahun ini tidak dikenal. Muat ulang halaman.")
    elif _samakan(request, instansi, tahun):
        messages.success(
            request, f"{f'LKjIP {tahun}' if tahun else 'Identitas instansi'} sudah sama dengan pejabatnya."
        )
    else:
        messages.warning(request, "Tidak ada yang berubah: sudah sama, atau tidak ada pejabat pada tanggal itu.")
    return redirect("pejabat", instansi.kode)


def _samakan(request: HttpRequest, instansi: Instansi, tahun: int | None) -> bool:
    try:
        return samakan_tahun(instansi=instansi, tahun=tahun, oleh=pengguna_masuk(request), hari=hari_ini())
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
        return False
