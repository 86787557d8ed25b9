"""Whom this installation trusts: certificates of issuers and lists of revoked ones, as files in a folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from asn1crypto import crl, pem, x509
from pyhanko_certvalidator import ValidationContext

AKHIRAN_SERTIFIKAT = (".pem", ".crt", ".cer")
AKHIRAN_PENCABUTAN = (".crl",)
_SEBUTAN_PERCOBAAN = "percobaan"
_AKHIRAN_PERCOBAAN = " (PERCOBAAN)"  # as signing/percobaan.py writes it


class BerkasKepercayaanRusak(ValueError):
    """A file among the trusted issuers that cannot be used; the text names it and says what to do."""

    def __init__(self, berkas: Path, sebab: str) -> None:
        super().__init__(f"Berkas kepercayaan '{berkas.name}' tidak dapat dipakai: {sebab}")
        self.berkas = berkas


@dataclass(frozen=True)
class Kepercayaan:
    """Trusted issuers (`roots`), the certificates between them and a signer, and lists of revoked certificates.

    A certificate authority whose own issuer is not among the files counts as a root: who put it there trusts it.
    """

    roots: tuple[x509.Certificate, ...] = field(default=(), repr=False)
    intermediates: tuple[x509.Certificate, ...] = field(default=(), repr=False)
    crls: tuple[crl.CertificateList, ...] = field(default=(), repr=False)

    @property
    def kosong(self) -> bool:
        return not self.roots

    @property
    def daftar_percobaan(self) -> tuple[x509.Certificate, ...]:
        """The trusted roots that say of themselves that they are for trying only."""
        return tuple(akar for akar in self.roots if sertifikat_percobaan(akar))

    def konteks(self, *, saat: datetime | None = None, cabut: str = "soft-fail") -> ValidationContext:
        """What pyHanko judges a chain by; a new one each time, and it never asks the network.

        `cabut`: "soft-fail" (what is revoked fails, what nobody knows passes) or "require" (for B-LT: a revocation list
        must say of each certificate that it holds). A list only counts for certificates that name a place for lists.
        """
        return ValidationContext(
            trust_roots=list(self.roots),
            other_certs=list(self.intermediates),
            crls=list(self.crls),
            moment=saat,
            allow_fetching=False,
            revocation_mode=cabut,
        )


def sertifikat_percobaan(sertifikat: x509.Certificate) -> bool:
    """Does the certificate's subject say that it is a trial?"""
    return any(_SEBUTAN_PERCOBAAN in str(isi).casefold() for isi in _nilai_nama(sertifikat.subject))


def sebutan(nama: x509.Name) -> str:
    """A subject in words: its common name, else its organisation, else all of it."""
    isi = nama.native
    for bagian in ("common_name", "organization_name"):
        satu = isi.get(bagian)
        if satu:
            return str(satu[-1] if isinstance(satu, list) else satu)
    return str(nama.human_friendly)


def nama_pemegang(sertifikat: x509.Certificate) -> str:
    """The holder's name, without the mark of a trial that stands behind it."""
    return sebutan(sertifikat.subject).removesuffix(_AKHIRAN_PERCOBAAN)


def load_tepercaya(folder: Path) -> Kepercayaan:
    """All issuers and revocation lists in `folder`, PEM or DER; empty where the folder is missing.

    Raises BerkasKepercayaanRusak. Files with other endings, and folders, are left alone.
    """
    daftar_sertifikat: list[x509.Certificate] = []
    daftar_cabut: list[crl.CertificateList] = []
    for berkas in sorted(folder.iterdir()) if folder.is_dir() else ():
        akhiran = berkas.suffix.lower()
        if akhiran in AKHIRAN_SERTIFIKAT and berkas.is_file():
            daftar_sertifikat += [_sertifikat(berkas, der) for der in _baca(berkas, "CERTIFICATE")]
        elif akhiran in AKHIRAN_PENCABUTAN and berkas.is_file():
            daftar_cabut += [_pencabutan(berkas, der) for der in _baca(berkas, "X509 CRL")]
    return susun_kepercayaan(daftar_sertifikat, daftar_cabut)


def susun_kepercayaan(
    daftar_sertifikat: list[x509.Certificate], daftar_cabut: list[crl.CertificateList] | None = None
) -> Kepercayaan:
    """Sorts authorities into roots and what stands between; each certificate once."""
    tunggal = list({satu.dump(): satu for satu in daftar_sertifikat}.values())
    subjek = {satu.subject.hashable for satu in tunggal}
    akar = [satu for satu in tunggal if satu.issuer == satu.subject or satu.issuer.hashable not in subjek]
    return Kepercayaan(tuple(akar), tuple(satu for satu in tunggal if satu not in akar), tuple(daftar_cabut or ()))


def _baca(berkas: Path, jenis: str) -> list[bytes]:
    """The DER blocks of a file."""
    try:
        isi = berkas.read_bytes()
    except OSError as galat:
        raise BerkasKepercayaanRusak(berkas, f"tidak dapat dibaca ({galat.strerror}).") from galat
    if not pem.detect(isi):
        return [isi]
    try:
        blok = list(pem.unarmor(isi, multiple=True))
    except ValueError as galat:
        raise BerkasKepercayaanRusak(berkas, "isi PEM-nya rusak.") from galat
    if any("PRIVATE KEY" in nama for nama, _, _ in blok):
        raise BerkasKepercayaanRusak(
            berkas, "ada kunci privat di dalamnya; keluarkan dari sini dan simpan di tempat yang aman."
        )
    asing = sorted({nama for nama, _, _ in blok} - {jenis})
    if asing:
        raise BerkasKepercayaanRusak(berkas, f"isinya {', '.join(asing)}, yang diharapkan {jenis}.")
    return [der for _, _, der in blok]


def _sertifikat(berkas: Path, der: bytes) -> x509.Certificate:
    try:
        sertifikat = x509.Certificate.load(der, strict=True)
        _ = sertifikat.native  # the parts are read only when asked for; a broken one is to be told now
    except (ValueError, TypeError) as galat:
        raise BerkasKepercayaanRusak(berkas, "bukan sertifikat X.509 (PEM atau DER).") from galat
    if not sertifikat.ca:
        raise BerkasKepercayaanRusak(
            berkas, f"sertifikat '{sebutan(sertifikat.subject)}' bukan sertifikat penerbit (CA)."
        )
    return sertifikat


def _pencabutan(berkas: Path, der: bytes) -> crl.CertificateList:
    try:
        daftar = crl.CertificateList.load(der, strict=True)
        _ = daftar.native
    except (ValueError, TypeError) as galat:
        raise BerkasKepercayaanRusak(berkas, "bukan daftar pencabutan sertifikat (CRL).") from galat
    return daftar


def _nilai_nama(nama: x509.Name) -> list[object]:
    return [satu for isi in nama.native.values() for satu in (isi if isinstance(isi, list) else [isi])]
