"""Import of a spreadsheet like a DPA into the budget of the plan: upload, columns, preview of the tree, confirm."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from anggaran.data import KOLOM_PAGU
from anggaran.selectors_rencana import pk_anggaran_per_kode
from lkjip.berkas_sementara import BerkasSementara, TempatBerkas
from lkjip.halaman.banding_dpa import HasilDpa, bandingkan_dpa
from lkjip.halaman.pengisian_anggaran import urutan_baris
from lkjip.pengisian.berkas_anggaran import baca_berkas, daftar_kolom, sebutan_kolom
from lkjip.pengisian.berkas_dpa import baca_isi_dpa
from lkjip.pengisian.data_pencocokan import DPA, PetaKolom, kode_baku, tebak_kolom
from lkjip.pengisian.forms_anggaran import KolomAnggaranForm, UnggahAnggaranForm
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.selectors_anggaran import ambil_pencocokan
from lkjip.pengisian.services_pencocokan import save_pencocokan
from lkjip.pengisian.views.impor_anggaran import isi_kolom, pilihan_lembar, terima_berkas
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.perencanaan.services_dpa import simpan_dpa
from lkjip.perencanaan.views.anggaran import SUB
from lkjip.perencanaan.views.pintu_masuk import boleh_ubah, buka, isi_halaman
from lkjip.riwayat.services_isian import IsianBentrok
from lkjip.views.urung import beri_tahu

TEMPAT = TempatBerkas("impor_dpa")
_JUDUL = "Impor dari DPA"


def _buka(request: HttpRequest, kode: str, tahun: int) -> RuangTahun:
    """The year; 403 for a POST of who may not change its plan."""
    ruang = buka(request, kode, tahun)
    if request.method == "POST" and not boleh_ubah(ruang):
        raise PermissionDenied
    return ruang


def _berkas(request: HttpRequest, ruang: RuangTahun) -> BerkasSementara | None:
    """The file that this session has uploaded for this very year."""
    berkas = TEMPAT.ambil(request.session)
    return berkas if berkas is not None and berkas.catatan.get("untuk") == [ruang.kode, ruang.tahun] else None


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def unggah_dpa(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang, status = _buka(request, kode, tahun), 200
    form = UnggahAnggaranForm(request.POST, request.FILES) if request.method == "POST" else UnggahAnggaranForm()
    if request.method == "POST":
        if form.is_valid() and terima_berkas(request, TEMPAT, form, [ruang.kode, ruang.tahun]):
            return redirect("cocokkan_dpa", kode, tahun)
        status = 422
    isi = isi_halaman(ruang, SUB, _JUDUL) | {"form": form, "langkah": 1}
    return render(request, "situs/perencanaan/dpa/unggah.html", isi, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def cocokkan_dpa(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Sheet and heading row by GET, columns by POST; what is chosen is remembered for the agency."""
    ruang = _buka(request, kode, tahun)
    berkas = _berkas(request, ruang)
    if berkas is None:
        return redirect("unggah_dpa", kode, tahun)
    daftar_lembar = baca_berkas(berkas.path)
    lembar, judul = pilihan_lembar(request, daftar_lembar, DPA)
    kolom = daftar_kolom(lembar, judul)
    tebakan = tebak_kolom(kolom, ambil_pencocokan(ruang.tahun_kinerja.instansi), DPA)
    form = _form_kolom(request, kolom, tebakan)
    if request.method == "POST" and form.is_valid():
        peta = PetaKolom(lembar.nama, judul, form.kolom, form.cleaned_data["awalan"])
        _ingat(request, ruang, peta, kolom)
        return redirect("periksa_dpa", kode, tahun)
    isi = isi_halaman(ruang, SUB, _JUDUL) | isi_kolom(berkas, lembar, judul, kolom)
    isi |= {"form": form, "tebakan": tebakan, "judul": judul, "lembar": lembar, "daftar_lembar": daftar_lembar}
    return render(request, "situs/perencanaan/dpa/kolom.html", isi, status=422 if form.is_bound else 200)


