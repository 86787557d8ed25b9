"""The head signs through BSrE from the page, with the stand-in behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_terbitan import JenisSertifikat
from lkjip.laporan.models import NikPenandaTangan, TindakanTandaTangan
from lkjip.laporan.signing.bsre_tiruan import Ulah, layanan_tiruan
from lkjip.laporan.signing.bsre_tiruan_keadaan import LayananTiruan
from lkjip.laporan.simpanan_terbitan import baca_berkas
from tests.laporan.signing.pejabat_uji import SANDI
from tests.laporan.signing.test_bsre_tiruan import KEPALA, layanan
from tests.situs.conftest import _Sebagai
from tests.terbitan.dunia_tanda import DuniaTanda, buat_dunia_tanda, percayai


@pytest.fixture
def tiruan(settings: Settings, tmp_path: Path) -> Iterator[LayananTiruan]:
    percayai(settings, tmp_path)
    settings.BSRE_PENGGUNA, settings.BSRE_SANDI, settings.BSRE_DETIK = "lkjip", "tiruan", 5
    kini = layanan()
    with layanan_tiruan(kini) as alamat:
        settings.BSRE_ALAMAT = alamat
        yield kini


@pytest.fixture
def dunia(pemeran: dict[str, Pengguna]) -> DuniaTanda:
    return buat_dunia_tanda()


def kirim(sebagai: _Sebagai, dunia: DuniaTanda, **lain: Any) -> str:
    isi = {"setuju": dunia.terbitan.sidik_kini, "cara": "bsre", "nik": KEPALA, "sandi": SANDI, "aksi": "tanda-tangani"}
    jawaban = sebagai("kepala").post(dunia.alamat(), isi | lain, follow=True)
    return str(jawaban.content.decode())


@pytest.mark.parametrize("versi", [1, 2])
def test_kepala_menandatangani_lewat_bsre(
    tiruan: LayananTiruan, sebagai: _Sebagai, dunia: DuniaTanda, settings: Settings, versi: int
) -> None:
    settings.BSRE_VERSI, semula = versi, dunia.terbitan.sidik_final
    halaman = kirim(sebagai, dunia, ingat_nik="on")
    assert "Tanda tangan dibubuhkan dan sudah diperiksa." in halaman
    tanda = dunia.segar().kepala
    assert (dunia.terbitan.keadaan, tanda.cara, tanda.percobaan) == ("ditandatangani", "bsre", True)
    assert bool(tanda.id_dokumen) is (versi == 1)
    assert baca_berkas(tanda.sidik_hasil).startswith(baca_berkas(semula))
    assert NikPenandaTangan.objects.get().nik == KEPALA


def test_kode_sekali_pakai_diminta_lalu_dipakai(tiruan: LayananTiruan, sebagai: _Sebagai, dunia: DuniaTanda) -> None:
    kabar: list[str] = []
    tiruan.kabar = kabar.append
    assert "Kode sekali pakai sudah diminta" in kirim(sebagai, dunia, sandi="", aksi="minta-kode")
    kode = next(satu for satu in kabar if "Kode" in satu).rpartition(" ")[2]
    assert "sudah diperiksa" in kirim(sebagai, dunia, sandi="", totp=kode)
    assert tiruan.banyak_tanda == 1


@pytest.mark.parametrize(
    ("ulah", "pesan"),
    [
        (Ulah.SIBUK, "sedang tidak melayani"), (Ulah.PUTUS, "mungkin sudah menandatanganinya"),
        (Ulah.BERKAS_LAIN, "berbeda dari yang dikirim"), (Ulah.ORANG_LAIN, "tidak cocok dengan penanda tangan"),
        (Ulah.TANPA_TANDA, "tanpa tanda tangan"),
    ],
)  # fmt: skip
def test_layanan_yang_menyimpang_tidak_mengubah_dokumen(
    tiruan: LayananTiruan, sebagai: _Sebagai, dunia: DuniaTanda, ulah: Ulah, pesan: str
) -> None:
    tiruan.ulah = ulah
    assert pesan in kirim(sebagai, dunia)
    dunia.segar()
    assert (dunia.terbitan.keadaan, dunia.terbitan.sidik_kini) == ("final", dunia.terbitan.sidik_final)
    assert TindakanTandaTangan.objects.get().keadaan == "gagal"
    tiruan.ulah = Ulah.BAIK
    assert "sudah diperiksa" in kirim(sebagai, dunia)


def test_sandi_salah_disebut_dan_tidak_terbawa(tiruan: LayananTiruan, sebagai: _Sebagai, dunia: DuniaTanda) -> None:
    halaman = kirim(sebagai, dunia, sandi="keliru-8812")
    assert "Passphrase BSrE salah" in halaman
    assert "keliru-8812" not in halaman


def test_dokumen_resmi_menolak_tiruan(tiruan: LayananTiruan, sebagai: _Sebagai, pemeran: dict[str, Pengguna]) -> None:
    dunia = buat_dunia_tanda(jenis=JenisSertifikat.BSRE)
    assert "hanya untuk percobaan" in kirim(sebagai, dunia)
    assert dunia.segar().terbitan.keadaan == "final"
