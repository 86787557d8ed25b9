"""`manage.py buat_percobaan` and `tandatangan`: from nothing to a signed file."""

from __future__ import annotations

import stat
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pyhanko.pdf_utils.reader import PdfFileReader
from pytest_django import Settings

from lkjip.checks import check_tepercaya
from lkjip.laporan.signing.bidang import daftar_bidang
from lkjip.laporan.signing.percaya import load_tepercaya
from lkjip.management.commands.buat_demo import SANDI_DEMO
from tests.laporan.signing import pejabat_uji as pejabat
from tests.laporan.signing.berkas_uji import berkas_akhir


@pytest.fixture
def kunci(settings: Settings, tmp_path: Path) -> Path:
    settings.DEBUG, settings.KUNCI = True, tmp_path / "kunci"
    settings.TTD_TSA, settings.TTD_LT = "", False
    return tmp_path / "kunci"


def _jalankan(perintah: str, *pilihan: object) -> str:
    keluaran = StringIO()
    call_command(perintah, *map(str, pilihan), stdout=keluaran)
    return keluaran.getvalue()


def _tandatangani(monkeypatch: pytest.MonkeyPatch, sandi: str, *pilihan: object) -> str:
    monkeypatch.setattr("sys.stdin", StringIO(f"{sandi}\n"))
    return _jalankan("tandatangan", *pilihan, "--sandi-dari-stdin")


def test_penerbit_percobaan_dibuat_sekali_dan_rahasianya_terjaga(kunci: Path) -> None:
    assert "PERCOBAAN" in _jalankan("buat_percobaan")
    pemegang = kunci / "pemegang" / "kepala.p12"
    isi = pemegang.read_bytes()
    assert "sudah ada" in _jalankan("buat_percobaan")
    assert pemegang.read_bytes() == isi
    assert len(load_tepercaya(kunci / "tepercaya").daftar_percobaan) == 1
    for rahasia in (pemegang, kunci / "percobaan" / "penerbit.key"):
        assert stat.S_IMODE(rahasia.stat().st_mode) == 0o600
        assert stat.S_IMODE(rahasia.parent.stat().st_mode) == 0o700


def test_penerbit_yang_hilang_dibuat_baru_beserta_pemegangnya(kunci: Path) -> None:
    _jalankan("buat_percobaan")
    lama = (kunci / "pemegang" / "kepala.p12").read_bytes()
    (kunci / "percobaan" / "penerbit.key").unlink()
    assert "dibuat" in _jalankan("buat_percobaan", "--pemegang", "gubernur", "--nama", "Contoh Gubernur")
    assert (kunci / "pemegang" / "kepala.p12").read_bytes() != lama
    assert (kunci / "pemegang" / "gubernur.p12").is_file()
    assert len(load_tepercaya(kunci / "tepercaya").roots) == 1


@pytest.mark.parametrize("pilihan", [("--pemegang", "../x", "--nama", "X"), ("--pemegang", "x")])
def test_pemegang_yang_salah_tulis_ditolak(kunci: Path, pilihan: tuple[str, ...]) -> None:
    with pytest.raises(CommandError):
        _jalankan("buat_percobaan", *pilihan)
    assert not kunci.exists()


def test_percobaan_ditolak_di_server(kunci: Path, settings: Settings) -> None:
    settings.DEBUG = False
    with pytest.raises(CommandError, match="tidak dibuat di server"):
        _jalankan("buat_percobaan")
    assert not kunci.exists()


def test_berkas_ditandatangani_pada_kotak_yang_masih_kosong(
    kunci: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _jalankan("buat_percobaan")
    asal, satu, dua = (tmp_path / f"{nama}.pdf" for nama in ("asal", "satu", "dua"))
    asal.write_bytes(berkas_akhir())
    p12 = kunci / "pemegang" / "kepala.p12"
    kata = _tandatangani(monkeypatch, SANDI_DEMO, asal, "-o", satu, "--p12", p12, "--jabatan", "Kepala")
    assert "Nama Kepala BKD" in kata
    assert "'ttd-kepala'" in kata
    assert "'ttd-kepala-daerah'" in _tandatangani(monkeypatch, SANDI_DEMO, satu, "-o", dua, "--p12", p12)
    assert dua.read_bytes().startswith(satu.read_bytes())
    assert "'tanda-tangan-3'" in _tandatangani(monkeypatch, SANDI_DEMO, dua, "-o", tmp_path / "t.pdf", "--p12", p12)
    daftar = daftar_bidang(PdfFileReader(BytesIO((tmp_path / "t.pdf").read_bytes())))
    assert [bidang.terisi for bidang in daftar] == [True, True, True]


@pytest.mark.parametrize(
    ("sandi", "pilihan", "kalimat"),
    [
        ("salah", {}, "Sandi berkas kunci"),
        (SANDI_DEMO, {"-o": "asal.pdf"}, "tidak ditimpa"),
        (SANDI_DEMO, {"--p12": "tak-ada.p12"}, "tidak dapat dibaca"),
        (SANDI_DEMO, {"berkas": "rusak.pdf"}, "bukan PDF yang dapat ditandatangani"),
    ],
)
def test_yang_gagal_tidak_menulis_apa_pun(
    kunci: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sandi: str, pilihan: dict[str, str], kalimat: str
) -> None:
    _jalankan("buat_percobaan")
    (tmp_path / "asal.pdf").write_bytes(berkas_akhir())
    (tmp_path / "rusak.pdf").write_bytes(b"bukan pdf")
    isi = {"berkas": "asal.pdf", "-o": "hasil.pdf", "--p12": "kunci/pemegang/kepala.p12"} | pilihan
    with pytest.raises(CommandError, match=kalimat):
        _tandatangani(
            monkeypatch, sandi, tmp_path / isi["berkas"], "-o", tmp_path / isi["-o"], "--p12", tmp_path / isi["--p12"]
        )
    assert not (tmp_path / "hasil.pdf").exists()
    assert (tmp_path / "asal.pdf").read_bytes() == berkas_akhir()


def test_pemeriksaan_server_menyebut_yang_kurang(kunci: Path, settings: Settings) -> None:
    def kode() -> list[str | None]:
        return [satu.id for satu in check_tepercaya(None)]

    assert kode() == ["lkjip.W006"]
    tepercaya = kunci / "tepercaya"
    tepercaya.mkdir(parents=True)
    (tepercaya / "asing.pem").write_bytes(pejabat.akar_asing().pem)
    assert kode() == []
    settings.TTD_LT = True
    assert kode() == ["lkjip.W008"]
    (tepercaya / "uji.pem").write_bytes(pejabat.akar().pem)
    assert kode() == ["lkjip.W007", "lkjip.W008"]
    (tepercaya / "rusak.crt").write_bytes(b"x")
    assert kode() == ["lkjip.E001"]
