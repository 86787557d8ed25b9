"""What is configured about signing. The only file of this folder that reads the settings."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings

from lkjip.laporan.signing.bsre_layanan import SetelanBsre, Tampilan
from lkjip.laporan.signing.data import Rahasia
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


def setelan_bsre() -> SetelanBsre:
    """How PenandaBsre reaches the Esign Client. `bsre-ca.pem` among the keys vouches for its TLS certificate."""
    ca = Path(settings.KUNCI) / "bsre-ca.pem"
    return SetelanBsre(
        alamat=settings.BSRE_ALAMAT,
        pengguna=settings.BSRE_PENGGUNA,
        sandi=Rahasia(settings.BSRE_SANDI),
        versi=settings.BSRE_VERSI,
        detik=settings.BSRE_DETIK,
        tampilan=Tampilan(settings.BSRE_TAMPILAN),
        sudut=settings.BSRE_SUDUT,
        ca=str(ca) if ca.is_file() else "",
        zona=ZoneInfo(settings.TIME_ZONE),
    )
