"""The PDF of a report as a file: made once per content in a child process, kept under MEDIA_ROOT by its hash.

A web process never lays out a PDF itself: a long report takes seconds and hundreds of megabytes. The same data and the
same program give the same name, so what lies there is served at once and can never be out of date.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import pickle
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import IO

from lkjip.data import BukuKerja
from lkjip.laporan.isi import Dokumen

_AKAR = Path(__file__).resolve().parent.parent
_SUMBER = ("lkjip", "renstra", "kinerja", "anggaran", "templates/laporan", "static/laporan")
BATAS_DETIK = 180
_SIMPAN_DETIK = 30 * 24 * 3600
_GILIRAN = threading.BoundedSemaphore(2)  # two layouts at a time in one web process; the others wait their turn


class KeadaanBerkas(StrEnum):
    SIAP = "siap"
    DISUSUN = "disusun"
    GAGAL = "gagal"


@dataclass(frozen=True)
class BerkasPdf:
    """Where the PDF of some content lies, and whether it is there yet."""

    keadaan: KeadaanBerkas
    path: Path
    pesan: str = ""


@cache
def sidik_program() -> str:
    """Hash of everything that decides how a report looks: a new version of the program makes new files."""
    jumlah = hashlib.sha256()
    for map_sumber in _SUMBER:
        for path in sorted((_AKAR / map_sumber).rglob("*")):
            if path.is_file() and path.suffix in {".py", ".html", ".css", ".svg"}:
                jumlah.update(path.relative_to(_AKAR).as_posix().encode() + path.read_bytes())
    return jumlah.hexdigest()


def sidik(isi: BukuKerja | Dokumen) -> str:
    """Hash of the content and the program; every field of the records is in their repr, digit by digit."""
    return hashlib.sha256(f"{sidik_program()}\n{isi!r}".encode()).hexdigest()


def siapkan_pdf(isi: BukuKerja | Dokumen, tempat: Path, *, ulang: bool = False) -> BerkasPdf:
    """The PDF of a report (its workbook) or of a composed document below `tempat`: ready, or being made from now on.
    A failure stays until `ulang`.
    """
    tempat.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = tempat / f"{sidik(isi)}.pdf"
    if _ada(path):
        return BerkasPdf(KeadaanBerkas.SIAP, path)
    gagal = path.with_suffix(".gagal")
    if gagal.exists() and not ulang:
        return BerkasPdf(KeadaanBerkas.GAGAL, path, gagal.read_text())
    tanda = _pesan_giliran(path)
    if tanda is not None:
        gagal.unlink(missing_ok=True)
        threading.Thread(target=_susun, args=(path, pickle.dumps(isi), tanda), daemon=True).start()
    return BerkasPdf(KeadaanBerkas.DISUSUN, path)


def _ada(path: Path) -> bool:
    """Whether the file is there; being asked for keeps it from being cleaned away."""
    try:
        os.utime(path)
    except FileNotFoundError:
        return False
    return True


def _pesan_giliran(path: Path) -> IO[bytes] | None:
    """The mark, if this caller is to make the file; None while somebody else holds it.

    The mark is a lock, which the system opens by itself when its holder dies, however that happens.
    """
    tanda = path.with_suffix(".proses").open("wb")
    try:
        fcntl.flock(tanda, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        tanda.close()
        return None
    return tanda


def _susun(path: Path, isi: bytes, tanda: IO[bytes]) -> None:
    """Run the child process, wait for it, leave either the PDF or the reason. The data go to it by its own pipe."""
    perintah = [sys.executable, "-m", "lkjip.proses_pdf", str(path)]
    try:
        with tanda, _GILIRAN:
            if not path.exists():  # another process may have finished it just before the mark was ours
                subprocess.run(perintah, input=isi, cwd=_AKAR, timeout=BATAS_DETIK, check=True, capture_output=True)
    except subprocess.TimeoutExpired:
        path.with_suffix(".gagal").write_text(f"Penyusunan PDF melewati {BATAS_DETIK} detik dan dihentikan.")
    except subprocess.CalledProcessError as galat:
        sys.stderr.write(galat.stderr.decode(errors="replace"))
        path.with_suffix(".gagal").write_text("Penyusunan PDF gagal; rinciannya tercatat pada server.")
    finally:
        path.with_suffix(".proses").unlink(missing_ok=True)
        _bersihkan(path.parent)


def _bersihkan(tempat: Path) -> None:
    """Remove files that nobody has made or asked for in a month."""
    batas = time.time() - _SIMPAN_DETIK
    for path in tempat.iterdir():
        if path.is_file() and path.stat().st_mtime < batas:
            path.unlink(missing_ok=True)
