"""Writing a file below MEDIA_ROOT: whole or not at all, only for the server to read."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from pathlib import Path


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
