"""A certificate authority for trying out: everything that it issues says PERCOBAAN in its name and its organisation.

Nobody outside this installation trusts it. The real thing is BSrE, or another authority of PP 71/2019.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from asn1crypto import crl as asn1_crl
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from lkjip.laporan.signing.data import Rahasia

TANDA = "PERCOBAAN"
ORGANISASI = f"{TANDA} - bukan sertifikat yang sah"
_TAHUN = timedelta(days=365)
_BIT_RSA = 2048

# Nobody answers there. Without such a place in the certificate, pyHanko looks at no revocation list at all, not even
# at one that lies among the trusted files.
_TEMPAT_CABUT = x509.CRLDistributionPoints(
    [x509.DistributionPoint([x509.UniformResourceIdentifier("http://percobaan.invalid/cabut.crl")], None, None, None)]
)

KunciPrivat = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True, eq=False)
class _Terbitan:
    sertifikat: x509.Certificate
    kunci: KunciPrivat = field(repr=False)

    @property
    def asn1(self) -> asn1_x509.Certificate:
        """The certificate as pyHanko wants it."""
        return asn1_x509.Certificate.load(self.sertifikat.public_bytes(serialization.Encoding.DER))

    @property
    def kunci_der(self) -> bytes:
        """The key, PKCS#8, unencrypted."""
        return self.kunci.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )

    @property
    def pem(self) -> bytes:
        return self.sertifikat.public_bytes(serialization.Encoding.PEM)


@dataclass(frozen=True, eq=False)
class PenerbitPercobaan(_Terbitan):
    """An authority with its key; `induk` is who issued it, None for a root."""

    induk: PenerbitPercobaan | None = None

    @property
    def rantai(self) -> tuple[x509.Certificate, ...]:
        """From this authority up to the root."""
        return (self.sertifikat, *(self.induk.rantai if self.induk else ()))

    def daftar_cabut(self, *dicabut: Pemegang, sejak: datetime | None = None) -> asn1_crl.CertificateList:
        """A list of revoked certificates, signed by this authority, good for a year from `sejak`."""
        mulai = sejak or _kemarin()
        daftar = x509.CertificateRevocationListBuilder().issuer_name(self.sertifikat.subject)
        daftar = daftar.last_update(mulai).next_update(mulai + _TAHUN).add_extension(x509.CRLNumber(1), critical=False)
        for satu in dicabut:
            cabut = x509.RevokedCertificateBuilder().serial_number(satu.sertifikat.serial_number)
            daftar = daftar.add_revoked_certificate(cabut.revocation_date(mulai).build())
        ditandai = daftar.add_extension(_kunci_penerbit(self), critical=False).sign(self.kunci, hashes.SHA256())
        return asn1_crl.CertificateList.load(ditandai.public_bytes(serialization.Encoding.DER))


@dataclass(frozen=True, eq=False)
class Pemegang(_Terbitan):
    """Somebody who signs, or a timestamp authority, with the certificates above."""

    rantai: tuple[x509.Certificate, ...] = ()

    def p12(self, sandi: Rahasia, *, nama: str = "") -> bytes:
        """The PKCS#12 file that the holder would keep."""
        kunci_berkas = serialization.BestAvailableEncryption(sandi.buka().encode())
        sebutan = (nama or "pemegang").encode()
        return pkcs12.serialize_key_and_certificates(sebutan, self.kunci, self.sertifikat, self.rantai, kunci_berkas)


def buat_penerbit_percobaan(
    nama: str = "Penerbit Sertifikat LKjIP",
    *,
    induk: PenerbitPercobaan | None = None,
    tanda: str = TANDA,
    sejak: datetime | None = None,
    sampai: datetime | None = None,
) -> PenerbitPercobaan:
    """A root authority, or with `induk` one below it. `tanda=""` is for tests that need one that is no trial."""
    kunci = rsa.generate_private_key(public_exponent=65537, key_size=_BIT_RSA)
    mulai = sejak or _kemarin()
    subjek = _nama(nama, tanda)
    bahan = _bahan(subjek, induk, kunci, mulai, sampai or mulai + 10 * _TAHUN)
    bahan = bahan.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    bahan = bahan.add_extension(_pemakaian(key_cert_sign=True, crl_sign=True), critical=True)
    return PenerbitPercobaan(bahan.sign(induk.kunci if induk else kunci, hashes.SHA256()), kunci, induk)


