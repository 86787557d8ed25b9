"""A file that somebody brings: judged with what this installation trusts, and compared with what was published."""

from __future__ import annotations

import logging

from django.conf import settings

from lkjip.laporan.signing.data import HasilVerifikasi
from lkjip.laporan.signing.percaya import BerkasKepercayaanRusak, Kepercayaan
from lkjip.laporan.signing.setelan import kepercayaan
from lkjip.laporan.signing.verifikasi_terpisah import verifikasi_terpisah

logger = logging.getLogger(__name__)


def periksa_berkas(isi: bytes) -> HasilVerifikasi:
    """Raises SedangSibuk. With a broken folder of trust nobody is trusted; the log tells the operator."""
    return verifikasi_terpisah(isi, _kepercayaan(), detik=settings.VERIFIKASI_DETIK)


def _kepercayaan() -> Kepercayaan:
    try:
        return kepercayaan()
    except BerkasKepercayaanRusak as galat:
        logger.error("%s", galat)
        return Kepercayaan()
