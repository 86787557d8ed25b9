"""The files of a frozen version, byte by byte as they were stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lkjip.cetak import MIME_XLSX
from lkjip.keamanan import KEBIJAKAN_BACA
from lkjip.laporan.models import Terbitan
from lkjip.laporan.simpanan_terbitan import BerkasRusak, baca_berkas
from lkjip.terbitan.views.ruang import buka_versi


@dataclass(frozen=True)
class _JenisUnduhan:
    sidik: Callable[[Terbitan], str]
    mime: str
    akhiran: str


def _bertanda(terbitan: Terbitan) -> str:
    return terbitan.sidik_kini if terbitan.sidik_kini != terbitan.sidik_final else ""


_JENIS = {
    "final": _JenisUnduhan(lambda t: t.sidik_final, "application/pdf", "-belum-ttd.pdf"),
    "ttd": _JenisUnduhan(_bertanda, "application/pdf", "-ttd.pdf"),
    "buku-kerja": _JenisUnduhan(lambda t: t.sidik_buku_kerja, MIME_XLSX, ".xlsx"),
    "data": _JenisUnduhan(lambda t: t.sidik_data, "application/json", ".json"),
    "baca": _JenisUnduhan(lambda t: t.sidik_html, "text/html; charset=utf-8", ".html"),
}


@require_safe
@login_required
def unduh_terbitan(request: HttpRequest, kode: str, tahun: int, pk: int, jenis: str) -> HttpResponse:
    _, terbitan = buka_versi(request, kode, tahun, pk)
    macam = _JENIS.get(jenis)
    sidik = macam.sidik(terbitan) if macam else ""
    if macam is None or not sidik:
        raise Http404("Berkas ini tidak ada.")
    try:
        isi = baca_berkas(sidik)
    except BerkasRusak as galat:
        raise Http404("Berkas ini hilang atau rusak di server.") from galat
    cara = "inline" if jenis == "baca" else "attachment"
    kepala = {"Content-Disposition": f'{cara}; filename="{terbitan.nama_berkas}{macam.akhiran}"'}
    if jenis == "baca":
        kepala["Content-Security-Policy"] = KEBIJAKAN_BACA
    return HttpResponse(isi, content_type=macam.mime, headers=kepala)
