"""Whom the installation trusts, read from a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization

from lkjip.laporan.signing.percaya import BerkasKepercayaanRusak, load_tepercaya, nama_pemegang, sertifikat_percobaan
from tests.laporan.signing import pejabat_uji as pejabat


def test_folder_yang_tidak_ada_atau_kosong_tidak_mempercayai_siapa_pun(tmp_path: Path) -> None:
    assert load_tepercaya(tmp_path / "tak-ada").kosong
    (tmp_path / "BACA.txt").write_text("bukan sertifikat")
    (tmp_path / "folder.pem").mkdir()
    assert load_tepercaya(tmp_path).kosong


def test_pem_berisi_beberapa_der_dan_daftar_pencabutan(tmp_path: Path) -> None:
    (tmp_path / "uji.pem").write_bytes(b"# keterangan\n" + pejabat.akar().pem + pejabat.perantara().pem)
    (tmp_path / "asing.CER").write_bytes(pejabat.akar_asing().asn1.dump())
    (tmp_path / "kembar.crt").write_bytes(pejabat.akar().pem)
    (tmp_path / "cabut.crl").write_bytes(pejabat.akar().daftar_cabut(pejabat.dicabut()).dump())
    percaya = load_tepercaya(tmp_path)
    assert {nama_pemegang(satu) for satu in percaya.roots} == {"Akar Uji", "Akar Asing"}
    assert [nama_pemegang(satu) for satu in percaya.intermediates] == ["Perantara Uji"]
    assert len(percaya.crls) == 1
    assert [nama_pemegang(satu) for satu in percaya.daftar_percobaan] == ["Akar Uji"]


def test_perantara_yang_akarnya_tidak_ada_dipercaya_sendiri(tmp_path: Path) -> None:
    (tmp_path / "perantara.pem").write_bytes(pejabat.perantara().pem)
    assert [nama_pemegang(satu) for satu in load_tepercaya(tmp_path).roots] == ["Perantara Uji"]


@pytest.mark.parametrize(
    ("nama", "isi", "kalimat"),
    [
        ("rusak.pem", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "bukan sertifikat X.509"),
        ("kosong.crt", b"", "bukan sertifikat X.509"),
        ("acak.cer", b"\x30\x82\x01\x00acak", "bukan sertifikat X.509"),
        ("orang.pem", pejabat.kepala().pem, "bukan sertifikat penerbit"),
        ("rusak.crl", b"\x30\x03abc", "bukan daftar pencabutan"),
        ("salah.crl", pejabat.akar().pem, "yang diharapkan X509 CRL"),
    ],
)
def test_berkas_yang_tidak_dapat_dipakai_disebut_namanya(tmp_path: Path, nama: str, isi: bytes, kalimat: str) -> None:
    (tmp_path / nama).write_bytes(isi)
    with pytest.raises(BerkasKepercayaanRusak, match=kalimat) as tangkap:
        load_tepercaya(tmp_path)
    assert nama in str(tangkap.value)


def test_kunci_privat_di_antara_sertifikat_ditolak(tmp_path: Path) -> None:
    kunci = pejabat.akar().kunci.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (tmp_path / "akar.pem").write_bytes(pejabat.akar().pem + kunci)
    with pytest.raises(BerkasKepercayaanRusak, match="kunci privat"):
        load_tepercaya(tmp_path)


def test_setiap_sertifikat_percobaan_mengatakannya() -> None:
    for satu in (pejabat.akar(), pejabat.perantara(), pejabat.kepala(), pejabat.penanda_waktu()):
        assert sertifikat_percobaan(satu.asn1)
        assert str(satu.asn1.subject.native).count("PERCOBAAN") == 2
    assert not sertifikat_percobaan(pejabat.orang_asing().asn1)
