"""An uploaded workbook between upload and confirmation: a file with a random name, known only to the user's session."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.parse import HasilParse, baca_buku
from lkjip.buku_kerja.services import HasilImpor, impor_buku
from lkjip.data import BukuKerja

_KUNCI_SESI = "impor"
_KUNCI_SELESAI = "impor_selesai"
_SIMPAN_DETIK = 24 * 3600


@dataclass(frozen=True)
class BerkasImpor:
    path: Path
    nama: str
    token: str


def _tempat() -> Path:
    tempat = Path(settings.MEDIA_ROOT) / "impor"
    tempat.mkdir(parents=True, exist_ok=True, mode=0o700)
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
    return BerkasImpor(path, isi["nama"], isi["token"]) if path.is_file() else None


class _TidakSetuju(Exception):
    """Takes the import back."""


def impor_bila(*, buku: BukuKerja, oleh: Pengguna, setuju: Callable[[HasilImpor], bool]) -> HasilImpor | None:
    """Import the workbook if `setuju` says yes to what it changes; else None, and nothing is changed.

    Asked inside the transaction: nobody can change the data between the answer and the import. Raises ImporDitolak.
    """
    try:
        with transaction.atomic():
            hasil = impor_buku(buku=buku, oleh=oleh)
            if not setuju(hasil):
                raise _TidakSetuju
    except _TidakSetuju:
        return None
    return hasil


def tandai_selesai(sesi: SessionBase, sidik: str, kode: str, tahun: int) -> None:
    """Forget the file, but not that it was saved: the second click of a double click asks for the same once more."""
    buang(sesi)
    sesi[_KUNCI_SELESAI] = {"sidik": sidik, "kode": kode, "tahun": tahun}


def sudah_selesai(sesi: SessionBase, sidik: str) -> tuple[str, int] | None:
    """Agency and year, if what `sidik` stands for was the last that this session saved."""
    selesai = sesi.get(_KUNCI_SELESAI)
    return (selesai["kode"], selesai["tahun"]) if selesai and selesai["sidik"] == sidik else None


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
