"""Writing one place: saved as it is typed, taken over from the figures, given back to them."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_POST

from lkjip.dasar.beda_teks import beda_kata
from lkjip.laporan.compose.ruas import Ruas, SifatRuas
from lkjip.naskah.forms import Draf, baca_draf
from lkjip.naskah.halaman_ruas import sidik_teks, teks_otomatis, teks_ruas
from lkjip.naskah.meja import Meja
from lkjip.naskah.services import HasilNaskah, NaskahBentrok, periksa_panjang, save_naskah, tandai_diperiksa
from lkjip.naskah.views.pintu_masuk import buka_ruas, buka_untuk_ubah, ke_naskah
from lkjip.naskah.views.ruas import halaman_ruas
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views.urung import beri_tahu


@require_POST
@login_required
def simpan(request: HttpRequest, kode: str, tahun: int, bagian: str) -> HttpResponse:
    """The text as typed. A script that asks for JSON gets it; a plain form gets the page again."""
    meja, ruas = buka_ruas(buka_untuk_ubah(request, kode, tahun), bagian)
    jawab = _jawab_skrip if request.accepts("application/json") and not request.accepts("text/html") else _jawab_form
    try:
        draf = baca_draf(request.POST)
    except ValidationError as galat:
        return jawab(request, meja, ruas, Draf("", ""), galat)
    try:
        return jawab(request, meja, ruas, draf, tulis(request, meja, ruas, draf))
    except ValidationError as galat:
        return jawab(request, meja, ruas, draf, galat)


def tulis(request: HttpRequest, meja: Meja, ruas: Ruas, draf: Draf) -> HasilNaskah:
    """Store a draft with the figures that it talks about. Raises NaskahBentrok, ValidationError."""
    periksa_panjang(draf.teks)
    return save_naskah(
        tahun_kinerja=meja.ruang.tahun_kinerja,
        ruas=ruas,
        teks=draf.teks,
        sidik=draf.sidik,
        angka=meja.angka_bicara(ruas, draf.teks),
        oleh=pengguna_masuk(request),
    )


def _jawab_skrip(
    request: HttpRequest, meja: Meja, ruas: Ruas, draf: Draf, hasil: HasilNaskah | ValidationError
) -> HttpResponse:
    if isinstance(hasil, HasilNaskah):
        return JsonResponse({"sidik": hasil.sidik, "saat": f"{timezone.localtime():%H.%M}"})
    jawaban = {"pesan": " ".join(hasil.messages)}
    if isinstance(hasil, NaskahBentrok):
        jawaban |= {"sidik": hasil.sidik, "tersimpan": hasil.tersimpan}
        isi = {"beda": beda_kata(hasil.tersimpan, draf.teks)}
        jawaban["bentrok"] = render_to_string("situs/naskah/_bentrok.html", isi, request)
    return JsonResponse(jawaban, status=409 if isinstance(hasil, NaskahBentrok) else 422)


def _jawab_form(
    request: HttpRequest, meja: Meja, ruas: Ruas, draf: Draf, hasil: HasilNaskah | ValidationError
) -> HttpResponse:
    if isinstance(hasil, HasilNaskah):
        if hasil.kejadian:
            _beri_tahu(request, meja, f"{ruas.judul} disimpan.", hasil.kejadian)
        return ke_naskah(request, "naskah_ruas", meja.ruang.kode, meja.ruang.tahun, ruas.bagian)
    if isinstance(hasil, NaskahBentrok):
        beda = beda_kata(hasil.tersimpan, draf.teks)
        return halaman_ruas(request, meja, ruas, draf.teks, 409, beda=beda, sidik=hasil.sidik)
    ketikan = draf.teks if "teks" in request.POST else None
    return halaman_ruas(request, meja, ruas, ketikan, 422, galat=" ".join(hasil.messages))


def _beri_tahu(request: HttpRequest, meja: Meja, kalimat: str, kejadian: str) -> None:
    beri_tahu(request, kalimat, instansi=meja.ruang.tahun_kinerja.instansi_id, kejadian=kejadian)


def ganti_teks(request: HttpRequest, meja: Meja, ruas: Ruas, teks: str, kalimat: str) -> HttpResponse:
    """The place says `teks` from now on, with a message that undoes it."""
    draf = Draf(teks, sidik_teks(teks_ruas(meja.buku.laporan, ruas)))
    try:
        hasil = tulis(request, meja, ruas, draf)
        if hasil.kejadian:
            _beri_tahu(request, meja, kalimat, hasil.kejadian)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    return ke_naskah(request, "naskah_ruas", meja.ruang.kode, meja.ruang.tahun, ruas.bagian)


@require_POST
@login_required
def ambil_alih(request: HttpRequest, kode: str, tahun: int, bagian: str) -> HttpResponse:
    """The composed sentences become the agency's own text; their figures stay live."""
    meja, ruas = buka_ruas(buka_untuk_ubah(request, kode, tahun), bagian)
    if ruas.sifat is not SifatRuas.OTOMATIS or ruas.tertulis:
        messages.error(request, "Bagian ini tidak memuat kalimat otomatis untuk diambil alih.")
        return ke_naskah(request, "naskah_ruas", kode, tahun, bagian)
    kalimat = f"Kalimat otomatis {ruas.judul} kini dapat diubah."
    return ganti_teks(request, meja, ruas, teks_otomatis(ruas, meja.konteks.tahun), kalimat)


@require_POST
@login_required
def kembalikan(request: HttpRequest, kode: str, tahun: int, bagian: str) -> HttpResponse:
    """The own text goes; where sentences are composed from figures, they stand there again."""
    meja, ruas = buka_ruas(buka_untuk_ubah(request, kode, tahun), bagian)
    otomatis = ruas.sifat is SifatRuas.OTOMATIS
    kalimat = f"{ruas.judul} kembali otomatis." if otomatis else f"Naskah {ruas.judul} dihapus."
    return ganti_teks(request, meja, ruas, "", kalimat)


@require_POST
@login_required
def diperiksa(request: HttpRequest, kode: str, tahun: int, bagian: str) -> HttpResponse:
    """The text still holds although figures have changed."""
    meja, ruas = buka_ruas(buka_untuk_ubah(request, kode, tahun), bagian)
    try:
        angka = meja.angka_bicara(ruas, teks_ruas(meja.buku.laporan, ruas))
        kejadian = tandai_diperiksa(
            tahun_kinerja=meja.ruang.tahun_kinerja, ruas=ruas, angka=angka, oleh=pengguna_masuk(request)
        )
        _beri_tahu(request, meja, f"{ruas.judul} ditandai sudah diperiksa.", kejadian)
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    return ke_naskah(request, "naskah_ruas", kode, tahun, bagian)
