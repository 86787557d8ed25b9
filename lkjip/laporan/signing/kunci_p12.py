"""A PKCS#12 file and its passphrase → the key that signs, or a sentence why not."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

from asn1crypto import pkcs12 as asn1_pkcs12
from asn1crypto import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.keys import internal
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from lkjip.laporan.signing.data import GagalTandaTangan, Rahasia
from lkjip.laporan.signing.percaya import nama_pemegang
from lkjip.laporan.signing.stempel import tulis_waktu

BATAS_P12 = 64 * 1024  # bytes; a key, a certificate and its chain need some 5 kB
_BIT_RSA = 2048
_PEMAKAIAN = {"digital_signature", "non_repudiation"}


@dataclass(frozen=True, eq=False)
class KunciPemegang:
    """A key that is good for signing at the moment that it was opened."""

    sertifikat: x509.Certificate = field(repr=False)
    penanda: SimpleSigner = field(repr=False)
    pemakaian: frozenset[str] = frozenset()


def buka_p12(isi: bytes, sandi: Rahasia, *, saat: datetime, zona: tzinfo = UTC) -> KunciPemegang:
    """Raises GagalTandaTangan; its text and its traceback hold neither passphrase nor key."""
    _periksa_berkas(isi)
    bungkus = _urai(isi, sandi)
    if bungkus.key is None:
        raise GagalTandaTangan("Berkas .p12 ini tidak memuat kunci privat. Ekspor ulang sertifikat beserta kuncinya.")
    if bungkus.cert is None:
        raise GagalTandaTangan("Berkas .p12 ini tidak memuat sertifikat milik kuncinya. Ekspor ulang dari penerbitnya.")
    if not isinstance(bungkus.key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise GagalTandaTangan("Jenis kunci di berkas .p12 ini tidak didukung. Pakai kunci RSA atau EC.")
    if bungkus.key.public_key() != bungkus.cert.certificate.public_key():
        raise GagalTandaTangan("Kunci dan sertifikat di berkas .p12 ini bukan pasangan. Ekspor ulang satu kunci saja.")
    if isinstance(bungkus.key, rsa.RSAPrivateKey) and bungkus.key.key_size < _BIT_RSA:
        raise GagalTandaTangan(f"Kunci RSA di berkas .p12 ini terlalu pendek (kurang dari {_BIT_RSA} bit).")
    sertifikat = internal.translate_pyca_cryptography_cert_to_asn1(bungkus.cert.certificate)
    _periksa_masa(sertifikat, saat, zona)
    simpanan = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    simpanan.register_multiple(
        [internal.translate_pyca_cryptography_cert_to_asn1(satu.certificate) for satu in bungkus.additional_certs]
    )
    penanda = SimpleSigner(
        signing_cert=sertifikat,
        signing_key=internal.translate_pyca_cryptography_key_to_asn1(bungkus.key),
        cert_registry=simpanan,
    )
    return KunciPemegang(sertifikat, penanda, _pemakaian(sertifikat))


def _periksa_berkas(isi: bytes) -> None:
    """What can be said of the file without its passphrase."""
    if len(isi) > BATAS_P12:
        raise GagalTandaTangan(f"Berkas kunci terlalu besar; berkas .p12 paling besar {BATAS_P12 // 1024} kB.")
    try:
        luar = asn1_pkcs12.Pfx.load(isi, strict=True)
        versi, jenis = luar["version"].native, luar["auth_safe"]["content_type"].native
    except (ValueError, TypeError, KeyError):
        versi, jenis = "", ""
    if versi != "v3" or jenis != "data":
        raise GagalTandaTangan("Berkas kunci ini bukan berkas .p12 (PKCS#12), atau rusak. Pilih berkas yang lain.")


def _urai(isi: bytes, sandi: Rahasia) -> pkcs12.PKCS12KeyAndCertificates:
    """The passphrase stands in no variable: a page that shows a crash shows variables."""
    salah = False
    try:
        return pkcs12.load_pkcs12(isi, sandi.buka().encode())
    except UnsupportedAlgorithm:
        pesan = "Berkas .p12 ini memakai penyandian lama yang tidak didukung lagi. Minta ekspor ulang dengan AES-256."
    except UnicodeEncodeError:
        pesan = "Sandi memuat karakter yang tidak dapat dipakai. Ketik ulang sandi berkas kunci."
    except ValueError:
        salah, pesan = True, "Sandi berkas kunci (.p12) salah. Periksa huruf besar dan kecil, lalu ketik ulang."
    except Exception:  # a library's own panic must not carry the passphrase up
        pesan = "Berkas .p12 ini tidak dapat dibuka. Ekspor ulang dari penerbitnya."
    raise GagalTandaTangan(pesan, sandi_salah=salah)


def _periksa_masa(sertifikat: x509.Certificate, saat: datetime, zona: tzinfo) -> None:
    nama = nama_pemegang(sertifikat)
    if saat > sertifikat.not_valid_after:
        akhir = tulis_waktu(sertifikat.not_valid_after, zona)
        raise GagalTandaTangan(f"Sertifikat {nama} sudah kedaluwarsa sejak {akhir}. Perbarui dulu ke penerbitnya.")
    if saat < sertifikat.not_valid_before:
        awal = tulis_waktu(sertifikat.not_valid_before, zona)
        raise GagalTandaTangan(f"Sertifikat {nama} baru berlaku mulai {awal}. Tunggu, atau periksa jam server.")


def _pemakaian(sertifikat: x509.Certificate) -> frozenset[str]:
    """Which of the usages that are good for signing it has; one that says nothing is good for everything."""
    if sertifikat.ca:
        raise GagalTandaTangan("Sertifikat di berkas .p12 ini sertifikat penerbit (CA), bukan milik perorangan.")
    if sertifikat.key_usage_value is None:
        return frozenset()
    cocok = frozenset(_PEMAKAIAN & sertifikat.key_usage_value.native)
    if not cocok:
        raise GagalTandaTangan(
            f"Sertifikat {nama_pemegang(sertifikat)} bukan untuk tanda tangan. Pakai sertifikat tanda tangan."
        )
    return cocok
