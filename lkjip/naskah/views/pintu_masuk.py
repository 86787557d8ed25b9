"""How every page of the report's text begins: who asks, may they see or change this agency, the frame around it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.urls import reverse

from lkjip.halaman.pilihan_laporan import kueri_pilihan, nama_pilihan
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.ruas import Ruas
from lkjip.naskah.meja import Meja
from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import buka_ruang_tahun
from lkjip.views.pilihan import baca_permintaan, muat_buku
from lkjip.views.rangka import Butir, daftar_sub_laporan, rangka

TAB = "laporan"


def boleh_ubah(ruang: RuangTahun) -> bool:
    """Whether this user may write the report: it is the whole agency's, so who is limited to units may not."""
    return ruang.hak.ubah and not ruang.hak.terbatas


def buka(request: HttpRequest, kode: str, tahun: int) -> RuangTahun:
    """The agency-year for reading, with the whole workbook of its report; 404 where this user may not see it."""
    ruang, minta = buka_ruang_tahun(request, kode, tahun), baca_permintaan(request)
    return replace(ruang, muat=lambda: Konteks(muat_buku(ruang.tahun_kinerja, minta)))


def buka_untuk_ubah(request: HttpRequest, kode: str, tahun: int) -> RuangTahun:
    """The agency-year for writing; 404 where this user may not see it, 403 where they may not write its report."""
    ruang = buka(request, kode, tahun)
    if not boleh_ubah(ruang):
        raise PermissionDenied
    return ruang


def buka_ruas(ruang: RuangTahun, bagian: str) -> tuple[Meja, Ruas]:
    """The desk and the place that is to be written; 404 where the report has no such place."""
    meja = Meja(ruang)
    ruas = meja.ruas(bagian)
    if ruas is None:
        raise Http404("Laporan ini tidak mempunyai bagian itu.")
    return meja, ruas


def ke_naskah(request: HttpRequest, nama: str, *argumen: object) -> HttpResponseRedirect:
    """To a page of the same report."""
    return HttpResponseRedirect(f"{reverse(nama, args=argumen)}{baca_permintaan(request).kueri}")


def isi_halaman(ruang: RuangTahun, sub: str, *lanjutan: str | Butir) -> dict[str, Any]:
    """What `situs/naskah/_rangka.html` needs; `sub` names the page among those beside each other."""
    pilihan = ruang.konteks.laporan.pilihan
    kueri = kueri_pilihan(pilihan.triwulan, pilihan.unit.pk if pilihan.unit else None)
    daftar_sub = daftar_sub_laporan(ruang.kode, ruang.tahun, sub, kueri)
    di_sini = tuple(butir for butir in daftar_sub if butir.terpilih)
    kerangka = rangka(ruang.tahun_kinerja, ruang.konteks, TAB, *di_sini, *lanjutan, boleh_ubah=boleh_ubah(ruang))
    return {"ruang": ruang, "rangka": kerangka, "daftar_sub": daftar_sub} | {
        "boleh_ubah": boleh_ubah(ruang), "kueri_pilihan": kueri, "nama_laporan": nama_pilihan(pilihan),
    }  # fmt: skip
