"""The page with BSrE's Esign Client, played by its stand-in: passphrase, one-time code, and all that can go wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from lkjip.akun.models import Pengguna
from lkjip.laporan.models import NikPenandaTangan, TindakanTandaTangan
from lkjip.laporan.signing.bsre_tiruan import PemegangTiruan, Ulah, layanan_tiruan
from lkjip.laporan.signing.bsre_tiruan_keadaan import LayananTiruan
from lkjip.laporan.signing.data import Rahasia
from lkjip.laporan.signing.percobaan import Pemegang
from tests.laporan.signing import pejabat_uji
from tests.terbitan.dunia_tanda import DuniaTanda, buat_dunia_tanda, percayai

NIK, SANDI = "6400000000000001", pejabat_uji.SANDI


@pytest.fixture
def layanan(settings: Settings, tmp_path: Path) -> Iterator[LayananTiruan]:
    percayai(settings, tmp_path)
    layanan = LayananTiruan([_pemegang(pejabat_uji.kepala())], "lkjip", Rahasia("sandi-layanan"))
    with layanan_tiruan(layanan) as alamat:
        settings.BSRE_ALAMAT, settings.BSRE_PENGGUNA, settings.BSRE_SANDI = alamat, "lkjip", "sandi-layanan"
        settings.BSRE_DETIK = 5
        yield layanan


def _pemegang(pemegang: Pemegang) -> PemegangTiruan:
    return PemegangTiruan(NIK, pejabat_uji.p12(pemegang), Rahasia(SANDI))


@pytest.fixture
def klien(pemeran: dict[str, Pengguna]) -> Client:
    klien = Client()
    klien.force_login(pemeran["kepala"])
    return klien


@pytest.fixture
def dunia(pemeran: dict[str, Pengguna], layanan: LayananTiruan) -> DuniaTanda:
    return buat_dunia_tanda()


def _kirim(klien: Client, dunia: DuniaTanda, **lain: Any) -> Any:
    isi = {"setuju": dunia.terbitan.sidik_kini, "cara": "bsre", "nik": NIK, "sandi": SANDI, "aksi": "tanda-tangani"}
    return klien.post(dunia.alamat(), isi | lain)


@pytest.mark.parametrize("versi", [1, 2])
def test_kepala_menandatangani_lewat_bsre(klien: Client, dunia: DuniaTanda, settings: Settings, versi: int) -> None:
    settings.BSRE_VERSI = versi
    assert _kirim(klien, dunia, nik="6400 0000 0000 0001", ingat_nik="on").status_code == 302
    tanda = dunia.segar().kepala
    assert (dunia.terbitan.keadaan, tanda.cara, tanda.nama_sertifikat) == ("ditandatangani", "bsre", "Contoh Nama")
    assert NikPenandaTangan.objects.get().nik == NIK
    assert bool(tanda.id_dokumen) is (versi == 1)


def test_kode_sekali_pakai_diminta_lalu_dipakai(klien: Client, dunia: DuniaTanda, layanan: LayananTiruan) -> None:
    catatan: list[str] = []
    layanan.kabar = catatan.append
    jawaban = _kirim(klien, dunia, sandi="", aksi="minta-kode")
    assert jawaban.status_code == 200
    assert "Kode sekali pakai sudah diminta" in jawaban.content.decode()
    assert not TindakanTandaTangan.objects.exists()
    kode = next(k for satu in catatan for k in satu.replace(":", " ").split() if k.isdigit() and len(k) == 6)
    assert _kirim(klien, dunia, sandi="", totp=kode).status_code == 302
    assert dunia.segar().kepala.sidik_hasil


def test_kode_sekali_pakai_tidak_dapat_diminta_terus_menerus(
    klien: Client, dunia: DuniaTanda, settings: Settings
) -> None:
    settings.GAGAL_MASUK_MAKS = 1
    assert _kirim(klien, dunia, sandi="", aksi="minta-kode").status_code == 200
    assert "terlalu sering diminta" in _kirim(klien, dunia, sandi="", aksi="minta-kode").content.decode()


def test_kode_hanya_ditawarkan_bila_layanan_mengenalnya(klien: Client, dunia: DuniaTanda, settings: Settings) -> None:
    """Where it is, its button comes second: a key pressed in the passphrase signs."""
    setuju = {"setuju": dunia.terbitan.sidik_kini}
    isi = klien.get(dunia.alamat(), setuju).content.decode()
    assert 0 < isi.index('value="tanda-tangani"') < isi.index('value="minta-kode"')
    settings.BSRE_VERSI = 1
    assert "minta-kode" not in klien.get(dunia.alamat(), setuju).content.decode()


@pytest.mark.parametrize(
    ("ulah", "kalimat"),
    [
        (Ulah.BERKAS_LAIN, "berbeda dari yang dikirim"),
        (Ulah.TANPA_TANDA, "tanpa tanda tangan"),
        (Ulah.GALAT_500, ""),
        (Ulah.PUTUS, "Layanan mungkin sudah menandatangani walaupun jawabannya tidak sampai"),
        (Ulah.PUTUS_DI_TENGAH, "Layanan mungkin sudah menandatangani"),
    ],
)
def test_layanan_yang_berulah_tidak_menghasilkan_apa_pun(
    klien: Client, dunia: DuniaTanda, layanan: LayananTiruan, ulah: Ulah, kalimat: str
) -> None:
    layanan.ulah = ulah
    jawaban = _kirim(klien, dunia)
    assert jawaban.status_code == 422
    assert kalimat in jawaban.content.decode()
    assert (dunia.segar().terbitan.keadaan, dunia.kepala.sidik_hasil) == ("final", "")
    layanan.ulah = Ulah.BAIK
    assert _kirim(klien, dunia).status_code == 302


def test_sandi_salah_dan_orang_lain(
    klien: Client, dunia: DuniaTanda, layanan: LayananTiruan, settings: Settings
) -> None:
    layanan.daftar = [_pemegang(pejabat_uji.gubernur())]
    assert "atas nama Contoh Gubernur tidak cocok" in _kirim(klien, dunia).content.decode()
    for _ in range(settings.GAGAL_MASUK_MAKS):
        assert _kirim(klien, dunia, sandi="keliru").status_code == 422
    assert "Terlalu banyak sandi atau kode yang salah" in _kirim(klien, dunia).content.decode()
    assert dunia.segar().terbitan.keadaan == "final"


def test_layanan_mati(klien: Client, dunia: DuniaTanda, settings: Settings) -> None:
    settings.BSRE_ALAMAT = "http://127.0.0.1:9"
    assert _kirim(klien, dunia).status_code == 422
    assert TindakanTandaTangan.objects.get().keadaan == "gagal"
