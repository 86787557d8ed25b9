"""How every page of a reviu begins: who asks, which agency-year, which reviu, which frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kinerja.akses_reviu import HakReviu
from kinerja.data_reviu import DataReviu, TahapReviu
from kinerja.models import Reviu
from kinerja.selectors_reviu import ambil_reviu, daftar_reviu, load_reviu
from lkjip.akun.models import Pengguna
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.render.markah import jangkar
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.reviu.halaman import NAMA_TAHAP, kemajuan
from lkjip.reviu.halaman_letak import Letak
from lkjip.reviu.selectors import LaporanDireviu, load_laporan_direviu
from lkjip.views.rangka import Butir, buka_tahun, daftar_sub_sakip, rangka
from renstra import akses
from renstra.models import TahunKinerja

TAB, SUB = "sakip", "reviu"


@dataclass(frozen=True)
class RuangReviu:
    """One reviu (`baris` None: the year has none yet) for this user; the report is read when it is first asked for."""

    pengguna: Pengguna
    tahun_kinerja: TahunKinerja
    baris: Reviu | None
    hak: HakReviu

    @property
    def argumen(self) -> list[Any]:
        return [self.tahun_kinerja.instansi.kode, self.tahun_kinerja.tahun]

    @property
    def reviu(self) -> Reviu:
        """Raises Http404 where there is none."""
        if self.baris is None:
            raise Http404("Reviu ini tidak ada.")
        return self.baris

    @cached_property
    def data(self) -> DataReviu:
        return load_reviu(self.reviu)

    @cached_property
    def laporan(self) -> LaporanDireviu:
        return load_laporan_direviu(self.tahun_kinerja)

    def alamat(self, nama: str, *lain: object) -> str:
        """Of a page of this reviu."""
        return reverse(nama, args=[*self.argumen, self.reviu.pk, *lain])

    def alamat_laporan(self, kunci: str = "") -> str:
        """Of the report as the site shows it, at this node."""
        return reverse("laporan", args=self.argumen) + (f"#{jangkar(kunci)}" if kunci else "")

    def alamat_letak(self, letak: Letak | None) -> str:
        return self.alamat_laporan(letak.jangkar if letak else "")


def buka_reviu(request: HttpRequest, kode: str, tahun: int, pk: int | None = None) -> RuangReviu:
    """The named reviu, else the latest; 404 where the user may not see the agency, or there is none such."""
    pengguna = pengguna_masuk(request)
    tahun_kinerja = buka_tahun(pengguna, kode, tahun)
    if pk is None:
        baris = next(iter(daftar_reviu(tahun_kinerja)), None)
    elif (baris := ambil_reviu(tahun_kinerja, pk)) is None:
        raise Http404("Reviu ini tidak ada.")
    hak = akses.ambil_hak(pengguna, tahun_kinerja.instansi)
    return RuangReviu(pengguna, tahun_kinerja, baris, HakReviu(hak, TahapReviu(baris.tahap) if baris else None))


def wajib(boleh: bool) -> None:
    if not boleh:
        raise PermissionDenied


def isi_rangka(ruang: RuangReviu, sub: str = SUB) -> dict[str, Any]:
    """What `situs/reviu/_rangka.html` needs; `sub` names the page among those of the reviu."""
    lanjutan: tuple[str | Butir, ...] = ("Reviu",)
    if sub != SUB:
        lanjutan = (Butir("Reviu", reverse(SUB, args=ruang.argumen)), _judul(ruang)[sub])
    return {
        "rangka": rangka(ruang.tahun_kinerja, Konteks(ruang.laporan.buku), TAB, *lanjutan),
        "daftar_sub": daftar_sub_sakip(ruang.tahun_kinerja.instansi.kode, ruang.tahun_kinerja.tahun, SUB),
        "ruang": ruang,
        "hak": ruang.hak,
        "reviu": ruang.data if ruang.baris else None,
        "nama_tahap": NAMA_TAHAP[TahapReviu(ruang.baris.tahap)] if ruang.baris else "",
        "daftar_halaman": _daftar_halaman(ruang, sub) if ruang.baris else [],
        "kemajuan": kemajuan(ruang.data) if ruang.baris else None,
    }


def _judul(ruang: RuangReviu) -> dict[str, str]:
    """Pages of a reviu beside each other, those that this user may open."""
    hasil = {SUB: "Ikhtisar"}
    if ruang.hak.lihat_jawaban:
        hasil["pertanyaan_reviu"] = "Pertanyaan"
    if ruang.hak.lihat_catatan:
        hasil["catatan_reviu"] = "Catatan"
    if ruang.hak.kerjakan:
        hasil["selesaikan_reviu"] = "Simpulan"
    return hasil


def _daftar_halaman(ruang: RuangReviu, sub: str) -> list[Butir]:
    return [Butir(judul, _alamat_halaman(ruang, nama), nama == sub) for nama, judul in _judul(ruang).items()]


def _alamat_halaman(ruang: RuangReviu, nama: str) -> str:
    return ruang.alamat("satu_reviu" if nama == SUB else nama)


def jalankan(request: HttpRequest, tulis: Callable[[], object], kabar: str, tujuan: str) -> HttpResponse:
    """Do it, say so, and go on to `tujuan`; what is refused is told there."""
    try:
        tulis()
    except ValidationError as galat:
        messages.error(request, " ".join(galat.messages))
    else:
        messages.success(request, kabar)
    return redirect(tujuan)
