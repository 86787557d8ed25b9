"""Riwayat DPA: the versions of the budget document, compared; a new one is opened, an earlier one corrected."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from anggaran.models import RevisiAnggaran
from anggaran.selectors_rencana import pk_anggaran_per_kode
from anggaran.selectors_revisi import ambil_revisi, daftar_versi
from anggaran.services_revisi import (
    batal_revisi,
    buka_revisi,
    catat_revisi_pertama,
    ubah_arsip,
    ubah_nama_revisi,
)
from lkjip.dasar.isian import IsianTakTerbaca, JenisIsian, baca_isian, tulis_isian
from lkjip.halaman.pengisian_anggaran import urutan_baris
from lkjip.halaman.rencana_revisi import banding_versi
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.forms_anggaran import BukaRevisiForm, NamaRevisiForm
from lkjip.perencanaan.services import mengubah
from lkjip.perencanaan.views.pintu_masuk import boleh_ubah, buka, buka_untuk_ubah, isi_halaman
from lkjip.views.urung import beri_tahu
from renstra.data import Versi

SUB = "revisi_anggaran"
_AWALAN = "pagu-"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def revisi_anggaran(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The list, the comparison, and the form that opens a new version."""
    ruang = buka(request, kode, tahun)
    if request.method == "POST" and not boleh_ubah(ruang):
        raise PermissionDenied
    daftar = daftar_versi(ruang.tahun_kinerja)
    form = BukaRevisiForm(
        request.POST if request.method == "POST" else None, bernama=bool(daftar), initial={"versi": _versi_kini(ruang)}
    )
    if request.method == "POST" and form.is_valid() and _buka(request, ruang, form):
        return redirect(SUB, kode, tahun)
    ubahan = request.GET.get("hanya") == "berubah"
    banding = banding_versi(ruang.konteks, [v.pagu for v in daftar]) if daftar else ()
    isi = isi_halaman(ruang, SUB) | {
        "daftar_versi": daftar,
        "banding": [b for b in banding if b.berubah or b.anggaran is None or not ubahan],
        "ubahan": ubahan,
        "form": form,
    }
    return render(request, "situs/perencanaan/revisi/daftar.html", isi, status=422 if form.is_bound else 200)


def _versi_kini(ruang: RuangTahun) -> str:
    """The pagu in force: once the APBD has been changed, later versions change that one."""
    berubah = any(a.pagu_perubahan is not None for a in ruang.konteks.anggaran.daftar_anggaran)
    return (Versi.PERUBAHAN if berubah else Versi.MURNI).value


def _buka(request: HttpRequest, ruang: RuangTahun, form: BukaRevisiForm) -> bool:
    """Open the version; where that is refused the form says why."""
    isi, tahun_kinerja = form.cleaned_data, ruang.tahun_kinerja
    try:
        with mengubah(tahun_kinerja, oleh=pengguna_masuk(request)) as kejadian:
            if "nama_kini" in isi:
                catat_revisi_pertama(tahun_kinerja=tahun_kinerja, nama=isi["nama_kini"])
            baru = buka_revisi(
                tahun_kinerja=tahun_kinerja, nama=isi["nama"], versi=Versi(isi["versi"]),
                nomor=isi["nomor"], tanggal=isi["tanggal"],
            )  # fmt: skip
    except ValidationError as galat:
        form.add_error(None, galat.messages)
        return False
    kalimat = f"Versi {baru.nama} dibuka; pagu versi sebelumnya disimpan. Lanjutkan mengubah pagu di halaman Program."
    beri_tahu(request, kalimat, instansi=tahun_kinerja.instansi_id, kejadian=kejadian)
    return True


