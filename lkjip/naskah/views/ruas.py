"""One place of the report: its editor, and how a draft would look in the report."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST, require_safe

from lkjip.laporan.compose import Naskah
from lkjip.laporan.compose.ruas import Ruas, SifatRuas
from lkjip.laporan.render.markah import jangkar
from lkjip.naskah.forms import baca_draf
from lkjip.naskah.halaman_ruas import sidik_teks, teks_ruas
from lkjip.naskah.meja import Meja
from lkjip.naskah.services import MAKS_HURUF
from lkjip.naskah.views.garis_besar import susun_garis_besar
from lkjip.naskah.views.pintu_masuk import boleh_ubah, buka, buka_ruas, buka_untuk_ubah, isi_halaman
from lkjip.views.laporan import isi_bagian, media_situs

_TERLALU_PANJANG = "Naskah terlalu panjang untuk pratinjau."


@require_safe
@login_required
def naskah_ruas(request: HttpRequest, kode: str, tahun: int, bagian: str) -> HttpResponse:
    """The editor; for those who may only read, the text as it stands in the report."""
    ruang = buka(request, kode, tahun)
    return halaman_ruas(request, *buka_ruas(ruang, bagian))


def halaman_ruas(
    request: HttpRequest, meja: Meja, ruas: Ruas, ketikan: str | None = None, status: int = 200, **lain: Any
) -> HttpResponse:
    """`ketikan`: typed and not stored, where a save was refused; nothing is made of one that is too long."""
    tersimpan = teks_ruas(meja.buku.laporan, ruas)
    teks = tersimpan if ketikan is None else ketikan
    dibaca = teks if len(teks) <= MAKS_HURUF else tersimpan
    naskah = meja.naskah if dibaca == tersimpan else meja.naskah_dengan(ruas, dibaca)
    isi = isi_halaman(meja.ruang, "naskah", ruas.judul) | {
        "garis": susun_garis_besar(request, meja, ruas.bagian),
        "ruas": ruas,
        "otomatis": ruas.sifat is SifatRuas.OTOMATIS,
        "teks": teks,
        "sidik": sidik_teks(tersimpan),
        "pratinjau": tampilan(meja, naskah, ruas),
        "periksa": meja.periksa(ruas, naskah, dibaca),
        "berubah": meja.perubahan.get(ruas.bagian, ()),
        "jangkar": jangkar(ruas.letak),
    }
    return render(request, "situs/naskah/ruas.html", isi | lain, status=status)


def tampilan(meja: Meja, naskah: Naskah, ruas: Ruas) -> SafeString:
    """The section of the place as the report's page shows it."""
    return isi_bagian(naskah.dokumen, ruas.letak, media_situs(meja.ruang.kode, meja.ruang.tahun))


@require_POST
@login_required
def pratinjau(request: HttpRequest, kode: str, tahun: int, bagian: str) -> HttpResponse:
    """The section with the draft as the report would show it, and the remarks about it. Stores nothing."""
    meja, ruas = buka_ruas(buka_untuk_ubah(request, kode, tahun), bagian)
    try:
        draf = baca_draf(request.POST)
    except ValidationError as galat:
        return JsonResponse({"pesan": " ".join(galat.messages)}, status=422)
    if len(draf.teks) > MAKS_HURUF:
        return JsonResponse({"pesan": _TERLALU_PANJANG}, status=422)
    naskah = meja.naskah_dengan(ruas, draf.teks)
    isi = {"periksa": meja.periksa(ruas, naskah, draf.teks), "boleh_ubah": boleh_ubah(meja.ruang)}
    temuan = render_to_string("situs/naskah/_temuan.html", isi, request)
    return JsonResponse({"pratinjau": tampilan(meja, naskah, ruas), "temuan": temuan})
