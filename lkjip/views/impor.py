"""Import of a workbook: upload, preview of what would change, confirm. Nothing is written before the last step."""

from __future__ import annotations

import hashlib

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lkjip.akun.models import Pengguna
from lkjip.berkas_sementara import BerkasSementara
from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.services import HasilImpor, ImporDitolak, impor_buku
from lkjip.buku_kerja.skema import daftar_penjelasan
from lkjip.buku_kerja.writers.templat import templat_bytes
from lkjip.cetak import MIME_XLSX
from lkjip.data import BukuKerja
from lkjip.forms import UnggahBukuForm
from lkjip.views import berkas_impor
from lkjip.views.berkas_impor import impor_bila
from renstra.akses import boleh_impor_instansi, boleh_mengimpor

_TIDAK_BERHAK = "Buku kerja ini milik instansi “{kode}”, yang tidak boleh Anda ubah. Periksa kode pada lembar instansi."


def _pengimpor(request: HttpRequest) -> Pengguna:
    """The user, who may change at least one agency; else 403."""
    if not isinstance(request.user, Pengguna) or not boleh_mengimpor(request.user):
        raise PermissionDenied
    return request.user


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def unggah(request: HttpRequest) -> HttpResponse:
    pengguna = _pengimpor(request)
    form = UnggahBukuForm(request.POST or None, request.FILES or None)
    isi: dict[str, object] = {"form": form}
    if request.method == "POST" and form.is_valid():
        hasil = berkas_impor.simpan(request.session, form.cleaned_data["berkas"])
        if hasil.buku is not None and boleh_impor_instansi(pengguna, hasil.buku.data.renstra.instansi):
            return redirect("pratinjau_impor")
        isi["daftar_galat"] = hasil.daftar_galat
        if hasil.buku is not None:
            berkas_impor.buang(request.session)
            form.add_error("berkas", _TIDAK_BERHAK.format(kode=hasil.buku.data.renstra.instansi.kode))
    status = 422 if form.errors or isi.get("daftar_galat") else 200
    return render(request, "situs/impor/unggah.html", isi, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def pratinjau(request: HttpRequest) -> HttpResponse:
    """What would change; POST makes it so, provided that it is still what was shown."""
    pengguna = _pengimpor(request)
    berkas = berkas_impor.ambil(request.session)
    buku = baca_buku(berkas.path).buku if berkas else None
    if berkas is None or buku is None:
        return _tanpa_berkas(request)
    if not boleh_impor_instansi(pengguna, buku.data.renstra.instansi):
        raise PermissionDenied
    try:
        if request.method == "POST" and (jawaban := _simpan(request, berkas, buku, pengguna)):
            return jawaban
        hasil = impor_buku(buku=buku, oleh=pengguna, periksa_saja=True)
    except ImporDitolak as galat:
        isi = {"form": UnggahBukuForm(), "daftar_galat": galat.daftar_galat}
        return render(request, "situs/impor/unggah.html", isi, status=422)
    isi = {"hasil": hasil, "sidik": _sidik(berkas, hasil), "nama_berkas": berkas.nama, "basi": request.method == "POST"}
    return render(request, "situs/impor/pratinjau.html", isi)


def _tanpa_berkas(request: HttpRequest) -> HttpResponse:
    """The file is gone: it was saved (the second click of a double click), or it was too old."""
    selesai = berkas_impor.sudah_selesai(request.session, request.POST.get("sidik", ""))
    if selesai is not None:
        return redirect("ringkasan_tahun", *selesai)
    messages.warning(request, "Berkas yang diunggah sudah disimpan atau sudah tidak ada. Unggah lagi bila masih perlu.")
    return redirect("impor")


def _sidik(berkas: BerkasSementara, hasil: HasilImpor) -> str:
    """Stands for the file and the changes shown: if another file was uploaded or the data have changed, it differs."""
    isi = (berkas.token, hasil.kode, hasil.tahun, hasil.daftar_lembar)
    return hashlib.sha256(repr(isi).encode()).hexdigest()


def _simpan(request: HttpRequest, berkas: BerkasSementara, buku: BukuKerja, pengguna: Pengguna) -> HttpResponse | None:
    """Import what was shown; None if it is no longer the same, and then nothing was written."""
    sidik = request.POST.get("sidik", "")
    hasil = impor_bila(buku=buku, oleh=pengguna, setuju=lambda hasil: _sidik(berkas, hasil) == sidik)
    if hasil is None:
        return None
    berkas_impor.tandai_selesai(request.session, sidik, hasil.kode, hasil.tahun)
    jumlah = f"{hasil.banyak_tambah} baris ditambah, {hasil.banyak_ubah} diubah, {hasil.banyak_hapus} dihapus"
    messages.success(request, f"Impor selesai: {jumlah}.")
    return redirect("ringkasan_tahun", hasil.kode, hasil.tahun)


@require_safe
@login_required
def bantuan_buku_kerja(request: HttpRequest) -> HttpResponse:
    """Every sheet and column, from the same table that reads and writes them."""
    return render(request, "situs/bantuan/buku_kerja.html", {"daftar_lembar": daftar_penjelasan()})


@require_safe
@login_required
def unduh_templat(request: HttpRequest) -> HttpResponse:
    """The blank workbook; it holds nobody's data."""
    nama = {"Content-Disposition": 'attachment; filename="buku-kerja-kosong.xlsx"'}
    return HttpResponse(templat_bytes(), content_type=MIME_XLSX, headers=nama)
