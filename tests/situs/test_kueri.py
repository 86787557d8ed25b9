"""The number of queries does not grow: neither with agencies on a page nor with rows of an agency."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.cache import cache
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja
from lkjip.selectors import load_banyak_data, load_data
from renstra.data import Indikator
from renstra.models import TahunKinerja
from tests.pembuat import baris, buat_data, buat_kinerja, buat_renstra, target, tw, uang
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN, buku_uji

PERBANDINGAN = 38
HALAMAN_TAHUN = 33
PEMILIH = 4  # the chooser of reports: rights and units
TERBIT = 1  # what is published of the year
TEMUAN = 4  # how many findings, and whether they are of today


def _tambah(banyak: int) -> None:
    for n in range(banyak):
        impor_buku(buku=buku_uji(f"DINAS-C{n}", realisasi=str(50 + n)))


@pytest.mark.parametrize("tambahan", [0, 18], ids=["dua_instansi", "dua_puluh_instansi"])
def test_perbandingan_dari_nol_tetap_sekian_kueri(
    sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries, tambahan: int
) -> None:
    _tambah(tambahan)
    client = sebagai("inspektorat")
    cache.clear()
    with django_assert_num_queries(PERBANDINGAN):
        isi = client.get(reverse("beranda")).content.decode()
    assert isi.count('data-besaran="rata_rata_total"') == 2 + tambahan


def test_banyak_tahun_dimuat_sama_dengan_satu_satu(pemeran: object) -> None:
    _tambah(3)
    semua = list(TahunKinerja.objects.select_related("instansi", "renstra"))
    banyak = load_banyak_data(semua)
    assert len(banyak) == 6
    assert banyak == {t.pk: load_data(t) for t in semua}


def _buku_besar(banyak: int) -> BukuKerja:
    dasar = buku_uji(SENDIRI)
    kode = [f"I{n}" for n in range(1, banyak + 1)]
    renstra = replace(
        buat_renstra(*(Indikator(k, "S1", uraian=f"Indeks {k}") for k in kode), instansi=dasar.data.renstra.instansi),
        daftar_target_tahunan=tuple(target(k, 100) for k in kode),
    )
    kinerja = buat_kinerja(renstra, daftar_kinerja_triwulan=tuple(tw(k, 4, 80) for k in kode))
    anggaran = tuple(baris(f"1.{n}", pagu=100) for n in range(banyak))
    realisasi = tuple(uang(f"1.{n}", 50) for n in range(banyak))
    return BukuKerja(buat_data(kinerja, daftar_anggaran=anggaran, daftar_realisasi_anggaran=realisasi))


@pytest.mark.parametrize("banyak", [1, 150])
def test_halaman_tahun_tetap_sekian_kueri(
    sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries, banyak: int
) -> None:
    impor_buku(buku=_buku_besar(banyak))
    client = sebagai("perencana")
    client.get(reverse("ringkasan_tahun", args=[SENDIRI, TAHUN]))  # checks what was just imported
    for nama in ("ringkasan_tahun", "tujuan", "indikator", "anggaran", "sakip", "unduhan"):
        lagi = (PEMILIH + TERBIT) * (nama == "unduhan") + TEMUAN * (nama == "ringkasan_tahun")
        with django_assert_num_queries(HALAMAN_TAHUN + lagi):
            assert client.get(reverse(nama, args=[SENDIRI, TAHUN])).status_code == 200
