"""The people of the signing tests: authorities, holders, a timestamp authority. Keys are made once a session."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache

from asn1crypto import keys
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from lkjip.laporan.signing.data import Rahasia
from lkjip.laporan.signing.percaya import Kepercayaan, susun_kepercayaan
from lkjip.laporan.signing.percobaan import (
    Pemegang,
    PenerbitPercobaan,
    buat_pemegang,
    buat_penanda_waktu,
    buat_penerbit_percobaan,
)

SANDI = "rahasia-uji-7Qx!"
PENGENAL_KEPALA = "197001011995031001"


@cache
def akar() -> PenerbitPercobaan:
    """The trusted trial root."""
    return buat_penerbit_percobaan("Akar Uji")


@cache
def perantara() -> PenerbitPercobaan:
    return buat_penerbit_percobaan("Perantara Uji", induk=akar())


@cache
def akar_asing() -> PenerbitPercobaan:
    """An authority that nobody trusts; it does not say percobaan."""
    return buat_penerbit_percobaan("Akar Asing", tanda="")


@cache
def kepala() -> Pemegang:
    return buat_pemegang(akar(), "Contoh Nama", pengenal=PENGENAL_KEPALA)


@cache
def gubernur() -> Pemegang:
    """Below the intermediate authority."""
    return buat_pemegang(perantara(), "Contoh Gubernur")


@cache
def orang_asing() -> Pemegang:
    return buat_pemegang(akar_asing(), "Contoh Nama", tanda="")


@cache
def kedaluwarsa() -> Pemegang:
    kini = datetime.now(UTC)
    return buat_pemegang(akar(), "Masa Lalu", sejak=kini - timedelta(days=800), sampai=kini - timedelta(days=30))


@cache
def belum_berlaku() -> Pemegang:
    return buat_pemegang(akar(), "Masa Depan", sejak=datetime.now(UTC) + timedelta(days=30))


@cache
def dicabut() -> Pemegang:
    """Revoked in `kepercayaan(cabut=True)`."""
    return buat_pemegang(akar(), "Sudah Dicabut")


@cache
def kurva() -> Pemegang:
    """An EC key."""
    return buat_pemegang(akar(), "Kunci Kurva", kurva=True)


@cache
def salah_guna() -> Pemegang:
    """A certificate for encryption only."""
    return buat_pemegang(akar(), "Bukan Penanda", penyangkalan=False)


@cache
def penanda_waktu() -> Pemegang:
    return buat_penanda_waktu(akar())


@cache
def p12(pemegang: Pemegang) -> bytes:
    """The holder's file; its passphrase is SANDI."""
    return pemegang.p12(Rahasia(SANDI))


def kepercayaan(*, cabut: bool = False) -> Kepercayaan:
    """Trusts the trial root (and knows the intermediate); with lists of revoked certificates if asked."""
    daftar = [akar().daftar_cabut(dicabut()), perantara().daftar_cabut()] if cabut else []
    return susun_kepercayaan([akar().asn1, perantara().asn1], daftar)


def otoritas_waktu() -> DummyTimeStamper:
    """A timestamp authority in this process."""
    simpanan = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    simpanan.register(akar().asn1)
    kunci = keys.PrivateKeyInfo.load(penanda_waktu().kunci_der)
    return DummyTimeStamper(penanda_waktu().asn1, kunci, certs_to_embed=simpanan)