def _form_kolom(request: HttpRequest, kolom: dict[int, str], tebakan: Any) -> KolomAnggaranForm:
    return KolomAnggaranForm(
        request.POST if request.method == "POST" else None,
        pilihan=[(nomor, sebutan_kolom(nomor, teks)) for nomor, teks in kolom.items()],
        bentuk=DPA,
        initial={**tebakan.kolom, "awalan": tebakan.awalan},
    )


def _ingat(request: HttpRequest, ruang: RuangTahun, peta: PetaKolom, kolom: dict[int, str]) -> None:
    """For this session, and for the agency's next file."""
    save_pencocokan(
        instansi=ruang.tahun_kinerja.instansi, isi=peta.ingat(kolom), oleh=pengguna_masuk(request), kunci=DPA.ingatan
    )
    TEMPAT.catat(request.session, peta=peta.rekam())


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def periksa_dpa(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The tree as it would be; POST makes it so, provided that it is still what was shown."""
    ruang = _buka(request, kode, tahun)
    berkas = _berkas(request, ruang)
    if berkas is None or "peta" not in berkas.catatan:
        return redirect("unggah_dpa", kode, tahun)
    if request.method == "GET" or request.method == "HEAD":
        return _halaman_periksa(request, ruang, berkas, status=200)
    banding = _bandingkan(ruang, berkas)
    if request.POST.get("sidik") != berkas.sidik(banding):
        return _halaman_periksa(request, ruang, berkas, status=409)
    try:
        return _simpan(request, ruang, berkas, banding)
    except IsianBentrok:
        return _halaman_periksa(request, ruang.segar(), berkas, status=409)
    except ValidationError as galat:
        messages.error(request, f"Belum ada yang disimpan. {' '.join(galat.messages)}")
        return _halaman_periksa(request, ruang.segar(), berkas, status=422)


def _bandingkan(ruang: RuangTahun, berkas: BerkasSementara) -> HasilDpa:
    peta = PetaKolom(**berkas.catatan["peta"])
    lembar = next(satu for satu in baca_berkas(berkas.path) if satu.nama == peta.lembar)
    ada = [baris for baris, _ in urutan_baris(ruang.konteks)]
    return bandingkan_dpa(ada, baca_isi_dpa(lembar, peta), kode_baku)


def _halaman_periksa(request: HttpRequest, ruang: RuangTahun, berkas: BerkasSementara, *, status: int) -> HttpResponse:
    banding = _bandingkan(ruang, berkas)
    isi = isi_halaman(ruang, SUB, _JUDUL) | {
        "banding": banding,
        "sidik": berkas.sidik(banding),
        "nama_berkas": berkas.nama,
        "basi": status == 409,
        "daftar_belanja": [(nama, banding.belanja[nama]) for nama in KOLOM_PAGU if banding.belanja.get(nama)],
        "langkah": 3,
    }
    return render(request, "situs/perencanaan/dpa/periksa.html", isi, status=status)


def _simpan(request: HttpRequest, ruang: RuangTahun, berkas: BerkasSementara, banding: HasilDpa) -> HttpResponse:
    kejadian, banyak = simpan_dpa(
        tahun_kinerja=ruang.tahun_kinerja,
        banding=banding,
        pk=pk_anggaran_per_kode(ruang.tahun_kinerja),
        belanja=request.POST.get("belanja") == "ya",
        oleh=pengguna_masuk(request),
    )
    TEMPAT.buang(request.session)
    kalimat = f"Impor selesai: {banyak} baris ditambah atau diubah dari berkas {berkas.nama}."
    beri_tahu(request, kalimat, instansi=ruang.tahun_kinerja.instansi_id, kejadian=kejadian)
    return redirect(SUB, ruang.kode, ruang.tahun)
