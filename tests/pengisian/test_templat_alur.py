"""Pages of the steps, the board, units and rules are rendered with a sentinel for unknown names."""

from __future__ import annotations

import copy

import pytest
from django.urls import reverse
from pytest_django import Settings

from renstra.models import Instansi
from tests.pengisian.alamat import pk_indikator
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN
from tests.situs.test_templat import SENTINEL, _periksa


@pytest.fixture(autouse=True)
def _sentinel(settings: Settings) -> None:
    templat = copy.deepcopy(settings.TEMPLATES)
    templat[0]["OPTIONS"]["string_if_invalid"] = SENTINEL
    settings.TEMPLATES = templat


def _buka(sebagai: _Sebagai, *daftar_nama: str) -> None:
    pemda = Instansi.objects.get(kode=SENDIRI).pemda_id
    alamat = [
        reverse("pengisian", args=[SENDIRI, TAHUN]),
        reverse("kirim_triwulan", args=[SENDIRI, TAHUN, 4]),
        reverse("kirim_triwulan", args=[SENDIRI, TAHUN, 1]),
        reverse("beranda"),
        reverse("unit_kerja", args=[SENDIRI]),
        reverse("aturan_pengisian", args=[pemda]),
    ]
    for nama in daftar_nama:
        for satu in alamat:
            _periksa(sebagai(nama).get(satu).content.decode(), f"{nama} {satu}")


def _kirim(sebagai: _Sebagai, nama: str, alamat: str, *argumen: object, **isi: str) -> None:
    jawaban = sebagai(nama).post(reverse(alamat, args=[SENDIRI, TAHUN, 4, *argumen]), isi)
    _periksa(jawaban.content.decode(), f"{alamat} {argumen}")


def test_halaman_alur_tanpa_nama_yang_tidak_dikenal(sebagai: _Sebagai) -> None:
    semua = ("perencana", "perencana_unit", "verifikator", "kepala", "pengelola", "inspektorat", "admin")
    _buka(sebagai, *semua)
    catatan = {f"catatan-{pk_indikator(SENDIRI)}": "Periksa"}
    for nama, langkah in (("perencana", "ajukan"), ("perencana", "ajukan"), ("verifikator", "kembalikan")):
        _kirim(sebagai, nama, "ambil_langkah", langkah, **(catatan if nama == "verifikator" else {}))
        _buka(sebagai, *semua)
    _kirim(sebagai, "perencana", "ambil_langkah", "ajukan")
    _kirim(sebagai, "pengelola", "perpanjang_tenggat", tenggat="kemarin")
    jawaban = sebagai("pengelola").post(reverse("unit_kerja", args=[SENDIRI]), {"aksi": "tambah"})
    _periksa(jawaban.content.decode(), "unit_kerja")
