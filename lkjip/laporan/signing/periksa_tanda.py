"""One signature: does it hold, who vouches for its signer, and at which moment."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DiffResult
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.generic_cms import collect_timing_info
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel, TimestampSignatureStatus
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import (
    ExpiredError,
    NotYetValidError,
    PathError,
    RevokedError,
    ValidationError,
)

from lkjip.laporan.signing.bentuk_cms import periksa_cms, periksa_lubang, ujung
from lkjip.laporan.signing.data import Cakupan, Perubahan, TandaTanganTerbaca
from lkjip.laporan.signing.percaya import Kepercayaan, nama_pemegang, sebutan, sertifikat_percobaan
from lkjip.laporan.signing.susulan import KEBIJAKAN, periksa_susulan

_PEMAKAIAN = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"}, match_all_key_usages=False)
_BEDA_JAM = timedelta(hours=1)

DIUBAH = "Isi berkas berubah setelah ditandatangani."
KRIPTO = "Tanda tangan ini tidak cocok dengan sertifikatnya."
TAK_TEPERCAYA = "Penerbit sertifikatnya tidak termasuk yang dipercaya di sini, jadi penandatangannya tidak terbukti."
PERUNTUKAN = "Sertifikatnya tidak untuk menandatangani dokumen, dicabut, atau rantainya tidak berlaku."
DICABUT = "Sertifikatnya sudah dicabut."
DICABUT_KEMUDIAN = "Sertifikatnya dicabut kemudian, setelah waktu tanda tangan yang terbukti."
KEDALUWARSA = "Sertifikatnya sudah tidak berlaku pada waktu tanda tangan."
BELUM_BERLAKU = "Sertifikatnya belum berlaku pada waktu tanda tangan."
KINI_HABIS = "Masa berlaku sertifikatnya kini sudah habis; saat menandatangani masih berlaku."
STEMPEL = "Stempel waktunya tidak sah atau bukan dari otoritas yang dipercaya."
MASA_DEPAN = "Waktu tanda tangannya di masa depan."
WAKTU_MESIN = "Waktu tanda tangan menurut komputer penandatangan, tanpa stempel waktu dari otoritas."
TIDAK_MEMENUHI = "Tanda tangan ini tidak memenuhi syarat yang ditetapkan di dalam berkasnya."
SEBAGIAN = "Tanda tangan ini tidak mencakup seluruh berkas."
PERCOBAAN = "Sertifikatnya PERCOBAAN: tanda tangan ini tidak punya kekuatan hukum."
DATA_CABUT = "Berkas menyimpan data untuk memeriksa pencabutan sertifikat (PAdES B-LT)."


@dataclass(frozen=True)
class Saksi:
    """What a signature is judged by: whom we trust, what the file brings along, and the present moment."""

    kepercayaan: Kepercayaan
    pembaca: PdfFileReader
    kini: datetime

    @property
    def dikenal(self) -> tuple[x509.Certificate, ...]:
        return (*self.kepercayaan.roots, *self.kepercayaan.intermediates)

    @property
    def dss(self) -> DocumentSecurityStore | None:
        try:
            return DocumentSecurityStore.read_dss(self.pembaca)
        except NoDSSFoundError:
            return None

    def konteks(self, saat: datetime) -> ValidationContext:
        """Lists of revoked certificates that were made after that moment count too: they tell since when."""
        bahan: dict[str, Any] = {
            "trust_roots": list(self.kepercayaan.roots),
            "other_certs": list(self.kepercayaan.intermediates),
            "crls": list(self.kepercayaan.crls),
            "moment": saat,
            "allow_fetching": False,
            "revocation_mode": "soft-fail",
            "retroactive_revinfo": True,
        }
        dss = self.dss
        return dss.as_validation_context(bahan) if dss else ValidationContext(**bahan)


def periksa_tanda(tanda: EmbeddedPdfSignature, isi: bytes, saksi: Saksi, *, terakhir: bool) -> TandaTanganTerbaca:
    """The verdict on it. `terakhir`: no other signature follows, so nothing else may either."""
    stempel = _stempel(tanda, saksi)
    terbukti = stempel is not None and stempel.valid and stempel.intact and stempel.trusted
    waktu = stempel.timestamp if stempel is not None and terbukti else tanda.self_reported_timestamp
    status = _status(tanda, saksi, waktu or saksi.kini)
    bentuk = [*periksa_lubang(isi, tanda), *periksa_cms(tanda.pkcs7_content, saksi.dikenal)]
    susulan = list(periksa_susulan(tanda, isi, terakhir=terakhir))
    alasan, catatan = _rantai(tanda, saksi, status, waktu or saksi.kini, terbukti=terbukti)
    alasan = [*_keutuhan(status), *bentuk, *susulan, *alasan]
    if waktu is not None and waktu > saksi.kini + _BEDA_JAM:
        alasan.append(MASA_DEPAN)
    if stempel is not None and not terbukti:
        alasan.append(STEMPEL)
    if not (status.bottom_line or alasan):
        alasan.append(TIDAK_MEMENUHI)
    catatan += [*([] if terbukti else [WAKTU_MESIN]), *([DATA_CABUT] if saksi.dss else [])]
    terbaca = _terbaca(tanda, isi, status, alasan=alasan, terlarang=bool(susulan), bentuk_utuh=not bentuk)
    catatan += [PERCOBAAN] if terbaca.percobaan else []
    catatan = list(dict.fromkeys([*alasan, *catatan]))
    return replace(terbaca, waktu=waktu, waktu_tepercaya=terbukti, catatan=tuple(catatan))


def _terbaca(
    tanda: EmbeddedPdfSignature,
    isi: bytes,
    status: PdfSignatureStatus,
    *,
    alasan: list[str],
    terlarang: bool,
    bentuk_utuh: bool,
) -> TandaTanganTerbaca:
    sertifikat = tanda.signer_cert
    return TandaTanganTerbaca(
        bidang=str(tanda.field_name),  # not the string of the PDF, which holds on to all of it
        nama=nama_pemegang(sertifikat),
        sah=status.bottom_line and not alasan,
        utuh=status.intact and bentuk_utuh,
        kriptografi_sah=status.valid,
        tepercaya=status.trusted,
        cakupan=_cakupan(tanda, isi),
        perubahan=_perubahan(tanda, isi, terlarang=terlarang),
        subjek=sertifikat.subject.human_friendly,
        penerbit=_penerbit(sertifikat.issuer),
        nomor_seri=f"{sertifikat.serial_number:X}",
        sidik_sertifikat=hashlib.sha256(sertifikat.dump()).hexdigest(),
        pengenal=str(sertifikat.subject.native.get("serial_number", "")),
        percobaan=_percobaan(tanda, status),
        sidik_revisi=hashlib.sha256(isi[: ujung(tanda)]).hexdigest(),
    )


def _percobaan(tanda: EmbeddedPdfSignature, status: PdfSignatureStatus) -> bool:
    """Whether any certificate says so, from the signer's to the trusted issuer's.

    The key of a trial authority lies on the server: who holds it can leave the word out of a certificate.
    """
    jalur = status.validation_path.iter_certs(include_root=True) if status.validation_path else ()
    return any(map(sertifikat_percobaan, (tanda.signer_cert, *tanda.other_embedded_certs, *jalur)))


def _penerbit(nama: x509.Name) -> str:
    """Its common name and its organisation."""
    organisasi = nama.native.get("organization_name", "")
    daftar = [sebutan(nama), *(organisasi if isinstance(organisasi, list) else [organisasi])]
    return ", ".join(dict.fromkeys(str(satu) for satu in daftar if satu))


def _stempel(tanda: EmbeddedPdfSignature, saksi: Saksi) -> TimestampSignatureStatus | None:
    """The timestamp of an authority, judged at the present moment."""
    hasil = asyncio.run(
        collect_timing_info(tanda.signer_info, saksi.konteks(saksi.kini), raw_digest=tanda.compute_digest)
    )
    stempel = hasil.get("timestamp_validity")
    return stempel if isinstance(stempel, TimestampSignatureStatus) else None


def _status(tanda: EmbeddedPdfSignature, saksi: Saksi, saat: datetime) -> PdfSignatureStatus:
    return asyncio.run(
        async_validate_pdf_signature(
            tanda,
            signer_validation_context=saksi.konteks(saat),
            ts_validation_context=saksi.konteks(saksi.kini),
            diff_policy=KEBIJAKAN,
            key_usage_settings=_PEMAKAIAN,
        )
    )


def _keutuhan(status: PdfSignatureStatus) -> list[str]:
    alasan = [] if status.intact else [DIUBAH]
    alasan += [] if status.valid else [KRIPTO]
    return alasan + ([] if (status.coverage or 0) >= SignatureCoverageLevel.ENTIRE_REVISION else [SEBAGIAN])


def _rantai(
    tanda: EmbeddedPdfSignature, saksi: Saksi, status: PdfSignatureStatus, saat: datetime, *, terbukti: bool
) -> tuple[list[str], list[str]]:
    """Reasons against it, and what to know: the chain at the moment of signing, and as it stands now.

    Without a timestamp the moment is only claimed, so a certificate that is revoked by now proves nothing.
    """
    dulu, kini = _masalah_jalur(tanda, saksi.konteks(saat)), _masalah_jalur(tanda, saksi.konteks(saksi.kini))
    if status.revoked or dulu is RevokedError:
        return [DICABUT], []
    if not status.trusted:
        sebab: dict[type[Exception] | None, str] = {
            ExpiredError: KEDALUWARSA,
            NotYetValidError: BELUM_BERLAKU,
            None: PERUNTUKAN,
        }
        return [sebab.get(dulu, TAK_TEPERCAYA)], []
    if kini is RevokedError:
        return ([], [DICABUT_KEMUDIAN]) if terbukti else ([DICABUT], [])
    return [], [KINI_HABIS] if kini is ExpiredError else []


def _masalah_jalur(tanda: EmbeddedPdfSignature, konteks: ValidationContext) -> type[Exception] | None:
    """What is wrong with the way from the signer's certificate to a trusted issuer."""
    pemeriksa = CertificateValidator(tanda.signer_cert, tanda.other_embedded_certs, validation_context=konteks)
    try:
        asyncio.run(pemeriksa.async_validate_path())
    except (PathError, ValidationError) as galat:
        dikenal = (RevokedError, ExpiredError, NotYetValidError)
        return next((jenis for jenis in dikenal if isinstance(galat, jenis)), type(galat))
    return None


def _cakupan(tanda: EmbeddedPdfSignature, isi: bytes) -> Cakupan:
    if tanda.coverage == SignatureCoverageLevel.ENTIRE_FILE and ujung(tanda) == len(isi):
        return Cakupan.SELURUH_BERKAS
    return Cakupan.SELURUH_REVISI if tanda.coverage == SignatureCoverageLevel.ENTIRE_REVISION else Cakupan.SEBAGIAN


def _perubahan(tanda: EmbeddedPdfSignature, isi: bytes, *, terlarang: bool) -> Perubahan:
    if terlarang or not isinstance(tanda.diff_result, DiffResult):
        return Perubahan.TERLARANG
    return Perubahan.TIDAK_ADA if ujung(tanda) == len(isi) else Perubahan.TANDA_TANGAN
