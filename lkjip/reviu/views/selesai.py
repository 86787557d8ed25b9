"""The end of a reviu: its conclusion, and its documents as files."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.selectors_reviu import load_apip, rekam_pernyataan
from kinerja.services_reviu import selesaikan_reviu
from lkjip.cetak_dokumen import MIME_DOKUMEN, PENCETAK_DOKUMEN, nama_berkas
from lkjip.laporan.data_penyusunan import JenisBerkas
from lkjip.reviu.forms import SelesaikanReviuForm
from lkjip.reviu.selectors import susun_dokumen_reviu
from lkjip.reviu.views.ruang import RuangReviu, buka_reviu, isi_rangka, wajib
from lkjip.views.laporan import unduhan

_JENIS = {"catatan": JenisBerkas.CATATAN_REVIU, "pernyataan": JenisBerkas.PERNYATAAN_REVIU}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def selesaikan(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    ruang = buka_reviu(request, kode, tahun, pk)
    wajib(ruang.hak.apip)
    if not ruang.hak.kerjakan:
        return redirect(ruang.alamat("satu_reviu"))
    if request.method != "POST":
        return _halaman(request, ruang, SelesaikanReviuForm())
    formulir = SelesaikanReviuForm(request.POST)
    if formulir.is_valid() and _selesaikan(request, ruang, formulir):
        messages.success(request, "Reviu selesai. Catatan hasil reviu dan pernyataannya dapat diunduh.")
        return redirect(ruang.alamat("satu_reviu"))
    return _halaman(request, ruang, formulir, 422)


def _selesaikan(request: HttpRequest, ruang: RuangReviu, formulir: SelesaikanReviuForm) -> bool:
    """What is refused stands in the form then."""
    isi = formulir.cleaned_data | {"simpulan": formulir.simpulan}
    try:
        selesaikan_reviu(
            reviu=ruang.reviu, sidik=ruang.laporan.sidik, sidik_dibaca=request.POST.get("sidik", ""),
            oleh=ruang.pengguna, **isi,
        )  # fmt: skip
    except ValidationError as galat:
        formulir.add_error(None, galat.messages)
        return False
    return True


def _halaman(request: HttpRequest, ruang: RuangReviu, formulir: SelesaikanReviuForm, status: int = 200) -> HttpResponse:
    sidik = ruang.laporan.sidik
    isi = isi_rangka(ruang, "selesaikan_reviu") | {
        "formulir": formulir,
        "sidik": sidik,
        "berubah": ruang.data.sidik_isi != sidik,
        "apip": load_apip(ruang.tahun_kinerja.instansi),
    }
    return render(request, "situs/reviu/selesai.html", isi, status=status)


@require_safe
@login_required
def unduh(request: HttpRequest, kode: str, tahun: int, pk: int, jenis: str, bentuk: str) -> HttpResponse:
    """PDF or DOCX of a finished reviu; 404 before."""
    ruang = buka_reviu(request, kode, tahun, pk)
    if not ruang.data.selesai or jenis not in _JENIS or bentuk not in {"pdf", "docx"}:
        raise Http404("Dokumen ini belum ada.")
    pernyataan = rekam_pernyataan(ruang.reviu, ruang.tahun_kinerja.instansi)
    dokumen = susun_dokumen_reviu(ruang.tahun_kinerja, ruang.data, pernyataan, _JENIS[jenis])
    nama = nama_berkas(f"{jenis}-reviu", kode, str(tahun), str(ruang.data.nomor))
    return unduhan(PENCETAK_DOKUMEN[bentuk](dokumen), MIME_DOKUMEN[bentuk], f"{nama}.{bentuk}")
