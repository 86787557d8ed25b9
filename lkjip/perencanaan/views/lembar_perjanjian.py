"""One sheet of a Perjanjian Kinerja: who signs it, how it looks, and its files."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lkjip.halaman.lembar_perjanjian import KEPALA
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.forms_dokumen import LembarForm
from lkjip.perencanaan.selectors_susun import load_dokumen
from lkjip.perencanaan.services_perjanjian import simpan_lembar
from lkjip.perencanaan.views.perjanjian import SUB
from lkjip.perencanaan.views.pintu_masuk import boleh_ubah, buka, isi_halaman
from lkjip.perencanaan.views.unduhan import baca_versi, unduh_dokumen
from lkjip.views.laporan import isi_dokumen
from renstra.data import Versi
from renstra.models import UnitKerja
from renstra.selectors_perjanjian import ambil_lembar
from renstra.selectors_unit import ambil_unit


@dataclass(frozen=True)
class _Lembar:
    """The sheet that the address names."""

    ruang: RuangTahun
    versi: Versi
    unit: UnitKerja | None

    @property
    def pk_unit(self) -> int:
        return self.unit.pk if self.unit else KEPALA

    @property
    def pesanan(self) -> Pesanan:
        return Pesanan(JenisBerkas.PERJANJIAN, versi=self.versi, unit=self.unit.pk if self.unit else None)

    def form(self, request: HttpRequest) -> LembarForm:
        return LembarForm(
            request.POST if request.method == "POST" else None,
            instance=ambil_lembar(self.ruang.tahun_kinerja, self.versi, self.unit.pk if self.unit else None),
            instansi=self.ruang.tahun_kinerja.instansi,
            unit=self.unit,
            versi=self.versi,
        )


def _buka_lembar(request: HttpRequest, kode: str, tahun: int, versi: str, unit: int) -> _Lembar:
    ruang = buka(request, kode, tahun)
    milik = ambil_unit(ruang.tahun_kinerja.instansi, unit) if unit != KEPALA else None
    if unit != KEPALA and milik is None:
        raise Http404("Unit kerja ini tidak ada.")
    return _Lembar(ruang, baca_versi(versi), milik)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def lembar_perjanjian(request: HttpRequest, kode: str, tahun: int, versi: str, unit: int) -> HttpResponse:
    lembar = _buka_lembar(request, kode, tahun, versi, unit)
    if request.method == "POST" and not boleh_ubah(lembar.ruang):
        raise PermissionDenied
    form = lembar.form(request)
    if form.is_valid() and _simpan(request, lembar, form):
        messages.success(request, "Lembar Perjanjian Kinerja disimpan.")
        return redirect("lembar_perjanjian", kode, tahun, versi, unit)
    nama = f"{lembar.unit.nama if lembar.unit else 'Kepala perangkat daerah'}, {lembar.versi.value}"
    isi = isi_halaman(lembar.ruang, SUB, nama) | {"nama": nama, "versi": lembar.versi, "unit": lembar.pk_unit}
    dokumen = isi_dokumen(load_dokumen(lembar.ruang, lembar.pesanan))
    isi |= {"form": form, "isi_dokumen": dokumen, "alasan": form.instance.alasan}
    return render(request, "situs/perencanaan/perjanjian/lembar.html", isi, status=422 if form.errors else 200)


def _simpan(request: HttpRequest, lembar: _Lembar, form: LembarForm) -> bool:
    """Whether it was stored; a refusal stands in the form."""
    try:
        simpan_lembar(
            tahun_kinerja=lembar.ruang.tahun_kinerja,
            versi=lembar.versi,
            unit=lembar.unit,
            isi=form.cleaned_data,
            oleh=pengguna_masuk(request),
        )
    except ValidationError as galat:
        form.add_error(None, galat.messages)
        return False
    return True


@require_safe
@login_required
def unduh_perjanjian(
    request: HttpRequest, kode: str, tahun: int, versi: str, unit: int, jenis: str
) -> HttpResponseBase:
    lembar = _buka_lembar(request, kode, tahun, versi, unit)
    nama_unit = lembar.unit.nama if lembar.unit else ""
    return unduh_dokumen(request, lembar.ruang, jenis, lembar.pesanan, "pk", kode, str(tahun), nama_unit, versi)
