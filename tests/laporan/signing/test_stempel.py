"""The visible signature: everything fits, whatever its length, and the QR's place stays empty."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from lkjip.laporan.signing.data import Stempel
from lkjip.laporan.signing.stempel import lebar_qr, pdf_stempel, tulis_waktu

LEBAR, TINGGI = 212.6, 73.7  # 75 × 26 mm
SAAT = datetime(2025, 2, 28, 7, 3, tzinfo=UTC)
PANJANG = Stempel(
    "CONTOH NAMA YANG PANJANG SEKALI SAMPAI DUA BARIS, S.Sos., M.Si., Ph.D.",
    "Kepala Badan Perencanaan Pembangunan, Riset, dan Inovasi Daerah Kabupaten Penukal Abab Lematang Ilir Utara",
    "Pembina Utama Madya", "19700101 199503 1 001", SAAT, percobaan=True,
)  # fmt: skip


def _kata(stempel: Stempel, tmp_path: Path, lebar: float = LEBAR, tinggi: float = TINGGI) -> str:
    berkas = tmp_path / "stempel.pdf"
    berkas.write_bytes(pdf_stempel(stempel, lebar, tinggi, zona=ZoneInfo("Asia/Jakarta")))
    hasil = subprocess.run(["pdftotext", "-bbox", str(berkas), "-"], capture_output=True, text=True, check=True)
    return hasil.stdout


@pytest.mark.parametrize(
    ("lebar", "tinggi"), [(LEBAR, TINGGI), (140.0, 62.0)], ids=["kotak laporan", "kotak berkas asing"]
)
def test_isi_yang_panjang_mengecil_sampai_muat(tmp_path: Path, lebar: float, tinggi: float) -> None:
    kata = _kata(PANJANG, tmp_path, lebar, tinggi)
    for satu in ("Ditandatangani", "Penukal", "M.Si.,", "Madya", "19700101", "28", "WIB", "PERCOBAAN,", "sah"):
        assert f">{satu}</word>" in kata
    assert kata.count("<page ") == 1


def test_tempat_qr_dibiarkan_kosong(tmp_path: Path) -> None:
    kiri = [
        float(baris.split('xMin="')[1].split('"')[0])
        for baris in _kata(PANJANG, tmp_path).splitlines()
        if "<word" in baris
    ]
    assert min(kiri) > TINGGI
    assert lebar_qr(LEBAR, TINGGI) == TINGGI
    assert lebar_qr(100, 80) == 0


def test_yang_tidak_ada_tidak_ditulis(tmp_path: Path) -> None:
    kata = _kata(Stempel("Gubernur <b>", "Gubernur & Wakil", waktu=SAAT), tmp_path)
    assert "NIP" not in kata
    assert "PERCOBAAN" not in kata
    assert "&lt;b&gt;" in kata


@pytest.mark.parametrize(
    ("zona", "tulisan"),
    [("Asia/Jakarta", "14.03 WIB"), ("Asia/Makassar", "15.03 WITA"), ("Asia/Jayapura", "16.03 WIT")],
)
def test_waktu_dengan_nama_zonanya(zona: str, tulisan: str) -> None:
    assert tulis_waktu(SAAT, ZoneInfo(zona)) == f"28 Februari 2025 {tulisan}"
