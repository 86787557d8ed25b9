"""Hostile writers: texts that would keep the server busy, two who save at once, addresses and versions of others."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import impor_buku
from lkjip.laporan.compose.ruas import Ruas
from lkjip.laporan.models import CatatanNaskah, Narasi
from lkjip.naskah.halaman_ruas import sidik_teks
from lkjip.naskah.services import NaskahBentrok, save_naskah
from renstra.models import TahunKinerja
from tests.naskah.test_ruas import KOSONG, RUAS, _ke, _simpan, _tulis
from tests.pengisian.serentak import basis_data_berkas, serentak
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, SEPEMDA, TAHUN, buku_uji, siapkan_pemeran

pytestmark = pytest.mark.django_db
LAMA = 8  # seconds; without limits each of these takes minutes


@pytest.mark.parametrize(
    "teks",
    ["12,34% " * 42_000, "naik 1 2 3 4 5 6 7 % " * 14_000, "selisih capaian I1 12,34% " * 11_500],
    ids=["persen", "bilangan", "selisih"],
)
def test_ribuan_angka_dalam_satu_kalimat_tidak_menahan_server(sebagai: _Sebagai, teks: str) -> None:
    mulai = time.process_time()
    assert sebagai("perencana").post(_ke("pratinjau_naskah"), {"teks": teks}).status_code == 200
    assert time.process_time() - mulai < LAMA


def test_naskah_kepanjangan_ditolak_sebelum_dibaca_dan_ketikannya_tetap_ada(sebagai: _Sebagai) -> None:
    _tulis((RUAS, "Satu"))
    client, teks = sebagai("perencana"), "Capaian I1 12,34% dan 80 dari 100. " * 60_000
    mulai = time.process_time()
    formulir = client.post(_ke("simpan_naskah"), {"teks": teks, "sidik": sidik_teks("Satu")})
    assert _simpan(client, teks, sidik_teks("Satu")).status_code == 422
    assert time.process_time() - mulai < LAMA
    assert formulir.status_code == 422
    assert formulir.context["teks"] == teks.strip()
    assert "300.000 huruf" in formulir.context["galat"]


@pytest.mark.django_db(transaction=True)
def test_dua_orang_menyimpan_serentak_hanya_satu_yang_menang(tmp_path: Path) -> None:
    siapkan_pemeran()
    with basis_data_berkas(tmp_path / "uji.sqlite3"):
        kerja = [partial(_tulis_langsung, nama, f"Tulisan {nama}") for nama in ("perencana", "pengelola", "admin")]
        hasil = serentak([*kerja, partial(_tulis_langsung, "perencana", "Tulisan perencana lagi")])
        kalah = [satu for satu in hasil if isinstance(satu, NaskahBentrok)]
        assert len(kalah) == 3, hasil
        (isi,) = Narasi.objects.filter(bagian=RUAS).values_list("isi", flat=True)
        assert {satu.tersimpan for satu in kalah} == {isi}
        assert CatatanNaskah.objects.count() == 1


def _tulis_langsung(nama: str, teks: str) -> str:
    tahun = TahunKinerja.objects.select_related("instansi").get(instansi__kode=SENDIRI)
    oleh = Pengguna.objects.get(username=nama)
    ruas = Ruas(RUAS, "Kesimpulan", "bab-4")
    return save_naskah(tahun_kinerja=tahun, ruas=ruas, teks=teks, sidik=KOSONG, angka=[], oleh=oleh).sidik


@pytest.mark.django_db(transaction=True)
def test_impor_di_tengah_penyuntingan_tidak_tertimpa_diam_diam(tmp_path: Path) -> None:
    siapkan_pemeran()
    with basis_data_berkas(tmp_path / "uji.sqlite3"):
        hasil = serentak(
            [partial(impor_buku, buku=buku_uji(SENDIRI)), partial(_tulis_langsung, "perencana", "Tulisan")]
        )
        assert not isinstance(hasil[1], Exception) or isinstance(hasil[1], NaskahBentrok), hasil
        assert Narasi.objects.filter(bagian=RUAS).count() <= 1


@pytest.mark.parametrize("nama", ["verifikator", "kepala", "inspektorat", "perencana_unit"])
@pytest.mark.parametrize(
    "halaman",
    ["simpan_naskah", "pratinjau_naskah", "ambil_alih_naskah", "kembalikan_naskah", "naskah_diperiksa"],
)
def test_yang_hanya_membaca_tidak_dapat_menulis(sebagai: _Sebagai, nama: str, halaman: str) -> None:
    assert sebagai(nama).post(_ke(halaman), {"teks": "x", "sidik": KOSONG}).status_code == 403
    assert not Narasi.objects.exists()


def test_versi_dan_bagian_instansi_lain_tidak_dapat_dipakai(sebagai: _Sebagai) -> None:
    admin = sebagai("admin")
    for kode in (SEPEMDA, ASING):
        admin.post(reverse("simpan_naskah", args=[kode, TAHUN, RUAS]), {"teks": "Rahasia", "sidik": KOSONG})
    versi = admin.get(reverse("riwayat_naskah", args=[ASING, TAHUN, RUAS])).context["daftar_versi"][0][0]
    client = sebagai("perencana")
    client.post(_ke("pulihkan_naskah"), {"versi": versi.pk})
    assert not Narasi.objects.filter(tahun_kinerja__instansi__kode=SENDIRI).exists()
    for kode in (SEPEMDA, ASING):
        alamat = reverse("simpan_naskah", args=[kode, TAHUN, RUAS])
        assert client.post(alamat, {"teks": "x", "sidik": KOSONG}).status_code == 404
    for ganjil in ("../../x", "a\u202e/😀", "x" * 5_000):
        assert client.get(_ke("naskah_ruas", ganjil)).status_code == 404


def test_alamat_gambar_yang_ganjil_tidak_ada(sebagai: _Sebagai) -> None:
    client: Client = sebagai("perencana")
    galeri = reverse("daftar_gambar", args=[SENDIRI, TAHUN])
    for ekor in ("berkas/%00/", "berkas/a%00b/", "berkas/%FF/", "berkas/..%2f..%2fx/", f"berkas/{'0' * 9_000}/"):
        assert client.get(galeri + ekor).status_code == 404, ekor
