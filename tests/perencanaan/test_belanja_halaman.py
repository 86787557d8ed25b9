"""Spending by kind: standard jenis with their kelompok, own codes, sums that must hold, undo."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from anggaran.models import Belanja
from tests.pengisian.uang_uji import simpan_buku, uang_kas
from tests.perencanaan.anggaran_uji import alamat, buku_kini, tahun_uji
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import TAHUN

KUERI = 37


@pytest.fixture(autouse=True)
def _uang(pemeran: object) -> None:
    simpan_buku(uang_kas("1.01.01", "50"))


def _isian(kode: str, kolom: str, nilai: str, dasar: str = "") -> dict[str, str]:
    nama = f"{kolom}-{Belanja.objects.get(kode=kode).pk}"
    return {nama: nilai, f"dasar-{nama}": dasar}


def test_jenis_baku_membawa_kelompoknya(sebagai: _Sebagai) -> None:
    client, semula = sebagai("perencana"), buku_kini()
    isi = client.post(alamat("tambah_belanja_rencana"), {"baku": "5.1.02"}, follow=True).content.decode()
    assert list(Belanja.objects.values_list("kode", "uraian", "induk__kode", "tahun")) == [
        ("5.1", "Belanja Operasi", None, TAHUN),
        ("5.1.02", "Belanja Barang dan Jasa", "5.1", TAHUN),
    ]
    client.post(alamat("tambah_belanja_rencana"), {"baku": "5.1.01"})
    assert Belanja.objects.filter(kode="5.1").count() == 1
    assert "Urungkan" in isi
    lagi = client.post(alamat("tambah_belanja_rencana"), {"baku": "5.1.01"}, follow=True).content.decode()
    assert "Kode ini sudah ada" in lagi
    client.post(alamat("hapus_belanja_rencana", Belanja.objects.get(kode="5.1").pk))
    assert buku_kini() == semula


def test_kode_sendiri_di_bawah_kode_sendiri(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    client.post(alamat("tambah_belanja_rencana"), {"kode": "B2", "uraian": "Rencana Anggaran"})
    induk = Belanja.objects.get(kode="B2").pk
    client.post(alamat("tambah_belanja_rencana"), {"kode": "B2.1", "induk": induk})
    assert Belanja.objects.get(kode="B2.1").induk_id == induk
    dua = client.post(alamat("tambah_belanja_rencana"), {"kode": "X", "baku": "5.2"}, follow=True)
    assert "salah satu saja" in dua.content.decode()


def test_jumlah_yang_tidak_sama_disebut_dengan_kedua_angkanya(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    client.post(alamat("tambah_belanja_rencana"), {"baku": "5.1.02"})
    client.post(alamat("simpan_belanja_rencana"), _isian("5.1", "pagu_murni", "900"))
    isi = client.post(alamat("simpan_belanja_rencana"), _isian("5.1.02", "pagu_murni", "850")).content.decode()
    assert "Pagu murni 5.1 900, sedangkan jumlah barisnya 850." in isi
    halaman = client.get(alamat("belanja_rencana"))
    total = {t.nama: t for t in halaman.context["periksa"].daftar_total}
    assert (total["Pagu murni"].belanja.hasil.angka, total["Pagu murni"].program.hasil.angka) == (900, 1000)
    assert total["Pagu murni"].berbeda
    assert not total["Realisasi"].berbeda  # nothing is known of it
    salah = client.post(alamat("simpan_belanja_rencana"), _isian("5.1.02", "kode", "5.1", "5.1.02"))
    assert "sudah dipakai baris lain" in salah.content.decode()


@pytest.mark.parametrize("banyak", [1, 40])
def test_banyak_kueri_tetap(sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries, banyak: int) -> None:
    for n in range(banyak):
        Belanja.objects.create(tahun_kinerja=tahun_uji(), kode=f"B{n}", tahun=TAHUN, urutan=n)
    client = sebagai("perencana")
    with django_assert_num_queries(KUERI):
        client.get(alamat("belanja_rencana"))
