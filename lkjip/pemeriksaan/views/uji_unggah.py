"""An uploaded workbook's printed figures, recomputed; nothing is stored unless somebody who may asks for it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from lkjip.berkas_sementara import BerkasSementara, TempatBerkas
from lkjip.pemeriksaan.berkas_uji import BahanUji, baca_bahan
from lkjip.pemeriksaan.forms_uji import DARI_BERKAS, UnggahUjiForm
from lkjip.pemeriksaan.services import ganti_klaim
from lkjip.pemeriksaan.views.pintu_uji import RuangUji, berikan, buka_buku_tahun, tampilkan, uji
from lkjip.pemeriksaan.views.uji_petik import buka_tersimpan
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views.rangka import buka_tahun
from lkjip.views.urung import beri_tahu
from renstra import akses

TEMPAT = TempatBerkas("uji_petik")
_HILANG = "Berkas yang diuji sudah tidak ada. Unggah lagi bila masih perlu."


@require_POST
@login_required
def unggah(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Whoever may see the agency may try: nothing of it is changed."""
    buka_tahun(request.user, kode, tahun)
    form = UnggahUjiForm(request.POST, request.FILES, alamat=reverse("unggah_uji_petik", args=[kode, tahun]))
    if not form.is_valid():
        return tampilkan(request, buka_tersimpan(request, kode, tahun), form, 422)
    TEMPAT.simpan(request.session, form.cleaned_data["berkas"], ".xlsx")
    TEMPAT.catat(request.session, untuk=[kode, tahun], data_sendiri=form.cleaned_data["dasar"] == DARI_BERKAS)
    berkas = _berkas(request, kode, tahun)
    bahan = _bahan(berkas, kode, tahun) if berkas else BahanUji()
    if bahan.daftar_galat:
        TEMPAT.buang(request.session)
        ruang = buka_tersimpan(request, kode, tahun)
        ruang.tambahan["daftar_galat"] = bahan.daftar_galat
        return tampilkan(request, ruang, form, 422)
    return redirect("hasil_uji_petik", kode, tahun)


def _berkas(request: HttpRequest, kode: str, tahun: int) -> BerkasSementara | None:
    """The file that this session has uploaded for this very year."""
    berkas = TEMPAT.ambil(request.session)
    return berkas if berkas is not None and berkas.catatan.get("untuk") == [kode, tahun] else None


def _bahan(berkas: BerkasSementara, kode: str, tahun: int) -> BahanUji:
    sendiri = bool(berkas.catatan.get("data_sendiri"))
    return baca_bahan(berkas.path, data_sendiri=sendiri, kode=kode, tahun=tahun)


def _buka(request: HttpRequest, kode: str, tahun: int) -> RuangUji | None:
    """The uploaded claims with their result; None where the file is gone."""
    tahun_kinerja, buku = buka_buku_tahun(request, kode, tahun)
    berkas = _berkas(request, kode, tahun)
    bahan = _bahan(berkas, kode, tahun) if berkas else BahanUji()
    if berkas is None or not bahan.daftar_klaim:
        return None
    dasar = "data berkas itu sendiri" if bahan.buku is not None else "data instansi dalam sistem"
    hasil = uji(bahan.buku or buku, bahan.daftar_klaim, f"Berkas {berkas.nama}, dibandingkan dengan {dasar}")
    boleh_simpan = akses.boleh_ubah(request.user, tahun_kinerja.instansi)
    tambahan = {"unggahan": berkas, "boleh_simpan": boleh_simpan, "daftar_galat": ()}
    return RuangUji(tahun_kinerja, buku, hasil, "unduh_hasil_uji_petik", tambahan)


def _tanpa_berkas(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    messages.warning(request, _HILANG)
    return redirect("uji_petik", kode, tahun)


@require_safe
@login_required
def hasil(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = _buka(request, kode, tahun)
    return _tanpa_berkas(request, kode, tahun) if ruang is None else tampilkan(request, ruang)


@require_safe
@login_required
def unduh(request: HttpRequest, kode: str, tahun: int, bentuk: str) -> HttpResponse:
    ruang = _buka(request, kode, tahun)
    return _tanpa_berkas(request, kode, tahun) if ruang is None else berikan(ruang, bentuk)


@require_POST
@login_required
def simpan(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The uploaded claims in place of the stored ones; 403 for whoever may not change the agency."""
    tahun_kinerja = buka_tahun(request.user, kode, tahun)
    if not akses.boleh_ubah(request.user, tahun_kinerja.instansi):
        raise PermissionDenied
    berkas = _berkas(request, kode, tahun)
    bahan = _bahan(berkas, kode, tahun) if berkas else BahanUji()
    if not bahan.daftar_klaim:
        return _tanpa_berkas(request, kode, tahun)
    try:
        kejadian = ganti_klaim(
            tahun_kinerja=tahun_kinerja, daftar_klaim=bahan.daftar_klaim, oleh=pengguna_masuk(request)
        )
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
        return redirect("hasil_uji_petik", kode, tahun)
    TEMPAT.buang(request.session)
    kalimat = f"{len(bahan.daftar_klaim)} klaim disimpan."
    beri_tahu(request, kalimat, instansi=tahun_kinerja.instansi_id, kejadian=kejadian)
    return redirect("uji_petik", kode, tahun)


@require_POST
@login_required
def buang(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Forget the uploaded file; the stored claims are shown again."""
    buka_tahun(request.user, kode, tahun)
    if _berkas(request, kode, tahun) is not None:
        TEMPAT.buang(request.session)
    return redirect("uji_petik", kode, tahun)
