"""The start page: each role sees its own work, and figures are computed once for each state of the data."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lkjip.buku_kerja.services import impor_buku
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, buku_uji


def _beranda(sebagai: _Sebagai, nama: str, **saring: str) -> str:
    return sebagai(nama).get(reverse("beranda"), saring).content.decode()


@pytest.mark.parametrize(
    ("nama", "ada", "tidak"),
    [
        ("perencana", "Impor buku kerja", "Capaian instansi"),
        ("verifikator", "Instansi Anda", "Impor buku kerja"),
        ("kepala", "Baca laporan 2024", "Instansi Anda"),
        ("inspektorat", "Capaian instansi tahun 2024", "Impor"),
        ("pengelola", "Tuan perencana", "Capaian instansi"),
        ("admin", "Administrasi sistem", "Instansi Anda"),
        ("bekas_perencana", "Belum ada penugasan", "Instansi Anda"),
        ("tanpa_tugas", "Belum ada penugasan", "Impor"),
    ],
)
def test_setiap_peran_melihat_bagiannya(sebagai: _Sebagai, nama: str, ada: str, tidak: str) -> None:
    isi = _beranda(sebagai, nama)
    assert ada in isi
    assert tidak not in isi


def test_perencana_diberi_tahu_indikator_tanpa_realisasi(sebagai: _Sebagai) -> None:
    impor_buku(buku=buku_uji(SENDIRI, realisasi=None))
    assert "0 indikator tanpa target dan 1 tanpa realisasi, dari 1 indikator" in _beranda(sebagai, "perencana")


def test_angka_di_beranda_mengikuti_perubahan_data(sebagai: _Sebagai) -> None:
    assert "80,00%" in _beranda(sebagai, "kepala")
    impor_buku(buku=buku_uji(SENDIRI, realisasi="85"))
    isi = _beranda(sebagai, "kepala")
    assert "85,00%" in isi
    assert "80,00%" not in isi


def test_perbandingan_tidak_menghitung_ulang_yang_tidak_berubah(sebagai: _Sebagai) -> None:
    _beranda(sebagai, "inspektorat")
    with CaptureQueriesContext(connection) as dua_instansi:
        _beranda(sebagai, "inspektorat")
    for n in range(5):
        impor_buku(buku=buku_uji(f"DINAS-C{n}"))
    _beranda(sebagai, "inspektorat")
    with CaptureQueriesContext(connection) as tujuh_instansi:
        isi = _beranda(sebagai, "inspektorat")
    assert "DINAS-C4" in isi
    assert len(tujuh_instansi) == len(dua_instansi)


@pytest.mark.parametrize("saring", [{"tahun": "abc"}, {"tahun": "1800"}, {"urut": "--capaian"}, {"urut": "x"}])
def test_pilihan_aneh_tidak_menjatuhkan_beranda(sebagai: _Sebagai, saring: dict[str, str]) -> None:
    assert "Capaian instansi tahun 2024" in _beranda(sebagai, "inspektorat", **saring)
