"""What other pages show of the reviu: the remarks in the report that is read, its state where the report is issued."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from kinerja.akses_reviu import HakReviu
from kinerja.data_reviu import BERJALAN_REVIU, TahapReviu
from kinerja.selectors_reviu import daftar_reviu, load_reviu
from lkjip.akun.models import Pengguna
from lkjip.laporan.isi import Dokumen
from lkjip.laporan.render.markah import jangkar
from lkjip.reviu.halaman import KartuCatatan, daftar_kartu_catatan
from lkjip.reviu.halaman_letak import daftar_letak
from renstra import akses
from renstra.models import TahunKinerja


@dataclass(frozen=True)
class CatatanDalamBaca:
    """`alamat`: the page of the remarks; `alamat_tambah`: the same for who may write one, else ''."""

    daftar: tuple[KartuCatatan, ...]
    alamat: str
    alamat_tambah: str


def catatan_dalam_baca(
    pengguna: Pengguna | AnonymousUser, tahun_kinerja: TahunKinerja, dokumen: Dokumen
) -> CatatanDalamBaca | None:
    """The remarks of the running reviu that this user may read; None where there are none to show.

    One query, five where a reviu runs.
    """
    berjalan = next((r for r in daftar_reviu(tahun_kinerja) if TahapReviu(r.tahap) in BERJALAN_REVIU), None)
    if berjalan is None:
        return None
    hak = HakReviu(akses.ambil_hak(pengguna, tahun_kinerja.instansi), TahapReviu(berjalan.tahap))
    if not hak.lihat_catatan:
        return None
    alamat = reverse("catatan_reviu", args=[tahun_kinerja.instansi.kode, tahun_kinerja.tahun, berjalan.pk])
    kartu = daftar_kartu_catatan(
        load_reviu(berjalan).daftar_catatan, daftar_letak(dokumen),
        lambda letak: f"#{jangkar(letak.jangkar)}" if letak else "", jangkar,
    )  # fmt: skip
    return CatatanDalamBaca(kartu, alamat, alamat if hak.kerjakan else "") if kartu or hak.kerjakan else None
