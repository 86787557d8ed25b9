"""An uploaded workbook between upload and confirmation: a file with a random name, known only to the user's session."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.core.files.uploadedfile import UploadedFile

from lkjip.buku_kerja.parse import HasilParse, baca_buku

_KUNCI_SESI = "impor"
_SIMPAN_DETIK = 24 * 3600


@dataclass(frozen=True)
class BerkasImpor:
    path: Path
    nama: str


def _tempat() -> Path:
    tempat = Path(settings.MEDIA_ROOT) / "impor"
    tempat.mkdir(parents=True, exist_ok=True)
    return tempat


def simpan(sesi: SessionBase, unggahan: UploadedFile[bytes]) -> HasilParse:
    """Keep the file for the preview and read it; a file with errors is not kept."""
    buang(sesi)
    token = secrets.token_hex(16)
    path = _tempat() / f"{token}.xlsx"
    with path.open("wb") as berkas:
        for potongan in unggahan.chunks():
            berkas.write(potongan)
    hasil = baca_buku(path)
    if hasil.buku is None:
        path.unlink()
    else:
        sesi[_KUNCI_SESI] = {"token": token, "nama": unggahan.name or ""}
    return hasil


def ambil(sesi: SessionBase) -> BerkasImpor | None:
    """The file that this session has uploaded, if it is still there."""
    isi = sesi.get(_KUNCI_SESI)
    if not isi:
        return None
    path = _tempat() / f"{isi['token']}.xlsx"
    return BerkasImpor(path, isi["nama"]) if path.is_file() else None


def buang(sesi: SessionBase) -> None:
    """Forget the session's file, and files that others have left behind for a day."""
    berkas = ambil(sesi)
    sesi.pop(_KUNCI_SESI, None)
    if berkas is not None:
        berkas.path.unlink(missing_ok=True)
    batas = time.time() - _SIMPAN_DETIK
    for path in _tempat().glob("*.xlsx"):
        if path.stat().st_mtime < batas:
            path.unlink(missing_ok=True)
