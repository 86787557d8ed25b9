"""Is this file what it says? Who signed it, when, was it changed since, and do we trust who vouches for the signer.

Made for files of unknown origin: whatever is in them, the answer is a verdict with sentences, never an exception. A
hostile file may still take long or much memory; the site asks through `verifikasi_terpisah`.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise

import pikepdf
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import async_validate_pdf_timestamp
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from lkjip.laporan.signing.bentuk_cms import periksa_cms, periksa_lubang, ujung
from lkjip.laporan.signing.data import HasilVerifikasi
from lkjip.laporan.signing.konten_aktif import periksa_konten_aktif
from lkjip.laporan.signing.percaya import Kepercayaan
from lkjip.laporan.signing.periksa_tanda import Saksi, periksa_tanda
from lkjip.laporan.signing.susulan import KEBIJAKAN, periksa_susulan

_KEPALA, _ZIP = b"%PDF-", b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"

KOSONG = "Berkas ini kosong."
BUKAN_PDF = "Berkas ini bukan PDF. Pilih berkas PDF yang ditandatangani."
OFFICE = "Berkas ini dokumen Office atau arsip ZIP, bukan PDF. Pilih berkas PDF yang ditandatangani."
TERKUNCI = "Berkas ini dikunci dengan kata sandi, jadi tanda tangannya tidak dapat diperiksa."
RUSAK = "Berkas ini rusak atau tidak mengikuti aturan PDF, jadi keasliannya tidak dapat dibuktikan."
TANPA_TANDA = "Berkas ini tidak memuat tanda tangan elektronik."
PERNAH = "Di dalam berkas ada sisa tanda tangan yang tidak lagi terpasang; mungkin tanda tangannya dilepas."
WAKTU_DOKUMEN = "Stempel waktu dokumen ini tidak sah."
BIDANG_BARU = (
    "Kotak tanda tangan '{}' baru dibuat setelah tanda tangan sebelumnya: lihat apakah gambarnya menutupi isi halaman."
)
BIDANG_KOSONG = "Masih ada tempat tanda tangan yang kosong: {}."

logger = logging.getLogger(__name__)


def verifikasi(isi: bytes, kepercayaan: Kepercayaan, *, pada: datetime | None = None) -> HasilVerifikasi:
    """The verdict on a file. `pada`: the moment that counts as now (aware); never raises for what is in the file."""
    bukan = _bukan_pdf(isi)
    if bukan:
        return _tidak_sah(isi, bukan)
    try:
        return _periksa(isi, kepercayaan, pada or datetime.now(UTC))
    except MemoryError:
        raise
    except Exception as galat:
        # Parsers of PDF, ASN.1 and CMS fail in a hundred ways on what is no proper file; all of them mean the same.
        logger.info("Berkas %s tidak terbaca: %r", hashlib.sha256(isi).hexdigest(), galat)
        return _tidak_sah(isi, RUSAK)


def _bukan_pdf(isi: bytes) -> str:
    if not isi:
        return KOSONG
    if isi.startswith((_ZIP, _OLE)):
        return OFFICE
    return "" if isi.startswith(_KEPALA) else BUKAN_PDF


def _tidak_sah(isi: bytes, *catatan: str, banyak_halaman: int = 0) -> HasilVerifikasi:
    return HasilVerifikasi(
        hashlib.sha256(isi).hexdigest(), len(isi), sah=False, catatan=catatan, banyak_halaman=banyak_halaman
    )


def _periksa(isi: bytes, kepercayaan: Kepercayaan, kini: datetime) -> HasilVerifikasi:
    pembaca = PdfFileReader(BytesIO(isi), strict=True)
    if pembaca.encrypted:
        return _tidak_sah(isi, TERKUNCI)
    with pikepdf.open(BytesIO(isi)) as pdf:
        banyak_halaman = len(pdf.pages)
        aktif = periksa_konten_aktif(pdf)
    daftar_tanda = sorted(pembaca.embedded_regular_signatures, key=lambda satu: satu.signed_revision)
    if not daftar_tanda:
        pernah = (PERNAH,) if b"/ByteRange" in isi else ()
        return _tidak_sah(isi, TANPA_TANDA, *pernah, banyak_halaman=banyak_halaman)
    saksi = Saksi(kepercayaan, pembaca, kini)
    daftar = [periksa_tanda(satu, isi, saksi, terakhir=satu is daftar_tanda[-1]) for satu in daftar_tanda]
    masalah = [*aktif, *_stempel_dokumen(isi, saksi, terakhir=daftar_tanda[-1].signed_revision)]
    return HasilVerifikasi(
        sidik=hashlib.sha256(isi).hexdigest(),
        ukuran=len(isi),
        sah=all(satu.sah for satu in daftar) and not masalah,
        daftar=tuple(daftar),
        catatan=(*dict.fromkeys(masalah), *_bidang_kosong(pembaca), *_bidang_baru(isi, daftar_tanda)),
        banyak_halaman=banyak_halaman,
    )


def _stempel_dokumen(isi: bytes, saksi: Saksi, *, terakhir: int) -> list[str]:
    """Timestamps of the document as a whole: one that does not hold spoils it, as a signature does."""
    masalah = []
    for stempel in saksi.pembaca.embedded_timestamp_signatures:
        status = asyncio.run(async_validate_pdf_timestamp(stempel, saksi.konteks(saksi.kini), KEBIJAKAN))
        masalah += [*periksa_lubang(isi, stempel), *periksa_cms(stempel.pkcs7_content, saksi.dikenal)]
        masalah += periksa_susulan(stempel, isi, terakhir=stempel.signed_revision > terakhir)
        if not (status.intact and status.valid and status.trusted):
            masalah.append(WAKTU_DOKUMEN)
    return masalah


def _bidang_kosong(pembaca: PdfFileReader) -> list[str]:
    kosong = [nama for nama, nilai, _ in enumerate_sig_fields(pembaca, filled_status=False) if nilai is None]
    return [BIDANG_KOSONG.format(", ".join(sorted(kosong)))] if kosong else []


def _bidang_baru(isi: bytes, daftar_tanda: list[EmbeddedPdfSignature]) -> list[str]:
    """Visible places that came with a later signature: its picture was not there when the first was put.

    Many services sign so, so it is no fault; but whoever signs last could cover a figure with the picture.
    """
    baru = []
    for dulu, kini in pairwise(daftar_tanda):
        kotak = [float(sisi) for sisi in kini.sig_field.get("/Rect", (0, 0, 0, 0))]
        tampak = kotak[0] != kotak[2] and kotak[1] != kotak[3]
        ada = {nama for nama, _, _ in enumerate_sig_fields(PdfFileReader(BytesIO(isi[: ujung(dulu)])))}
        if tampak and kini.field_name not in ada:
            baru.append(BIDANG_BARU.format(kini.field_name))
    return baru
