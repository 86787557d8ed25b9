"""The start of the plan: a way to every page of it, what is missing with the page that mends it, steady queries."""

from __future__ import annotations

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from lkjip.buku_kerja.services import impor_buku
from lkjip.perencanaan.views.pintu_masuk import DAFTAR_SUB
from renstra.models import Indikator, Sasaran
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN
from tests.situs.test_kueri import _buku_besar

ARGUMEN = [SENDIRI, TAHUN]
KUERI = 39


def _isi(sebagai: _Sebagai, nama: str = "perencana") -> str:
    return sebagai(nama).get(reverse("perencanaan", args=ARGUMEN)).content.decode()


@pytest.mark.parametrize("nama", ["perencana", "kepala"])
def test_setiap_halaman_perencanaan_ditautkan_dari_ikhtisar(sebagai: _Sebagai, nama: str) -> None:
    isi = _isi(sebagai, nama)
    for kelompok, daftar in DAFTAR_SUB:
        assert f">{kelompok}</h3>" in isi
        for halaman, judul in daftar:
            assert f'<a class="daftar-bagian__judul" href="{reverse(halaman, args=ARGUMEN)}">{judul}</a>' in isi


def test_yang_kurang_disebut_dengan_tautan_ke_halaman_yang_memperbaikinya(sebagai: _Sebagai) -> None:
    sasaran = Sasaran.objects.filter(renstra__instansi__kode=SENDIRI).first()
    assert sasaran is not None
    Sasaran.objects.create(renstra=sasaran.renstra, tujuan=sasaran.tujuan, kode="S99", uraian="Baru", urutan=99)
    iku = Indikator.objects.filter(renstra=sasaran.renstra, sasaran__isnull=False).first()
    assert iku is not None
    Indikator.objects.filter(pk=iku.pk).update(sumber_data="", iku=True)
    isi = _isi(sebagai)
    assert f'<a href="{reverse("renstra", args=ARGUMEN)}">Sasaran S99 belum punya indikator.</a>' in isi
    assert f'<a href="{reverse("profil_instansi", args=[SENDIRI])}">Tugas instansi belum diisi di profil' in isi
    assert f'<a href="{reverse("indikator_rencana", args=[*ARGUMEN, iku.pk])}">' in isi


def test_jejak_halaman_menyebut_halamannya_dan_menautkan_induknya(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    isi = client.get(reverse("target_renstra", args=ARGUMEN)).content.decode()
    assert '<span aria-current="page">Target</span>' in isi
    isi = client.get(reverse("pohon_kinerja", args=ARGUMEN) + "gambar/").content.decode()
    assert f'<li><a href="{reverse("pohon_kinerja", args=ARGUMEN)}">Pohon kinerja</a></li>' in isi


@pytest.mark.parametrize("banyak", [2, 30])
def test_banyak_kueri_tetap(sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries, banyak: int) -> None:
    client = sebagai("perencana")
    impor_buku(buku=_buku_besar(banyak))
    with django_assert_num_queries(KUERI):
        assert client.get(reverse("perencanaan", args=ARGUMEN)).status_code == 200
