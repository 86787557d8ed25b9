"""Where the pictures of the reports lie: each by its SHA-256 below MEDIA_ROOT, equal ones once."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from django.conf import settings

from renstra.simpanan_berkas import tulis_utuh

_FOLDER = "gambar-laporan"
_SIDIK = re.compile("[0-9a-f]{64}")


def simpan_gambar(isi: bytes) -> str:
    """Keep a re-encoded picture and say under which SHA-256."""
    sidik = hashlib.sha256(isi).hexdigest()
    path = path_gambar(sidik)
    if not path.is_file():
        tulis_utuh(path, [isi])
    return sidik


def sidik_sah(sidik: str) -> bool:
    """Whether an address may mean a picture at all; PostgreSQL refuses to be asked about some that do not."""
    return _SIDIK.fullmatch(sidik) is not None


def baca_gambar(sidik: str) -> bytes:
    """The stored picture; empty where its file is gone."""
    if not sidik_sah(sidik):
        return b""
    try:
        return path_gambar(sidik).read_bytes()
    except OSError:
        return b""


def path_gambar(sidik: str) -> Path:
    return Path(settings.MEDIA_ROOT) / _FOLDER / sidik[:2] / sidik
