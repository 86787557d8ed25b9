"""A misspelt template variable fails: every page is rendered with a sentinel for unknown names."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from django.conf import settings as setelan
from django.template import loader
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.services import impor_buku
from lkjip.laporan.data_penyusunan import KeadaanPenyusunan
from lkjip.laporan.models import PenyusunanBerkas
from lkjip.penyusunan.simpanan import path_hasil
from renstra.models import Instansi, Pemda, Penugasan, Peran
from tests.situs.pemeran import SANDI

SENTINEL = "«TIDAK-DIKENAL:%s»"
CONTOH = Path(setelan.BASE_DIR) / "contoh"
BUKU = (("bkd-kaltim-2024", "BKD-KALTIM", 2024), ("bkd-kalbar-2023-tw1", "BKD-KALBAR", 2023))
HALAMAN_TAHUN = ("ringkasan_tahun", "pimpinan", "tujuan", "indikator", "anggaran", "sakip", "laporan", "unduhan")


@pytest.fixture(autouse=True)
def _sentinel(settings: Settings) -> None:
    templat = copy.deepcopy(settings.TEMPLATES)
    templat[0]["OPTIONS"]["string_if_invalid"] = SENTINEL
    settings.TEMPLATES = templat


@pytest.fixture
def semua_peran(db: None, client: Client) -> Client:
    """One user with every role, and the two demo agencies: all parts of all pages show."""
    for folder, _, _ in BUKU:
        buku = baca_buku(CONTOH / folder).buku
        assert buku is not None
        impor_buku(buku=buku)
    pengguna = Pengguna.objects.create_superuser("serba", password=SANDI, nama="Serba Bisa")
    for instansi in Instansi.objects.all():
        for peran in (Peran.PERENCANA, Peran.KEPALA):
            Penugasan.objects.create(pengguna=pengguna, peran=peran, instansi=instansi)
    for pemda in Pemda.objects.all():
        for peran in (Peran.INSPEKTORAT, Peran.PENGELOLA):
            Penugasan.objects.create(pengguna=pengguna, peran=peran, pemda=pemda)
    client.force_login(pengguna)
    return client


def _periksa(isi: str, letak: str) -> None:
    assert "«TIDAK-DIKENAL" not in isi, f"{letak}: {isi[isi.index('«TIDAK-DIKENAL') - 60 :][:140]}"


def test_halaman_tahun_tanpa_nama_yang_tidak_dikenal(semua_peran: Client) -> None:
    for _, kode, tahun in BUKU:
        for nama in HALAMAN_TAHUN:
            alamat = reverse(nama, args=[kode, tahun])
            for kepala in ({}, {"HX-Request": "true"}):
                _periksa(semua_peran.get(alamat, headers=kepala).content.decode(), f"{alamat} {kepala}")


@pytest.mark.parametrize("keadaan", list(KeadaanPenyusunan))
def test_halaman_berkas_tanpa_nama_yang_tidak_dikenal(
    semua_peran: Client, keadaan: KeadaanPenyusunan, tmp_path: Path
) -> None:
    """As it is in each state; of a ready one, with its file and without."""
    semua_peran.get(reverse("unduh_pdf", args=["BKD-KALTIM", 2024]))
    berkas = PenyusunanBerkas.objects.get()
    isi = {"keadaan": keadaan, "pesan": "alasan", "denyut": timezone.now(), "tahap": "menata", "seluruh": 9}
    for hasil in ("tidak-ada.pdf", "ada.pdf"):
        PenyusunanBerkas.objects.update(**isi, hasil=hasil)
        path_hasil("ada.pdf").parent.mkdir(parents=True, exist_ok=True)
        path_hasil("ada.pdf").write_bytes(b"%PDF-")
        for alamat in (reverse("daftar_susunan"), reverse("berkas_susunan", args=[berkas.pk])):
            for kepala in ({}, {"HX-Request": "true"}):
                _periksa(semua_peran.get(alamat, headers=kepala).content.decode(), f"{alamat} {kepala}")


def test_halaman_indikator_dan_umum_tanpa_nama_yang_tidak_dikenal(semua_peran: Client) -> None:
    daftar = [reverse("beranda"), reverse("daftar_instansi"), reverse("impor"), reverse("ganti_sandi"), "/tidak/ada/"]
    daftar += [reverse("rincian_indikator", args=["BKD-KALTIM", 2024, k]) for k in ("IKU1", "IKU2", "IKU3")]
    daftar += [reverse("rincian_indikator", args=["BKD-KALBAR", 2023, k]) for k in ("IKU2.1", "1.01.06-i1")]
    daftar += [reverse("anggaran", args=["BKD-KALTIM", 2024]) + "?buka=semua"]
    for alamat in daftar:
        for kepala in ({}, {"HX-Request": "true"}):
            _periksa(semua_peran.get(alamat, headers=kepala).content.decode(), alamat)


def test_halaman_tanpa_masuk_tanpa_nama_yang_tidak_dikenal(db: None, client: Client) -> None:
    for nama in ("masuk", "lupa_akses"):
        _periksa(client.get(reverse(nama)).content.decode(), nama)
    _periksa(client.post(reverse("masuk"), {"username": "x", "password": "y"}).content.decode(), "masuk salah")


@pytest.mark.parametrize("nama", ["400.html", "403.html", "403_csrf.html", "404.html", "500.html"])
def test_halaman_galat_dapat_ditulis_tanpa_isi(nama: str) -> None:
    isi = loader.get_template(nama).render()
    assert "<h1" in isi
    assert 'lang="id"' in isi


def test_templat_pendek_dan_bagian_berawal_garis_bawah() -> None:
    """Templates ≤ 120 lines; what is included begins with an underscore, what is rendered does not extend a part."""
    tempat = Path(setelan.BASE_DIR) / "templates"
    for path in tempat.rglob("*.html"):
        teks = path.read_text()
        assert len(teks.splitlines()) <= 120, path
        bagian = path.name.startswith("_") or path.name == "500.html"
        assert bagian or "{% extends" in teks or path.name == "dasar.html" or "laporan" in path.parts, path