def buat_pemegang(
    penerbit: PenerbitPercobaan,
    nama: str,
    *,
    pengenal: str = "",
    tanda: str = TANDA,
    sejak: datetime | None = None,
    sampai: datetime | None = None,
    kurva: bool = False,
    penyangkalan: bool = True,
) -> Pemegang:
    """A signer. `pengenal`: serialNumber of the subject (NIK, NIP); `kurva`: an EC key instead of RSA;
    `penyangkalan=False`: a certificate whose key usage does not allow to sign documents.
    """
    kunci: KunciPrivat
    if kurva:
        kunci = ec.generate_private_key(ec.SECP256R1())
    else:
        kunci = rsa.generate_private_key(public_exponent=65537, key_size=_BIT_RSA)
    pemakaian = (
        _pemakaian(digital_signature=True, content_commitment=True)
        if penyangkalan
        else _pemakaian(key_encipherment=True)
    )
    mulai = sejak or _kemarin()
    bahan = _bahan(_nama(nama, tanda, pengenal), penerbit, kunci, mulai, sampai or mulai + 5 * _TAHUN)
    bahan = bahan.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    bahan = bahan.add_extension(pemakaian, critical=True)
    return Pemegang(bahan.sign(penerbit.kunci, hashes.SHA256()), kunci, penerbit.rantai)


def buat_penanda_waktu(penerbit: PenerbitPercobaan, nama: str = "Otoritas Waktu", *, tanda: str = TANDA) -> Pemegang:
    """A timestamp authority; RSA, as pyHanko's DummyTimeStamper wants it."""
    kunci = rsa.generate_private_key(public_exponent=65537, key_size=_BIT_RSA)
    mulai = _kemarin()
    bahan = _bahan(_nama(nama, tanda), penerbit, kunci, mulai, mulai + 5 * _TAHUN)
    bahan = bahan.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    bahan = bahan.add_extension(_pemakaian(digital_signature=True), critical=True)
    bahan = bahan.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    return Pemegang(bahan.sign(penerbit.kunci, hashes.SHA256()), kunci, penerbit.rantai)


def _kemarin() -> datetime:
    """A day back, so that machines whose clocks differ a little agree that it holds already."""
    return datetime.now(UTC).replace(microsecond=0) - timedelta(days=1)


def _nama(nama: str, tanda: str, pengenal: str = "") -> x509.Name:
    daftar = [x509.NameAttribute(NameOID.COUNTRY_NAME, "ID")]
    if tanda:
        daftar.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, ORGANISASI))
    if pengenal:
        daftar.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, pengenal))
    daftar.append(x509.NameAttribute(NameOID.COMMON_NAME, f"{nama} ({tanda})" if tanda else nama))
    return x509.Name(daftar)


def _bahan(
    subjek: x509.Name, induk: PenerbitPercobaan | None, kunci: KunciPrivat, sejak: datetime, sampai: datetime
) -> x509.CertificateBuilder:
    """What every certificate has."""
    penerbit = x509.AuthorityKeyIdentifier.from_issuer_public_key(kunci.public_key())
    bahan = (
        x509.CertificateBuilder()
        .subject_name(subjek)
        .issuer_name(induk.sertifikat.subject if induk else subjek)
        .public_key(kunci.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(sejak)
        .not_valid_after(sampai)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(kunci.public_key()), critical=False)
    )
    bahan = bahan.add_extension(_kunci_penerbit(induk) if induk else penerbit, critical=False)
    return bahan.add_extension(_TEMPAT_CABUT, critical=False) if induk else bahan


def _kunci_penerbit(penerbit: PenerbitPercobaan) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(penerbit.kunci.public_key())


def _pemakaian(
    *,
    digital_signature: bool = False,
    content_commitment: bool = False,
    key_encipherment: bool = False,
    key_cert_sign: bool = False,
    crl_sign: bool = False,
) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=digital_signature, content_commitment=content_commitment, key_encipherment=key_encipherment,
        data_encipherment=False, key_agreement=False, key_cert_sign=key_cert_sign, crl_sign=crl_sign,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
