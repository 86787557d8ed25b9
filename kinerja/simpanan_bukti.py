"""Where evidence files lie: below MEDIA_ROOT by a name of our own, only for the server to read, whole or not at all."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from renstra.simpanan_berkas import tulis_utuh

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
    """Keep the file under a name of our own, whole or not at all."""
    acak = secrets.token_hex(16)
    letak = f"{_FOLDER}/{acak[:2]}/{acak}.{ekstensi}"
    sidik, ukuran = hashlib.sha256(), 0

    def terhitung() -> Iterator[bytes]:
        nonlocal ukuran
        for isi in potongan:
            sidik.update(isi)
            ukuran += len(isi)
            yield isi

    tulis_utuh(Path(settings.MEDIA_ROOT) / letak, terhitung())
    return BerkasTersimpan(letak, ukuran, sidik.hexdigest())


def buang_berkas(letak: str) -> None:
    """Remove a file whose row could not be written."""
    path_bukti(letak).unlink(missing_ok=True)