def _revisi(ruang: RuangTahun, pk: int) -> RevisiAnggaran:
    revisi = ambil_revisi(ruang.tahun_kinerja, pk)
    if revisi is None:
        raise Http404("Versi anggaran tidak ada pada tahun ini.")
    return revisi


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def ubah_revisi_anggaran(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    """Name, number and date of a version, and the figures of one that is no longer in force."""
    ruang = buka(request, kode, tahun)
    if request.method == "POST" and not boleh_ubah(ruang):
        raise PermissionDenied
    revisi = _revisi(ruang, pk)
    form = NamaRevisiForm(
        request.POST if request.method == "POST" else None,
        initial={"nama": revisi.nama, "nomor": revisi.nomor, "tanggal": revisi.tanggal},
    )
    if request.method == "POST" and form.is_valid() and _ubah(request, ruang, revisi, form):
        return redirect(SUB, kode, tahun)
    versi = next(v for v in daftar_versi(ruang.tahun_kinerja) if v.revisi.pk == pk)
    isi = isi_halaman(ruang, SUB, revisi.nama) | {"revisi": revisi, "form": form, "berlaku": versi.pagu is None}
    isi["daftar_pagu"] = [] if versi.pagu is None else _daftar_pagu(request, ruang, versi.pagu)
    return render(request, "situs/perencanaan/revisi/ubah.html", isi, status=422 if form.is_bound else 200)


def _daftar_pagu(request: HttpRequest, ruang: RuangTahun, pagu: Any) -> list[tuple[Any, int, str, str]]:
    """(row, depth, name of its field, what stands in it) of an earlier version."""
    pk = pk_anggaran_per_kode(ruang.tahun_kinerja)
    return [
        (a, inden, nama, request.POST.get(nama, tulis_isian(pagu.get(a.kode), JenisIsian.UANG)))
        for a, inden in urutan_baris(ruang.konteks)
        for nama in [f"{_AWALAN}{pk[a.kode]}"]
    ]


def _baca_pagu(request: HttpRequest, ruang: RuangTahun, form: NamaRevisiForm) -> dict[int, Any]:
    """The figures that were sent, per pk of the row; what cannot be read the form says."""
    pagu = {}
    for kode, pk in pk_anggaran_per_kode(ruang.tahun_kinerja).items():
        if (teks := request.POST.get(f"{_AWALAN}{pk}")) is None:
            continue
        try:
            pagu[pk] = baca_isian(teks, JenisIsian.UANG)
        except IsianTakTerbaca as galat:
            form.add_error(None, f"{kode}: {galat}")
    return pagu


def _ubah(request: HttpRequest, ruang: RuangTahun, revisi: RevisiAnggaran, form: NamaRevisiForm) -> bool:
    pagu = _baca_pagu(request, ruang, form)
    if form.errors:
        return False
    try:
        with mengubah(ruang.tahun_kinerja, oleh=pengguna_masuk(request)):
            revisi = ubah_nama_revisi(revisi=revisi, isi=form.cleaned_data)
            if pagu:
                ubah_arsip(revisi=revisi, pagu=pagu)
    except ValidationError as galat:
        _revisi(ruang, revisi.pk)  # 404 where somebody has removed it meanwhile: there is no page to show again
        form.add_error(None, galat.messages)
        return False
    messages.success(request, f"Versi {revisi.nama} disimpan.")
    return True


@require_POST
@login_required
def hapus_revisi_anggaran(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    """Take a version away; of the one in force, the pagu of the one before come back."""
    ruang = buka_untuk_ubah(request, kode, tahun)
    revisi = _revisi(ruang, pk)
    if request.POST.get("yakin") != "ya":
        messages.error(request, "Centang dulu bahwa Anda yakin.")
        return redirect("ubah_revisi_anggaran", kode, tahun, pk)
    try:
        with mengubah(ruang.tahun_kinerja, oleh=pengguna_masuk(request)) as kejadian:
            batal_revisi(revisi=revisi)
        kalimat = f"Versi {revisi.nama} dihapus."
        beri_tahu(request, kalimat, instansi=ruang.tahun_kinerja.instansi_id, kejadian=kejadian)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    return redirect(SUB, kode, tahun)
