"""How every page of a quarter begins: who asks, may they see this agency, which quarter, which frame."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse

from lkjip.akun.models import Pengguna
from lkjip.dasar.periode import DAFTAR_TRIWULAN, nama_triwulan
from lkjip.pengisian.ruang import Ruang, RuangTahun
from lkjip.pengisian.selectors import load_ruang, load_ruang_tahun
from lkjip.views.rangka import Butir, Rangka, buka_tahun, rangka

TAB = "pengisian"


def pengguna_masuk(request: HttpRequest) -> Pengguna:
    """The user of a page that asks for a log-in."""
    if not isinstance(request.user, Pengguna):
        raise PermissionDenied
    return request.user


def buka_ruang_tahun(request: HttpRequest, kode: str, tahun: int) -> RuangTahun:
    """The agency-year for this user; 404 where they may not see it."""
    pengguna = pengguna_masuk(request)
    return load_ruang_tahun(pengguna, buka_tahun(pengguna, kode, tahun))


def buka_ruang(request: HttpRequest, kode: str, tahun: int, triwulan: int) -> Ruang:
    """One quarter for this user; 404 where there is none such or they may not see the agency."""
    if triwulan not in DAFTAR_TRIWULAN:
        raise Http404("Triwulan hanya 1 sampai 4.")
    pengguna = pengguna_masuk(request)
    return load_ruang(pengguna, buka_tahun(pengguna, kode, tahun), triwulan)


def rangka_ruang(ruang: RuangTahun, *lanjutan: str) -> Rangka:
    """The frame of the agency-year around a page of the tab Pengisian."""
    return rangka(
        ruang.tahun_kinerja, ruang.konteks, TAB, *lanjutan, boleh_ubah=ruang.hak.ubah and not ruang.hak.terbatas
    )


def isi_halaman(ruang: Ruang, sub: str, *lanjutan: str) -> dict[str, Any]:
    """What `situs/pengisian/_kepala_triwulan.html` needs; `sub` names the page among those of the quarter."""
    nama = f"{nama_triwulan(ruang.triwulan)} {ruang.tahun}"
    return {
        "ruang": ruang,
        "rangka": rangka_ruang(ruang, nama, *lanjutan),
        "nama_triwulan": nama,
        "daftar_triwulan": _daftar_triwulan(ruang, sub),
        "daftar_sub": _daftar_sub(ruang, sub),
    }


# Pages of a quarter, beside each other; name of the address and title.
DAFTAR_SUB = (
    ("isi_triwulan", "Indikator"),
    ("isi_anggaran", "Anggaran"),
    ("kirim_triwulan", "Periksa & kirim"),
    ("riwayat_triwulan", "Riwayat"),
)


def _daftar_sub(ruang: Ruang, sub: str) -> tuple[Butir, ...]:
    argumen = [ruang.kode, ruang.tahun, ruang.triwulan]
    return tuple(Butir(judul, reverse(nama, args=argumen), nama == sub) for nama, judul in DAFTAR_SUB)


def _daftar_triwulan(ruang: Ruang, sub: str) -> tuple[Butir, ...]:
    nama = sub if sub in dict(DAFTAR_SUB) else DAFTAR_SUB[0][0]
    return tuple(
        Butir(nama_triwulan(n), reverse(nama, args=[ruang.kode, ruang.tahun, n]), n == ruang.triwulan)
        for n in DAFTAR_TRIWULAN
    )
