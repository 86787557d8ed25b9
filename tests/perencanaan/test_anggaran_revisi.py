"""Versions of the DPA: the pagu of the one before are kept, compared, corrected; opening one is taken back whole."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from anggaran.models import Anggaran, PaguRevisi, RevisiAnggaran
from tests.pengisian.uang_uji import simpan_buku
from tests.perencanaan.anggaran_uji import alamat, baris, buku_kini, isian
from tests.situs.conftest import _Sebagai


@pytest.fixture(autouse=True)
def _uang(pemeran: object) -> None:
    simpan_buku()


def _buka(client: Client, nama: str, versi: str, **lain: str) -> Any:
    return client.post(alamat("revisi_anggaran"), {"nama": nama, "versi": versi, **lain}, follow=True)


def _pagu(kode: str) -> tuple[object, object]:
    return baris(kode).pagu_murni, baris(kode).pagu_perubahan


def test_pergeseran_lalu_perubahan_dibandingkan_baris_demi_baris(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _buka(client, "Pergeseran I", "murni", nama_kini="DPA")
    client.post(alamat("simpan_anggaran_rencana"), isian("1.01.01", "pagu_murni", "150", "100"))
    _buka(client, "DPPA", "perubahan", nomor="900/1/2024", tanggal="2024-10-01")
    assert _pagu("1.01.01") == (150, 150)
    client.post(alamat("simpan_anggaran_rencana"), isian("1.02", "pagu_perubahan", "500", "700"))
    halaman = client.get(alamat("revisi_anggaran"))
    tabel = {b.anggaran.kode if b.anggaran else "": b for b in halaman.context["banding"]}
    assert [s.pagu for s in tabel["1.01.01"].daftar] == ["100", "150", "150"]
    assert [s.selisih for s in tabel["1.01"].daftar] == ["", "50", ""]
    assert [(s.pagu, s.arah) for s in tabel[""].daftar] == [("1.000", ""), ("1.050", "naik"), ("850", "turun")]
    berubah = client.get(alamat("revisi_anggaran"), {"hanya": "berubah"}).context["banding"]
    assert [b.anggaran.kode for b in berubah if b.anggaran] == ["1", "1.01", "1.01.01", "1.02"]
    assert "1 Oktober 2024" in halaman.content.decode()


def test_sesudah_perubahan_tidak_ada_pergeseran_murni(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _buka(client, "DPPA", "perubahan", nama_kini="DPA")
    jawab = _buka(client, "Pergeseran II", "murni")
    assert (jawab.status_code, "dicatat pada pagu perubahan" in jawab.content.decode()) == (422, True)
    assert "Revisi dengan nama ini sudah ada" in _buka(client, "DPPA", "perubahan").content.decode()
    assert list(RevisiAnggaran.objects.values_list("nama", flat=True)) == ["DPA", "DPPA"]


def test_tanpa_nama_tidak_ada_yang_dibuka(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    assert _buka(client, "DPPA", "perubahan").status_code == 422  # the version in force has no name yet
    assert _buka(client, "DPA", "perubahan", nama_kini="DPA").status_code == 422
    assert not RevisiAnggaran.objects.exists()


def test_pembukaan_diurungkan_dan_dibatalkan(sebagai: _Sebagai) -> None:
    client, semula = sebagai("perencana"), buku_kini()
    isi = _buka(client, "DPPA", "perubahan", nama_kini="DPA").content.decode()
    assert buku_kini() != semula
    client.post(f"/urungkan/{isi.split('/urungkan/')[1].split(chr(34))[0]}")
    assert buku_kini() == semula
    assert not RevisiAnggaran.objects.exists()
    _buka(client, "DPPA", "perubahan", nama_kini="DPA")
    client.post(alamat("simpan_anggaran_rencana"), isian("1.02", "pagu_perubahan", "500", "700"))
    dppa = RevisiAnggaran.objects.get(nama="DPPA").pk
    assert "Centang dulu" in client.post(alamat("hapus_revisi_anggaran", dppa), follow=True).content.decode()
    client.post(alamat("hapus_revisi_anggaran", dppa), {"yakin": "ya"})
    assert buku_kini() == semula
    assert RevisiAnggaran.objects.count() == 1
    assert not PaguRevisi.objects.exists()


def test_pergeseran_dibatalkan_mengembalikan_pagu_murni(sebagai: _Sebagai) -> None:
    client, semula = sebagai("perencana"), buku_kini()
    _buka(client, "Pergeseran I", "murni", nama_kini="DPA")
    client.post(alamat("simpan_anggaran_rencana"), isian("1.01.01", "pagu_murni", "150", "100"))
    pk = RevisiAnggaran.objects.get(nama="Pergeseran I").pk
    client.post(alamat("hapus_revisi_anggaran", pk), {"yakin": "ya"})
    assert buku_kini() == semula


def test_angka_versi_terdahulu_dapat_dibetulkan_yang_berlaku_tidak(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _buka(client, "DPPA", "perubahan", nama_kini="DPA")
    dpa, dppa = RevisiAnggaran.objects.order_by("urutan")
    nama = f"pagu-{baris('1.01.01').pk}"
    assert client.post(alamat("ubah_revisi_anggaran", dpa.pk), {"nama": "DPA", nama: "Rp90,-"}).status_code == 302
    assert PaguRevisi.objects.get(anggaran=baris("1.01.01")).pagu == 90
    salah = client.post(alamat("ubah_revisi_anggaran", dpa.pk), {"nama": "DPA", nama: "-1"})
    assert salah.status_code == 422
    salah = client.post(alamat("ubah_revisi_anggaran", dpa.pk), {"nama": "DPA", nama: "x"})
    assert "1.01.01: “x” bukan angka" in salah.content.decode()
    tolak = client.post(alamat("ubah_revisi_anggaran", dppa.pk), {"nama": "DPPA", nama: "5"})
    assert "diubah di halaman Program" in tolak.content.decode()
    assert "halaman Program" in client.get(alamat("ubah_revisi_anggaran", dppa.pk)).content.decode()


def test_versi_baru_diusulkan_untuk_pagu_yang_berlaku(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    assert client.get(alamat("revisi_anggaran")).context["form"].initial["versi"] == "murni"
    Anggaran.objects.filter(pk=baris("1.01.01").pk).update(pagu_perubahan=100)
    assert client.get(alamat("revisi_anggaran")).context["form"].initial["versi"] == "perubahan"
