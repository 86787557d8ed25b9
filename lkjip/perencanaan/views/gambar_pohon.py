"""The tree of performance as pictures: to look at, to download as SVG, PNG or PDF."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lkjip.laporan.compose.bagan_pohon import KEGIATAN, SUBKEGIATAN
from lkjip.laporan.compose.dokumen_pohon import daftar_gambar
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.grafik import gambar_svg
from lkjip.laporan.isi import Grafik
from lkjip.laporan.render.raster import png
from lkjip.pengisian.ruang import RuangTahun
from lkjip.perencanaan.views.pintu_masuk import buka, isi_halaman
from lkjip.perencanaan.views.unduhan import unduh_dokumen

RINCI = "subkegiatan"
_MIME = {"svg": "image/svg+xml", "png": "image/png"}


@require_safe
@login_required
def halaman_gambar(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """All pictures below each other, each with its downloads."""
    ruang = buka(request, kode, tahun)
    isi: dict[str, Any] = isi_halaman(ruang, "pohon_kinerja", "Gambar")
    isi |= {
        "daftar_gambar": daftar_gambar(ruang.konteks, _rincian(request)),
        "rinci": RINCI if _rincian(request) == SUBKEGIATAN else "",
    }
    return render(request, "situs/perencanaan/gambar_pohon.html", isi)


@require_safe
@login_required
def unduh_svg(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The picture `?nomor=`; shown in the page unless `?unduh=ya`."""
    ruang = buka(request, kode, tahun)
    return _jawaban(request, ruang, "svg", _svg(_gambar(request, ruang)).encode())


@require_safe
@login_required
def unduh_png(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    ruang = buka(request, kode, tahun)
    return _jawaban(request, ruang, "png", png(_svg(_gambar(request, ruang))))


@require_safe
@login_required
def unduh_pdf(request: HttpRequest, kode: str, tahun: int) -> HttpResponseBase:
    """All pictures, a page on its side for each, on A4 or (`?kertas=F4`) on folio."""
    ruang = buka(request, kode, tahun)
    _gambar(request, ruang)  # nothing to draw: 404, as for the single pictures
    pesanan = Pesanan(JenisBerkas.POHON, rincian=_rincian(request))
    return unduh_dokumen(request, ruang, "pdf", pesanan, "pohon-kinerja", kode, str(tahun))


def _rincian(request: HttpRequest) -> int:
    return SUBKEGIATAN if request.GET.get("rinci") == RINCI else KEGIATAN


def _gambar(request: HttpRequest, ruang: RuangTahun) -> Grafik:
    """The picture asked for by its number, from 1; 404 where there is none."""
    nomor = request.GET.get("nomor", "1")
    daftar = daftar_gambar(ruang.konteks, _rincian(request))
    pilihan = dict(zip(map(str, range(1, len(daftar) + 1)), daftar, strict=True))
    if nomor not in pilihan:
        raise Http404("Gambar ini tidak ada.")
    return pilihan[nomor]


def _svg(grafik: Grafik) -> str:
    return gambar_svg(grafik.data, judul=grafik.judul, alt=grafik.alt, awalan="pohon")


def _jawaban(request: HttpRequest, ruang: RuangTahun, akhiran: str, isi: bytes) -> HttpResponse:
    tampil = akhiran == "svg" and request.GET.get("unduh") != "ya"
    nama = "".join(h if h.isascii() and h.isalnum() else "-" for h in ruang.kode.lower())
    nomor = f"-{request.GET.get('nomor', '1')}"
    kepala = f'{"inline" if tampil else "attachment"}; filename="pohon-kinerja-{nama}-{ruang.tahun}{nomor}.{akhiran}"'
    return HttpResponse(isi, content_type=_MIME[akhiran], headers={"Content-Disposition": kepala})
