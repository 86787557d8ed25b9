"""The verdict on honest files: who, when, trusted or not, and what is no signed PDF at all."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from lkjip.laporan.signing import periksa_tanda, verifikasi
from lkjip.laporan.signing.data import Cakupan
from lkjip.laporan.signing.percaya import Kepercayaan
from lkjip.laporan.signing.percobaan import buat_pemegang
from tests.laporan.signing import pejabat_uji as pejabat
from tests.laporan.signing import tertanda
from tests.laporan.signing.berkas_uji import berkas_akhir


def test_berkas_yang_sah_menyebut_penandatangan_dan_sidiknya() -> None:
    hasil = verifikasi.verifikasi(tertanda.dua_kali(), pejabat.kepercayaan())
    assert (hasil.sah, hasil.banyak_halaman, hasil.percobaan) == (True, 2, True)
    kepala, gubernur = hasil.daftar
    assert (kepala.nama, kepala.pengenal, kepala.bidang) == ("Contoh Nama", pejabat.PENGENAL_KEPALA, "ttd-kepala")
    assert (kepala.cakupan, gubernur.cakupan) == (Cakupan.SELURUH_REVISI, Cakupan.SELURUH_BERKAS)
    assert gubernur.sidik_revisi == hasil.sidik
    assert type(kepala.bidang) is str  # a string of pyHanko would drag the whole file along wherever it is copied
    assert kepala.sidik_revisi == verifikasi.verifikasi(tertanda.sekali(), pejabat.kepercayaan()).sidik
    assert "Akar Uji" in kepala.penerbit
    assert periksa_tanda.WAKTU_MESIN in kepala.catatan


def test_stempel_waktu_dari_otoritas() -> None:
    isi = tertanda.polos(berkas_akhir(), pejabat.kepala(), waktu=True)
    (satu,) = verifikasi.verifikasi(isi, pejabat.kepercayaan()).daftar
    assert satu.sah
    assert satu.waktu_tepercaya
    assert periksa_tanda.WAKTU_MESIN not in satu.catatan


def test_percobaan_dikenali_dari_penerbitnya_saja() -> None:
    """Whoever holds the trial authority's key leaves the word out, and the authority's certificate too."""
    diam = replace(buat_pemegang(pejabat.akar(), "Contoh Nama", tanda="", kurva=True), rantai=())
    (satu,) = verifikasi.verifikasi(tertanda.polos(berkas_akhir(), diam), pejabat.kepercayaan()).daftar
    assert satu.sah
    assert satu.percobaan


def test_tanpa_penerbit_tepercaya_tak_ada_yang_sah() -> None:
    hasil = verifikasi.verifikasi(tertanda.sekali(), Kepercayaan())
    assert not hasil.sah
    assert hasil.daftar[0].utuh
    assert periksa_tanda.TAK_TEPERCAYA in hasil.daftar[0].catatan


def test_sertifikat_yang_dicabut() -> None:
    isi = tertanda.tandatangani(berkas_akhir(), pejabat.dicabut())
    assert verifikasi.verifikasi(isi, pejabat.kepercayaan()).sah
    hasil = verifikasi.verifikasi(isi, pejabat.kepercayaan(cabut=True))
    assert not hasil.sah
    assert periksa_tanda.DICABUT in hasil.daftar[0].catatan


def test_sertifikat_yang_kini_habis_masanya_disebut() -> None:
    """Seen from a later day the certificate has ended; at the time of signing it held."""
    hari = timedelta(days=1)
    sebentar = buat_pemegang(pejabat.akar(), "Sebentar", sampai=datetime.now(UTC) + hari)
    isi = tertanda.tandatangani(berkas_akhir(), sebentar)
    hasil = verifikasi.verifikasi(isi, pejabat.kepercayaan(), pada=datetime.now(UTC) + 10 * hari)
    assert hasil.sah
    assert periksa_tanda.KINI_HABIS in hasil.daftar[0].catatan


def test_waktu_di_masa_depan_tidak_sah() -> None:
    hasil = verifikasi.verifikasi(tertanda.sekali(), pejabat.kepercayaan(), pada=datetime.now(UTC) - timedelta(hours=5))
    assert not hasil.sah
    assert periksa_tanda.MASA_DEPAN in hasil.daftar[0].catatan


def _terkunci() -> bytes:
    keluar = BytesIO()
    with pikepdf.open(BytesIO(berkas_akhir())) as pdf:
        pdf.save(keluar, encryption=pikepdf.Encryption(owner="a", user="b"))
    return keluar.getvalue()


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (b"", verifikasi.KOSONG),
        (b"PK\x03\x04word/document.xml", verifikasi.OFFICE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", verifikasi.OFFICE),
        (b"<html></html>", verifikasi.BUKAN_PDF),
        (b"%PDF-1.7", verifikasi.RUSAK),
        (b"%PDF-1.7\n" + b"\xff" * 4000, verifikasi.RUSAK),
        (b"%PDF-1.7\nxref\n0 1\ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF", verifikasi.RUSAK),
    ],
)
def test_yang_bukan_pdf_bertanda_tangan_dijawab_dengan_kalimatnya(isi: bytes, kalimat: str) -> None:
    hasil = verifikasi.verifikasi(isi, pejabat.kepercayaan())
    assert (hasil.sah, hasil.catatan) == (False, (kalimat,))


def test_tanpa_tanda_tangan_dan_terkunci() -> None:
    assert verifikasi.verifikasi(berkas_akhir(), pejabat.kepercayaan()).catatan == (verifikasi.TANPA_TANDA,)
    assert verifikasi.verifikasi(_terkunci(), pejabat.kepercayaan()).catatan == (verifikasi.TERKUNCI,)


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler tidak terpasang")
def test_poppler_sependapat(tmp_path: Path) -> None:
    """Another validator on the same files: it, too, takes both signatures and refuses a changed byte."""

    def tanya(isi: bytes) -> str:
        (tmp_path / "berkas.pdf").write_bytes(isi)
        perintah = ["pdfsig", "-nocert", str(tmp_path / "berkas.pdf")]
        return subprocess.run(perintah, capture_output=True, text=True, check=False).stdout

    isi = tertanda.dua_kali()
    assert tanya(isi).count("Signature is Valid") == len(("kepala", "gubernur"))
    letak = isi.index(b"endstream") - 5
    assert "Digest Mismatch" in tanya(isi[:letak] + bytes([isi[letak] ^ 1]) + isi[letak + 1 :])
