"""Signing with a key file: what comes out, what is refused, and that no secret leaves in an error."""

from __future__ import annotations

import logging
import shutil
import subprocess
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.dss import DocumentSecurityStore

from lkjip.laporan.signing import p12 as modul_p12
from lkjip.laporan.signing.bidang import daftar_bidang
from lkjip.laporan.signing.data import GagalTandaTangan, PermintaanTandaTangan, Rahasia, Stempel
from lkjip.laporan.signing.p12 import PenandaP12, SetelanTandaTangan
from tests.laporan.render.verapdf import periksa_berkas
from tests.laporan.signing import pejabat_uji as pejabat
from tests.laporan.signing.berkas_uji import berkas_akhir
from tests.laporan.signing.otoritas_uji import layanan_waktu
from tests.laporan.signing.pejabat_uji import SANDI, kepercayaan, p12

STEMPEL = Stempel("Contoh Nama", "Kepala Badan Kepegawaian Daerah", "Pembina Utama Madya", "19700101 199503 1 001")


def _penanda(
    pemegang: Any = None, *, sandi: str = SANDI, setelan: SetelanTandaTangan | None = None, isi: bytes = b""
) -> PenandaP12:
    return PenandaP12(isi or p12(pemegang or pejabat.kepala()), Rahasia(sandi), setelan or SetelanTandaTangan())


def _minta(isi: bytes | None = None, bidang: str = "ttd-kepala", stempel: Stempel = STEMPEL) -> PermintaanTandaTangan:
    return PermintaanTandaTangan(berkas_akhir() if isi is None else isi, bidang, stempel, "Menyetujui", "Samarinda")


def _dua_tanda() -> tuple[bytes, bytes]:
    satu = _penanda().tandatangani(_minta()).isi
    return satu, _penanda(pejabat.gubernur()).tandatangani(_minta(satu, "ttd-kepala-daerah")).isi


def _putusan(isi: bytes) -> list[Any]:
    konteks = kepercayaan().konteks()
    return [
        validate_pdf_signature(tanda, signer_validation_context=konteks)
        for tanda in PdfFileReader(BytesIO(isi)).embedded_signatures
    ]


def test_tanda_tangan_hanya_menambah_dan_yang_kedua_menjaga_yang_pertama(tmp_path: Path) -> None:
    satu, dua = _dua_tanda()
    assert satu.startswith(berkas_akhir())
    assert dua.startswith(satu)
    assert [putusan.bottom_line for putusan in _putusan(dua)] == [True, True]
    akhir = PdfFileReader(BytesIO(dua)).embedded_signatures[-1]
    assert akhir.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert akhir.md_algorithm == "sha256"
    assert akhir.sig_object["/Reason"] == "Menyetujui"


def test_berkas_bertanda_tangan_tetap_pdf_a_3a_dan_pdf_ua_1(tmp_path: Path) -> None:
    berkas = []
    for nama, isi in zip(("satu", "dua"), _dua_tanda(), strict=True):
        tujuan = tmp_path / f"{nama}.pdf"
        tujuan.write_bytes(isi)
        berkas += [f"3a:{tujuan}", f"ua1:{tujuan}"]
    assert not {satu: salah for satu, salah in periksa_berkas(berkas).items() if salah}


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="perlu poppler-utils")
def test_pemeriksa_lain_setuju(tmp_path: Path) -> None:
    tujuan = tmp_path / "dua.pdf"
    tujuan.write_bytes(_dua_tanda()[1])
    kata = subprocess.run(["pdfsig", str(tujuan)], capture_output=True, text=True, check=False).stdout
    assert kata.count("Signature is Valid.") == 2
    assert kata.count("Total document signed") == 1
    assert kata.count("ETSI.CAdES.detached") == 2


def test_kunci_kurva_juga_menandatangani() -> None:
    isi = _penanda(pejabat.kurva()).tandatangani(_minta()).isi
    assert [putusan.bottom_line for putusan in _putusan(isi)] == [True]


def test_stempel_seukuran_kotaknya() -> None:
    isi = _penanda().tandatangani(_minta()).isi
    with pikepdf.open(BytesIO(isi)) as pdf:
        bentuk = pdf.Root.AcroForm.Fields[0].AP.N
        assert sorted(int(sisi) for sisi in bentuk.BBox) == [0, 0, 74, 213]


