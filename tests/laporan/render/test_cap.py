"""What a final version carries: the foot of every page, the QR at the signatures, an empty field for each party."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from PIL import Image

from lkjip.laporan.data_terbitan import BIDANG_KEPALA, BIDANG_KEPALA_DAERAH, Cap, JenisSertifikat
from lkjip.laporan.isi import (
    Bab,
    Dokumen,
    JenisBab,
    Kertas,
    Kolom,
    Paragraf,
    Pihak,
    Sampul,
    Tabel,
    TandaTangan,
    Teks,
)
from lkjip.laporan.render.bidang_tanda import daftar_pihak
from lkjip.laporan.render.html import html_laporan
from lkjip.laporan.render.pdf import BerkasLampiran, pdf_laporan
from lkjip.laporan.render.simpul import tempat_tanggal

ALAMAT = "https://lkjip.contoh.go.id/v/K7QM3XTF9R2P/"
CAP = Cap("K7QM3XTF9R2P", ALAMAT, JenisSertifikat.BSRE)
KEDUA = Pihak("Pihak Kedua", "Gubernur Contoh", "Nama Gubernur", tanpa_nip=True, kunci=BIDANG_KEPALA_DAERAH)
PERTAMA = Pihak("Pihak Pertama", "Kepala Badan", "Nama Kepala", "Pembina", "1980", kunci=BIDANG_KEPALA)
ULANG = tuple(replace(satu, kunci=f"ulang-{satu.kunci}") for satu in (KEDUA, PERTAMA))


def _dokumen(cap: Cap | None = CAP, kertas: Kertas = Kertas.A4, kaki: str = "") -> Dokumen:
    """A cover, two parties upright, and both once more on a landscape page."""
    isi = (Paragraf((Teks("Perjanjian kinerja."),)), TandaTangan((KEDUA, PERTAMA), "Samarinda"))
    lebar = Tabel((Kolom(50), Kolom(50)), (), mendatar=True, nomor_kolom=False)
    bab = (
        Bab("a", "Pernyataan", isi, JenisBab.POLOS),
        Bab("b", "Lampiran", (lebar, TandaTangan(ULANG, "Samarinda")), JenisBab.POLOS),
    )
    sampul = Sampul("Laporan", "Tahun 2024", "Pemda", "Badan", "Samarinda, 2025")
    return Dokumen("Laporan", "Badan", kaki, None, sampul, bab, kertas=kertas, cap=cap)


@cache
def _final(kertas: Kertas = Kertas.A4) -> bytes:
    return pdf_laporan(_dokumen(kertas=kertas), akhir=True)


def _teks(isi: bytes) -> list[str]:
    """The text of each page."""
    hasil = subprocess.run(["pdftotext", "-layout", "-", "-"], input=isi, capture_output=True, check=True)
    return hasil.stdout.decode().split("\f")[:-1]


def _bidang(isi: bytes) -> dict[str, tuple[int, list[float]]]:
    """Name of each field: its page and rectangle."""
    with pikepdf.open(BytesIO(isi)) as pdf:
        halaman = [satu.objgen for satu in (p.obj for p in pdf.pages)]
        return {
            str(satu.T): (halaman.index(satu.P.objgen), [float(sisi) for sisi in satu.Rect])
            for satu in pdf.Root.AcroForm.Fields
        }


def test_kaki_hukum_dan_kode_ada_di_setiap_halaman() -> None:
    for satu in _teks(_final()):
        assert "UU ITE Pasal 5 ayat (1)" in satu
        assert "diterbitkan oleh BSrE, BSSN" in satu
        assert f"K7QM-3XTF-9R2P · periksa di {ALAMAT}" in " ".join(satu.split())


@pytest.mark.parametrize(
    ("jenis", "ada", "tidak"),
    [
        (JenisSertifikat.LAIN, "menggunakan sertifikat elektronik.", "BSrE"),
        (JenisSertifikat.PERCOBAAN, "PERCOBAAN", "BSrE"),
    ],
)
def test_kaki_menurut_penerbit_sertifikat(jenis: JenisSertifikat, ada: str, tidak: str) -> None:
    for satu in _teks(pdf_laporan(_dokumen(replace(CAP, jenis_sertifikat=jenis)), akhir=True)):
        assert ada in satu
        assert tidak not in satu


def test_tanpa_cap_tidak_ada_kaki_hukum_dan_tidak_ada_bidang() -> None:
    isi = pdf_laporan(_dokumen(cap=None), akhir=True)
    assert "UU ITE" not in "".join(_teks(isi))
    with pikepdf.open(BytesIO(isi)) as pdf:
        assert "/AcroForm" not in pdf.Root


@pytest.mark.parametrize("kertas", list(Kertas))
def test_satu_bidang_kosong_bagi_tiap_pihak_di_blok_pertamanya(kertas: Kertas) -> None:
    bidang = _bidang(_final(kertas))
    assert list(bidang) == [BIDANG_KEPALA_DAERAH, BIDANG_KEPALA]
    assert {halaman for halaman, _ in bidang.values()} == {1}
    for _, (kiri, bawah, kanan, atas) in bidang.values():
        assert 190 < kanan - kiri < 215
        assert 60 < atas - bawah < 80
        assert 0 < bawah < atas < kertas.ukuran_mm[1] * 72 / 25.4
    kedua, pertama = (kotak for _, kotak in bidang.values())
    assert kedua[2] <= pertama[0]


def test_qr_terbaca_dari_gambar_halaman(tmp_path: Path) -> None:
    (tmp_path / "final.pdf").write_bytes(_final())
    subprocess.run(["pdftoppm", "-r", "110", "-png", "final.pdf", "h"], cwd=tmp_path, check=True)
    gambar = sorted(tmp_path.glob("h-*.png"))
    terbaca = [[satu.text for satu in zxingcpp.read_barcodes(Image.open(path))] for path in gambar]
    assert terbaca == [[], [ALAMAT, ALAMAT], [ALAMAT, ALAMAT]]


def test_pdf14_untuk_mesin_lama_tanpa_lampiran() -> None:
    isi = pdf_laporan(_dokumen(), akhir=True, pdf14=True, lampiran_berkas=(BerkasLampiran("buku.xlsx", b"x"),))
    assert isi.startswith(b"%PDF-1.4")
    with pikepdf.open(BytesIO(isi)) as pdf:
        assert not pdf.attachments
        assert len(pdf.Root.AcroForm.Fields) == 2


def test_final_sama_byte_demi_byte() -> None:
    assert pdf_laporan(_dokumen(), akhir=True) == _final()


def test_pihak_yang_menandatangani_disebut_sekali() -> None:
    assert daftar_pihak(_dokumen()) == (KEDUA, PERTAMA)


def test_tanggal_yang_belum_diketahui_tidak_bertitik_pada_berkas_final() -> None:
    blok = TandaTangan((PERTAMA,), "Samarinda")
    assert tempat_tanggal(blok) == "Samarinda, ……………"
    assert tempat_tanggal(blok, bertitik=False) == "Samarinda"
    assert "……" not in "".join(_teks(_final()))


def test_layar_tidak_memuat_qr() -> None:
    assert html_laporan(_dokumen()) == html_laporan(_dokumen(cap=None))
