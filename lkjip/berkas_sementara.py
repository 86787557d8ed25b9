"""An uploaded file between two pages: under a random name, known only to the session of who uploaded it."""

from __future__ import annotations

import hashlib
import secrets
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.core.files.uploadedfile import UploadedFile

_SIMPAN_DETIK = 24 * 3600


@dataclass(frozen=True)
class BerkasSementara:
    """`catatan`: what the pages on the way have noted about the file."""

    path: Path
    nama: str
    token: str
    catatan: dict[str, Any] = field(default_factory=dict)

    def sidik(self, banding: object) -> str:
        """Stands for the file and all that was compared: with other data, or another choice of columns, it differs."""
        return hashlib.sha256(repr((self.token, self.catatan, banding)).encode()).hexdigest()


@dataclass(frozen=True)
class TempatBerkas:
    """Where the files of one purpose wait; a session has one of them at a time. `folder`: also the session's key."""

    folder: str

    def _tempat(self) -> Path:
        tempat = Path(settings.MEDIA_ROOT) / self.folder
        tempat.mkdir(parents=True, exist_ok=True, mode=0o700)
        return tempat

    def simpan(self, sesi: SessionBase, unggahan: UploadedFile[bytes], akhiran: str) -> BerkasSementara:
        """Keep the file instead of the one before; `akhiran` is chosen by us, never taken from the file's name."""
        self.buang(sesi)
        token = secrets.token_hex(16)
        path = self._tempat() / f"{token}{akhiran}"
        with path.open("wb") as berkas:
            for potongan in unggahan.chunks():
                berkas.write(potongan)
        sesi[self.folder] = {"token": token, "akhiran": akhiran, "nama": unggahan.name or ""}
        return BerkasSementara(path, unggahan.name or "", token)

    def ambil(self, sesi: SessionBase) -> BerkasSementara | None:
        """The file that this session has uploaded, if it is still there."""
        isi = sesi.get(self.folder)
        if not isi:
            return None
        path = self._tempat() / f"{isi['token']}{isi.get('akhiran', '.xlsx')}"
        berkas = BerkasSementara(path, isi["nama"], isi["token"], isi.get("catatan", {}))
        return berkas if path.is_file() else None

    def catat(self, sesi: SessionBase, **catatan: Any) -> None:
        """Note about the session's file what the next page needs."""
        if isi := sesi.get(self.folder):
            sesi[self.folder] = {**isi, "catatan": {**isi.get("catatan", {}), **catatan}}

    def buang(self, sesi: SessionBase) -> None:
        """Forget the session's file, and files that others have left behind for a day."""
        berkas = self.ambil(sesi)
        sesi.pop(self.folder, None)
        if berkas is not None:
            berkas.path.unlink(missing_ok=True)
        batas = time.time() - _SIMPAN_DETIK
        for path in self._tempat().iterdir():
            if path.stat().st_mtime < batas:
                path.unlink(missing_ok=True)