@pytest.mark.parametrize(
    ("pemegang", "sandi", "kalimat"),
    [
        (pejabat.kepala, "salah", "Sandi berkas kunci"),
        (pejabat.kepala, "", "Sandi berkas kunci"),
        (pejabat.kepala, "\udc80", "Sandi memuat karakter"),
        (pejabat.kedaluwarsa, SANDI, "Sertifikat Masa Lalu sudah kedaluwarsa sejak"),
        (pejabat.belum_berlaku, SANDI, "Sertifikat Masa Depan baru berlaku mulai"),
        (pejabat.salah_guna, SANDI, "bukan untuk tanda tangan"),
    ],
)
def test_kunci_yang_tidak_dapat_dipakai_ditolak_dengan_kalimat(pemegang: Any, sandi: str, kalimat: str) -> None:
    with pytest.raises(GagalTandaTangan, match=kalimat):
        _penanda(pemegang(), sandi=sandi).tandatangani(_minta())


@pytest.mark.parametrize("isi", [b"bukan kunci", b"0" * 70_000, b"\x30\x03\x02\x01\x03"])
def test_berkas_yang_bukan_kunci_ditolak(isi: bytes) -> None:
    with pytest.raises(GagalTandaTangan, match=r"bukan berkas \.p12|terlalu besar"):
        _penanda(isi=isi).periksa()


def test_kunci_tanpa_pasangan_dan_milik_penerbit_ditolak() -> None:
    enkripsi = serialization.BestAvailableEncryption(SANDI.encode())
    akar = pejabat.akar()
    tanpa = pkcs12.serialize_key_and_certificates(None, None, None, [akar.sertifikat], enkripsi)
    kepala, gubernur = pejabat.kepala(), pejabat.gubernur()
    salah = pkcs12.serialize_key_and_certificates(None, gubernur.kunci, None, [kepala.sertifikat], enkripsi)
    penerbit = pkcs12.serialize_key_and_certificates(None, akar.kunci, akar.sertifikat, None, enkripsi)
    with pytest.raises(GagalTandaTangan, match="tidak memuat kunci privat"):
        _penanda(isi=tanpa).periksa()
    with pytest.raises(GagalTandaTangan, match="tidak memuat sertifikat"):
        _penanda(isi=salah).periksa()
    with pytest.raises(GagalTandaTangan, match="sertifikat penerbit"):
        _penanda(isi=penerbit).periksa()


@pytest.mark.parametrize(
    ("isi", "bidang", "kalimat"),
    [
        (None, "ttd-unit", "tidak mempunyai kotak tanda tangan 'ttd-unit'"),
        (b"%PDF-1.7 rusak", "ttd-kepala", "tidak dapat dibaca"),
        (b"", "ttd-kepala", "tidak dapat dibaca"),
    ],
)
def test_berkas_yang_tidak_dapat_ditandatangani(isi: bytes | None, bidang: str, kalimat: str) -> None:
    with pytest.raises(GagalTandaTangan, match=kalimat):
        _penanda().tandatangani(_minta(isi, bidang))


def test_kotak_yang_terisi_tidak_ditandatangani_lagi() -> None:
    with pytest.raises(GagalTandaTangan, match="sudah ditandatangani"):
        _penanda().tandatangani(_minta(_dua_tanda()[0]))


def test_berkas_asing_mendapat_kotak_baru_di_kaki_halaman_terakhir() -> None:
    keluar = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.add_blank_page(page_size=(842, 595))
        pdf.save(keluar)
    isi = keluar.getvalue()
    for ke in range(3):
        penanda = PenandaP12(p12(pejabat.kepala()), Rahasia(SANDI), SetelanTandaTangan(), bidang_baru=True)
        isi = penanda.tandatangani(_minta(isi, f"t{ke}")).isi
    assert [satu.terisi for satu in daftar_bidang(PdfFileReader(BytesIO(isi)))] == [True] * 3
    assert [putusan.bottom_line for putusan in _putusan(isi)] == [True] * 3


def test_dengan_penanda_waktu_menjadi_b_t() -> None:
    with layanan_waktu() as alamat:
        isi = _penanda(setelan=SetelanTandaTangan(tsa=alamat)).tandatangani(_minta()).isi
    (putusan,) = _putusan(isi)
    assert putusan.bottom_line
    assert putusan.timestamp_validity.trusted


