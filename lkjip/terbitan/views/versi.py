"""One frozen version: what happened to it, its files, and what may still be done with it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.perubahan import bandingkan
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.models import Terbitan
from lkjip.laporan.render.cap import gambar_qr
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.penyusunan.services_beku import cap_versi
from lkjip.selectors import load_buku
from lkjip.terbitan.data_dokumen import milik_apip
from lkjip.terbitan.selectors import load_buku_beku, rekaman_versi
from lkjip.terbitan.selectors_pimpinan import tempat_menunggu
from lkjip.terbitan.services import batalkan_versi, tarik, terbitkan, ulangi_penyusunan
from lkjip.terbitan.views.ruang import buka_versi, butir_dokumen, hak_versi, isi_rangka, wajib
from lkjip.views.rangka import Butir


@require_safe
@login_required
def versi_terbitan(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    """While its PDF is made the page asks for its own state each second (htmx), else every few seconds."""
    ruang, terbitan = buka_versi(request, kode, tahun, pk)
    isi = _isi(ruang, terbitan)
    isi["tanda_sendiri"] = tempat_menunggu(pengguna_masuk(request), ruang.hak, ruang.tahun_kinerja)
    sebagian = bool(request.headers.get("HX-Request"))
    return render(request, f"situs/terbitan/{'_isi_versi' if sebagian else 'versi'}.html", isi)


def _isi(ruang: RuangTahun, terbitan: Terbitan, *lanjutan: str) -> dict[str, Any]:
    versi = rekaman_versi(terbitan)
    dokumen = butir_dokumen(ruang, Pesanan.baca(terbitan.spesifikasi))
    nama, cap = f"Versi {versi.nomor}", cap_versi(terbitan)
    jejak: tuple[str | Butir, ...] = (nama,) if not lanjutan else (Butir(nama, _alamat(ruang, terbitan)), *lanjutan)
    return isi_rangka(ruang, dokumen, *jejak, jenis=JenisBerkas(terbitan.jenis)) | {
        "versi": versi,
        "judul": dokumen.nama,
        "dokumen": dokumen,
        "apip": milik_apip(JenisBerkas(terbitan.jenis)),
        "alamat_verifikasi": cap.alamat,
        "qr": b64encode(gambar_qr(cap).isi).decode(),
    }


def _alamat(ruang: RuangTahun, terbitan: Terbitan) -> str:
    return reverse("versi_terbitan", args=[ruang.kode, ruang.tahun, terbitan.pk])


@require_POST
@login_required
def ulangi_terbitan(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    ruang, terbitan = buka_versi(request, kode, tahun, pk)
    wajib(hak_versi(ruang, terbitan).finalkan)
    try:
        ulangi_penyusunan(terbitan=terbitan, oleh=pengguna_masuk(request))
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    return redirect("versi_terbitan", kode, tahun, pk)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def batalkan_terbitan(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    ruang, terbitan = buka_versi(request, kode, tahun, pk)
    wajib(hak_versi(ruang, terbitan).finalkan)
    return _tindakan(request, ruang, terbitan, "batalkan", batalkan_versi, "Versi ini dibatalkan.")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def tarik_versi(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    ruang, terbitan = buka_versi(request, kode, tahun, pk)
    wajib(hak_versi(ruang, terbitan).tarik)
    return _tindakan(request, ruang, terbitan, "tarik", tarik, "Versi ini ditarik dari peredaran.")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def terbitkan_versi(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    ruang, terbitan = buka_versi(request, kode, tahun, pk)
    wajib(hak_versi(ruang, terbitan).terbitkan)

    def kerjakan(*, terbitan: Terbitan, alasan: str, oleh: Pengguna) -> None:
        terbitkan(terbitan=terbitan, oleh=oleh)

    return _tindakan(request, ruang, terbitan, "terbitkan", kerjakan, "Dokumen ini sekarang terbit.")


def _tindakan(
    request: HttpRequest, ruang: RuangTahun, terbitan: Terbitan, nama: str, kerjakan: Callable[..., None], kabar: str
) -> HttpResponse:
    """The page that says what will happen; POST does it."""
    galat = None
    if request.method == "POST":
        try:
            kerjakan(terbitan=terbitan, alasan=request.POST.get("alasan", ""), oleh=pengguna_masuk(request))
        except ValidationError as ditolak:
            galat = ditolak
        else:
            messages.success(request, kabar)
            return redirect("versi_terbitan", ruang.kode, ruang.tahun, terbitan.pk)
    isi = _isi(ruang, terbitan, nama.capitalize()) | {"galat": galat, "alasan": request.POST.get("alasan", "")}
    return render(request, f"situs/terbitan/{nama}.html", isi, status=422 if galat else 200)


@require_safe
@login_required
def banding_terbitan(request: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    """The data that were frozen against those of today, row by row."""
    ruang, terbitan = buka_versi(request, kode, tahun, pk)
    beku = load_buku_beku(terbitan)
    daftar = bandingkan(beku, load_buku(ruang.tahun_kinerja)) if beku is not None else None
    isi = _isi(ruang, terbitan, "Dibandingkan dengan hari ini") | {"daftar_lembar": daftar}
    return render(request, "situs/terbitan/banding.html", isi)
