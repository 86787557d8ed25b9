"""What is configured about signing. The only file of this folder that reads the settings."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings

from lkjip.laporan.signing.p12 import SetelanTandaTangan
from lkjip.laporan.signing.percaya import Kepercayaan, load_tepercaya


def folder_tepercaya() -> Path:
    """Where the trusted issuers lie."""
    return Path(settings.KUNCI) / "tepercaya"


def kepercayaan() -> Kepercayaan:
    """Whom this installation trusts. Raises BerkasKepercayaanRusak."""
    return load_tepercaya(folder_tepercaya())


def setelan_tanda_tangan() -> SetelanTandaTangan:
    """How PenandaP12 signs here. Raises BerkasKepercayaanRusak."""
    return SetelanTandaTangan(
        tsa=settings.TTD_TSA, lt=settings.TTD_LT, kepercayaan=kepercayaan(), zona=ZoneInfo(settings.TIME_ZONE)
    )
