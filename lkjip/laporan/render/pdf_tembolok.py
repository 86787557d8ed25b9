"""Laid-out units on disk, by the hash of what they were made from; several processes and machines may share the place.

A file is written beside its place and moved there whole. It begins with the hash of its content, so a damaged one is no
entry. The longest unused go first when the place is full.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

BATAS_BYTE = 512 * 1024 * 1024
_SISA = 0.8  # what is left after cleaning, of the limit
_SIDIK = 32


class Tembolok:
    """A directory of kept units; with None nothing is kept."""

    def __init__(self, tempat: Path | None, *, batas: int = BATAS_BYTE) -> None:
        self._tempat, self._batas, self._ditulis = tempat, batas, False
        if tempat is not None:
            tempat.mkdir(parents=True, exist_ok=True, mode=0o700)

    def ambil(self, kunci: str) -> bytes | None:
        """The content, or None where there is none or it is damaged."""
        if self._tempat is None:
            return None
        path = self._tempat / kunci
        try:
            isi = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return isi[_SIDIK:] if hashlib.sha256(isi[_SIDIK:]).digest() == isi[:_SIDIK] else None

    def simpan(self, kunci: str, isi: bytes) -> None:
        """Keep it; a full disk costs only the time to make it again."""
        if self._tempat is None:
            return
        try:
            with NamedTemporaryFile(dir=self._tempat, prefix=".", delete=False) as sementara:
                sementara.write(hashlib.sha256(isi).digest() + isi)
            Path(sementara.name).replace(self._tempat / kunci)
            self._ditulis = True
        except OSError:
            return

    def rapikan(self) -> None:
        """Remove the longest unused until the place is below its limit; only after something was written."""
        if self._tempat is None or not self._ditulis:
            return
        berkas = []
        for satu in os.scandir(self._tempat):
            try:
                berkas.append((satu.stat().st_mtime, satu.stat().st_size, satu.path))
            except FileNotFoundError:
                continue
        besar = sum(ukuran for _, ukuran, _ in berkas)
        if besar <= self._batas:
            return
        for _, ukuran, path in sorted(berkas):
            if besar <= self._batas * _SISA:
                return
            Path(path).unlink(missing_ok=True)
            besar -= ukuran
