"""Writing a file below MEDIA_ROOT: whole or not at all, only for the server to read; or by its content."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

_SIDIK = re.compile("[0-9a-f]{64}")


def tulis_utuh(path: Path, potongan: Iterable[bytes]) -> None:
    """Write the file beside its place and move it there, so that nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    sementara = path.with_suffix(f".{secrets.token_hex(8)}.tmp")
    try:
        with open(os.open(sementara, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as berkas:
            for isi in potongan:
                berkas.write(isi)
            berkas.flush()
            os.fsync(berkas.fileno())
        sementara.replace(path)
    except BaseException:
        sementara.unlink(missing_ok=True)
        raise


def sidik_sah(sidik: str) -> bool:
    """Whether a text may be a SHA-256 at all; PostgreSQL refuses to be asked about some that are none."""
    return _SIDIK.fullmatch(sidik) is not None


@dataclass(frozen=True)
class SimpananSidik:
    """Files below MEDIA_ROOT by their SHA-256, equal ones once. `akhiran`: the ending of their names."""

    folder: str
    akhiran: str = ""

    def simpan(self, isi: bytes) -> str:
        """Keep the file and say under which SHA-256. One that lies there damaged is put right."""
        sidik = hashlib.sha256(isi).hexdigest()
        if self.baca(sidik) != isi:
            tulis_utuh(self._path(sidik), [isi])
        return sidik

    def baca(self, sidik: str) -> bytes | None:
        """The stored file; None where there is none, or it is gone."""
        if not sidik_sah(sidik):
            return None
        try:
            return self._path(sidik).read_bytes()
        except OSError:
            return None

    def _path(self, sidik: str) -> Path:
        return Path(settings.MEDIA_ROOT) / self.folder / sidik[:2] / f"{sidik}{self.akhiran}"
