"""The shape of a signature in its file: what the cryptography does not look at, and where something could be hidden.

A signature covers its file but for the hole that holds the signature itself. Whoever may change what lies in the hole
without being noticed can build on it, so only one form of the hole is taken: the hexadecimal signature, padded with
zeros, in it nothing that is not needed or not itself signed by somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from asn1crypto import cms, core, parser, x509
from asn1crypto.algos import DigestAlgorithm, SignedDigestAlgorithm
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.x509 import load_der_x509_certificate
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

_HEKSA = re.compile(rb"(?:[0-9a-f]*|[0-9A-F]*)")
_NOMOR_TAK_DIKENAL = re.compile(r"[0-9.]+")
_DIGIT = 2  # hexadecimal digits of a byte

LUBANG = "Bagian berkas yang memuat tanda tangan ini tidak wajar; ada yang disisipkan atau diubah di sana."
CMS = "Isi tanda tangan ini tidak wajar; ada yang diubah atau ditambahkan di dalamnya."
SERTIFIKAT = "Sertifikat yang dibawa tanda tangan ini rusak atau tidak termasuk rantai penandatangannya."


def periksa_lubang(isi: bytes, tanda: EmbeddedPdfSignature) -> tuple[str, ...]:
    """The bytes that the signature leaves out: exactly its own contents, from the start of the file to its end."""
    rentang = [int(satu) for satu in tanda.byte_range]
    if len(rentang) != len("aAbB") or rentang[0] != 0 or min(rentang) < 0:
        return (LUBANG,)
    _, awal, lanjut, sisa = rentang
    lubang = isi[awal:lanjut]
    if lanjut + sisa > len(isi) or lubang[:1] != b"<" or lubang[-1:] != b">":
        return (LUBANG,)
    heksa = lubang[1:-1]
    if len(heksa) % _DIGIT or not _HEKSA.fullmatch(heksa) or bytes.fromhex(heksa.decode()) != tanda.pkcs7_content:
        return (LUBANG,)
    return ()


def ujung(tanda: EmbeddedPdfSignature) -> int:
    """How much of the file the signature covers, from its start."""
    return int(tanda.byte_range[2]) + int(tanda.byte_range[3])


def periksa_cms(der: bytes, dikenal: Sequence[x509.Certificate]) -> tuple[str, ...]:
    """What stands in a signature without being signed: padding, certificates, attributes. `dikenal`: trusted anyway."""
    _, _, _, kepala, isi, akhir = parser.parse(der)
    panjang = len(kepala) + len(isi) + len(akhir)
    if der[panjang:].strip(b"\0"):
        return (LUBANG,)
    return tuple(dict.fromkeys(_periksa_signed_data(cms.ContentInfo.load(der[:panjang])["content"], dikenal)))


def _periksa_signed_data(data: cms.SignedData, dikenal: Sequence[x509.Certificate]) -> Iterable[str]:
    if data["version"].native not in {"v1", "v3"} or len(data["signer_infos"]) != 1:
        yield CMS
        return
    penanda = data["signer_infos"][0]
    ringkasan = [algoritma["algorithm"].native for algoritma in data["digest_algorithms"]]
    daftar_algoritma = [*data["digest_algorithms"], penanda["digest_algorithm"], penanda["signature_algorithm"]]
    if ringkasan != [penanda["digest_algorithm"]["algorithm"].native] or not all(map(_polos, daftar_algoritma)):
        yield CMS
    cara_sebut = {"issuer_and_serial_number": "v1", "subject_key_identifier": "v3"}
    if penanda["version"].native != cara_sebut[penanda["sid"].name]:
        yield CMS
    bawaan = [satu.chosen for satu in data["certificates"] or () if satu.name == "certificate"]
    if len(bawaan) != len(data["certificates"] or ()) or not _berantai(bawaan, dikenal):
        yield SERTIFIKAT
    for atribut in penanda["unsigned_attrs"] or ():
        yield from _periksa_atribut(atribut, dikenal)


def _periksa_atribut(atribut: cms.CMSAttribute, dikenal: Sequence[x509.Certificate]) -> Iterable[str]:
    if _NOMOR_TAK_DIKENAL.fullmatch(atribut["type"].native):
        yield CMS
    if atribut["type"].native == "signature_time_stamp_token":
        for token in atribut["values"]:
            yield from _periksa_signed_data(token["content"], dikenal)


def _polos(algoritma: DigestAlgorithm | SignedDigestAlgorithm) -> bool:
    """Nothing but the name; RSA-PSS has parameters that the cryptography itself reads."""
    if algoritma["algorithm"].native == "rsassa_pss":
        return True
    return isinstance(algoritma["parameters"], core.Null | core.Void)


def _berantai(bawaan: list[x509.Certificate], dikenal: Sequence[x509.Certificate]) -> bool:
    """Each is known, or signed by one that is known or carried along; so none of them was changed."""
    tahu = {satu.dump() for satu in dikenal}
    semua = [*dikenal, *bawaan]
    return all(satu.dump() in tahu or any(_ditandai(satu, induk) for induk in semua) for satu in bawaan)


def _ditandai(anak: x509.Certificate, induk: x509.Certificate) -> bool:
    if anak.issuer != induk.subject:
        return False
    try:
        load_der_x509_certificate(anak.dump()).verify_directly_issued_by(load_der_x509_certificate(induk.dump()))
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True
