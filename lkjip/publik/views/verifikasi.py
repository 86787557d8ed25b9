"""Is this document genuine? By the code or QR on its pages, or by the file itself; for everybody."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from lkjip.akun.percobaan import alamat_penanya
from lkjip.keamanan import batas_kiriman
from lkjip.laporan.data_terbitan import baca_kode
from lkjip.laporan.signing.verifikasi_terpisah import SedangSibuk
from lkjip.laporan.simpanan_terbitan import BerkasRusak, baca_berkas
from lkjip.publik import halaman_verifikasi as halaman
from lkjip.publik.data_verifikasi import VersiTerbit
from lkjip.publik.forms_verifikasi import BerkasForm, KodeForm
from lkjip.publik.pembatas import boleh_bertanya
from lkjip.publik.periksa_berkas import periksa_berkas
from lkjip.publik.selectors_verifikasi import load_versi, load_versi_berkas

SIBUK = "Sedang banyak berkas yang diperiksa. Tunggu sebentar, lalu kirim lagi."
BERKAS_HILANG = "Berkas resminya sedang tidak dapat disajikan. Hubungi instansi yang menerbitkannya."


@require_http_methods(["GET", "HEAD", "POST"])
@batas_kiriman("VERIFIKASI_MB", terbuka=True)
def verifikasi(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _berkas(request)
    if "kode" not in request.GET:
        return _formulir(request)
    form = KodeForm(request.GET)
    if form.is_valid():
        return redirect("verifikasi_kode", kode=form.cleaned_data["kode"])
    return _formulir(request, form_kode=form, status=422)


@require_safe
def verifikasi_kode(request: HttpRequest, kode: str) -> HttpResponse:
    if not _boleh(request):
        return _tunggu(request)
    versi = _versi(request, kode)
    if versi is None:
        return render(request, "publik/verifikasi_tak_ada.html", {"form_kode": KodeForm()}, status=404)
    isi = {"versi": versi, "putusan": halaman.putusan_versi(versi)}
    return render(request, "publik/verifikasi_kode.html", isi)


@require_safe
def unduh_terverifikasi(request: HttpRequest, kode: str) -> HttpResponse:
    """The published file, byte by byte."""
    if not _boleh(request):
        return _tunggu(request)
    versi = _versi(request, kode)
    if versi is None or not versi.dapat_diunduh:
        return render(request, "publik/verifikasi_tak_ada.html", {"form_kode": KodeForm()}, status=404)
    try:
        isi = baca_berkas(versi.sidik)
    except BerkasRusak:
        return _kalimat(request, BERKAS_HILANG, status=503)
    jawaban = HttpResponse(isi, content_type="application/pdf")
    jawaban.headers["Content-Disposition"] = str(content_disposition_header(True, versi.nama_berkas))
    return jawaban


def _berkas(request: HttpRequest) -> HttpResponse:
    """A file is read, judged and forgotten."""
    if not _boleh(request):
        return _tunggu(request)
    form = BerkasForm(request.POST, request.FILES)
    if not form.is_valid():
        return _formulir(request, form_berkas=form, status=422)
    berkas = form.cleaned_data["berkas"]
    try:
        hasil = periksa_berkas(berkas.read())
    except SedangSibuk:
        return _kalimat(request, SIBUK, status=503)
    versi = load_versi_berkas(halaman.daftar_sidik(hasil))
    putusan, persis = halaman.putusan_berkas(hasil, versi), halaman.sama_persis(hasil, versi)
    isi = {"hasil": hasil, "versi": versi, "putusan": putusan, "persis": persis, "nama": berkas.name}
    isi["daftar_catatan"] = halaman.catatan_berkas(hasil, versi)
    return render(request, "publik/verifikasi_berkas.html", isi)


def _versi(request: HttpRequest, kode: str) -> VersiTerbit | None:
    """A code that can be none is looked for all the same: the answer takes as long as for any other."""
    return load_versi(baca_kode(kode), request.user)


def _boleh(request: HttpRequest) -> bool:
    return boleh_bertanya(alamat_penanya(request))


def _tunggu(request: HttpRequest) -> HttpResponse:
    kalimat = f"Terlalu banyak pertanyaan dari alamat Anda. Tunggu {settings.VERIFIKASI_MENIT} menit, lalu coba lagi."
    jawaban = _kalimat(request, kalimat, status=429)
    jawaban.headers["Retry-After"] = str(settings.VERIFIKASI_MENIT * 60)
    return jawaban


def _kalimat(request: HttpRequest, kalimat: str, *, status: int) -> HttpResponse:
    return render(request, "publik/verifikasi_kalimat.html", {"kalimat": kalimat}, status=status)


def _formulir(
    request: HttpRequest, *, form_kode: KodeForm | None = None, form_berkas: BerkasForm | None = None, status: int = 200
) -> HttpResponse:
    isi = {
        "form_kode": form_kode or KodeForm(),
        "form_berkas": form_berkas or BerkasForm(),
        "batas": settings.VERIFIKASI_MB,
    }
    return render(request, "publik/verifikasi.html", isi, status=status)
