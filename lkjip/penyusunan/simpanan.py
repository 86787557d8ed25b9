"""Where finished files lie below MEDIA_ROOT: by the hash of their content, so equal ones once.

Workers on other machines write there too: MEDIA_ROOT must then be one folder that all of them and the site share.
"""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from lkjip.laporan.data_penyusunan import Bentuk

_FOLDER, _TEMBOLOK = "laporan", "tembolok-laporan"
AKHIRAN_SEMENTARA = ".sementara"


def nama_hasil(sidik: str, bentuk: Bentuk) -> str:
    """What is stored of a finished job: the path below MEDIA_ROOT."""
    return f"{_FOLDER}/{sidik}.{bentuk.value}"


def path_hasil(nama: str) -> Path:
    """Always within its folder, whatever name stands in the row."""
    return folder_hasil() / Path(nama).name


def path_sementara(nama: str, pk: int, percobaan: int) -> Path:
    """Beside the finished file and of this attempt alone, so whoever stops the attempt can remove it."""
    return path_hasil(f"{nama}.{pk}-{percobaan}{AKHIRAN_SEMENTARA}")


def folder_hasil() -> Path:
    return Path(settings.MEDIA_ROOT) / _FOLDER


def folder_tembolok() -> Path:
    """Sections that drafts share."""
    return Path(settings.MEDIA_ROOT) / _TEMBOLOK
