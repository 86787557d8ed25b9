"""Where evidence files lie: below MEDIA_ROOT by a name of our own, only for the server to read, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

_FOLDER = "bukti"


@dataclass(frozen=True)
class BerkasTersimpan:
    """`letak` is relative to MEDIA_ROOT, `sidik` the SHA-256 of what was written."""

    letak: str
    ukuran: int
    sidik: str


def path_bukti(letak: str) -> Path:
    """The stored file. Raises ValueError for a place outside the folder of evidence."""
    akar = Path(settings.MEDIA_ROOT) / _FOLDER
    path = Path(settings.MEDIA_ROOT) / letak
    if not path.resolve().is_relative_to(akar.resolve()):
        raise ValueError(f"not a place of evidence: {letak}")
    return path


def simpan_berkas(potongan: Iterable[bytes], ekstensi: str) -> BerkasTersimpan:
    """Write the file beside its place and move it there, so that nobody ever sees half of it."""
    acak = secrets.token_hex(16)
    letak = f"{_FOLDER}/{acak[:2]}/{acak}.{ekstensi}"
    path = Path(settings.MEDIA_ROOT) / letak
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    sementara = path.with_suffix(".tmp")
    sidik, ukuran = hashlib.sha256(), 0
    try:
        with open(os.open(sementara, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as berkas:
            for isi in potongan:
                berkas.write(isi)
                sidik.update(isi)
                ukuran += len(isi)
            berkas.flush()
            os.fsync(berkas.fileno())
        sementara.replace(path)
    except BaseException:
        sementara.unlink(missing_ok=True)
        raise
    return BerkasTersimpan(letak, ukuran, sidik.hexdigest())


def buang_berkas(letak: str) -> None:
    """Remove a file whose row could not be written."""
    path_bukti(letak).unlink(missing_ok=True)