def test_dengan_data_pencabutan_menjadi_b_lt_yang_terperiksa_tanpa_jaringan() -> None:
    with layanan_waktu() as alamat:
        setelan = SetelanTandaTangan(tsa=alamat, lt=True, kepercayaan=kepercayaan(cabut=True))
        satu = _penanda(setelan=setelan).tandatangani(_minta()).isi
        dua = _penanda(pejabat.gubernur(), setelan=setelan).tandatangani(_minta(satu, "ttd-kepala-daerah")).isi
    pembaca = PdfFileReader(BytesIO(dua))
    pilihan = {"trust_roots": [pejabat.akar().asn1], "allow_fetching": False, "revocation_mode": "require"}
    konteks = DocumentSecurityStore.read_dss(pembaca).as_validation_context(pilihan)
    putusan = [validate_pdf_signature(t, signer_validation_context=konteks) for t in pembaca.embedded_signatures]
    assert [satu.bottom_line for satu in putusan] == [True, True]


@pytest.mark.parametrize(
    ("pemegang", "cabut", "kalimat"),
    [
        (pejabat.kepala, False, "tidak dapat diperiksa untuk tingkat B-LT"),
        (pejabat.orang_asing, True, "tidak dapat diperiksa untuk tingkat B-LT"),
        (pejabat.dicabut, True, "sudah dicabut"),
    ],
)
def test_tingkat_yang_diminta_tidak_diturunkan_diam_diam(pemegang: Any, cabut: bool, kalimat: str) -> None:
    with layanan_waktu() as alamat:
        setelan = SetelanTandaTangan(tsa=alamat, lt=True, kepercayaan=kepercayaan(cabut=cabut))
        with pytest.raises(GagalTandaTangan, match=kalimat):
            _penanda(pemegang(), setelan=setelan).tandatangani(_minta())


def test_b_lt_tanpa_penanda_waktu_ditolak() -> None:
    with pytest.raises(GagalTandaTangan, match="LKJIP_TTD_TSA"):
        _penanda(setelan=SetelanTandaTangan(lt=True)).tandatangani(_minta())


@pytest.mark.parametrize("ulah", ["bisu", "menetes", "pindah", "500", "rusak"])
def test_penanda_waktu_yang_gagal_tidak_menahan_penanda_tangan(ulah: str) -> None:
    with layanan_waktu(ulah) as alamat:
        mulai = datetime.now(UTC)
        with pytest.raises(GagalTandaTangan, match="penanda waktu"):
            _penanda(setelan=SetelanTandaTangan(tsa=alamat, tsa_detik=0.4)).tandatangani(_minta())
        assert (datetime.now(UTC) - mulai).total_seconds() < 3


def test_penanda_waktu_yang_mati_dikatakan() -> None:
    with layanan_waktu() as alamat:
        mati = alamat
    with pytest.raises(GagalTandaTangan, match="belum ditandatangani"):
        _penanda(setelan=SetelanTandaTangan(tsa=mati)).tandatangani(_minta())


SANDI_PENANDA = "PENANDA-rahasia-93bd"


def _semua_kata(galat: BaseException | None) -> str:
    """What an error page could show: texts, causes, and the variables of our frames."""
    kata = []
    while galat is not None:
        jejak = galat.__traceback__
        while jejak:
            if "/lkjip/" in jejak.tb_frame.f_code.co_filename:
                kata.append(repr(jejak.tb_frame.f_locals))
            jejak = jejak.tb_next
        kata.append(f"{galat!r} {galat}")
        galat = galat.__cause__ or galat.__context__
    return "\n".join(kata)


@pytest.mark.parametrize("tahap", ["sandi salah", "menandatangani", "galat tak terduga"])
def test_sandi_dan_kunci_tidak_terbawa_kesalahan(
    tahap: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    benar = pejabat.kepala().p12(Rahasia(SANDI_PENANDA))
    isi = p12(pejabat.kepala()) if tahap == "sandi salah" else benar

    def celaka(*_: object, **__: object) -> None:
        raise (GagalTandaTangan("uji") if tahap == "menandatangani" else RuntimeError(SANDI_PENANDA))

    if tahap != "sandi salah":
        monkeypatch.setattr(modul_p12, "gaya_stempel", celaka)
    with pytest.raises(GagalTandaTangan) as tangkap:
        _penanda(isi=isi, sandi=SANDI_PENANDA).tandatangani(_minta())
    kata = _semua_kata(tangkap.value) + caplog.text
    assert SANDI_PENANDA not in kata
    assert repr(pejabat.kepala().kunci_der)[2:60] not in kata
