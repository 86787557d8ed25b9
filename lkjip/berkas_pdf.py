"""The PDF of a report as a file: made once per content in a child process, kept under MEDIA_ROOT by its hash.

A web process never lays out a PDF itself: a long report takes seconds and hundreds of megabytes. The same data and the
same program give the same name, so what lies there is served at once and can never be out of date.
"""

from __future__ import annotations

import hashlib
import pickle
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from lkjip.data import BukuKerja

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


def sidik(buku: BukuKerja) -> str:
    """Hash of the content and the program; every field of the records is in their repr, digit by digit."""
    return hashlib.sha256(f"{sidik_program()}\n{buku!r}".encode()).hexdigest()


def siapkan_pdf(buku: BukuKerja, tempat: Path, *, ulang: bool = False) -> BerkasPdf:
    """The PDF of `buku` below `tempat`: ready, or being made from now on. A failure stays until `ulang`."""
    tempat.mkdir(parents=True, exist_ok=True)
    path = tempat / f"{sidik(buku)}.pdf"
    if path.exists():
        return BerkasPdf(KeadaanBerkas.SIAP, path)
    gagal = path.with_suffix(".gagal")
    if gagal.exists() and not ulang:
        return BerkasPdf(KeadaanBerkas.GAGAL, path, gagal.read_text())
    if _pesan_giliran(path):
        gagal.unlink(missing_ok=True)
        path.with_suffix(".masuk").write_bytes(pickle.dumps(buku))
        threading.Thread(target=_susun, args=(path,), daemon=True).start()
    return BerkasPdf(KeadaanBerkas.DISUSUN, path)


def _pesan_giliran(path: Path) -> bool:
    """Whether this caller is to make the file: the first who creates the mark, or a later one when the mark is "
    "stale."""
    tanda = path.with_suffix(".proses")
    if tanda.exists() and time.time() - tanda.stat().st_mtime > 2 * BATAS_DETIK:
        tanda.unlink(missing_ok=True)
    try:
        tanda.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def _susun(path: Path) -> None:
    """Run the child process, wait for it, leave either the PDF or the reason."""
    masuk, tanda = path.with_suffix(".masuk"), path.with_suffix(".proses")
    perintah = [sys.executable, "-m", "lkjip.proses_pdf", str(masuk), str(path)]
    try:
        with _GILIRAN:
            subprocess.run(perintah, cwd=_AKAR, timeout=BATAS_DETIK, check=True, capture_output=True)
    except subprocess.TimeoutExpired:
        path.with_suffix(".gagal").write_text(f"Penyusunan PDF melewati {BATAS_DETIK} detik dan dihentikan.")
    except subprocess.CalledProcessError as galat:
        sys.stderr.write(galat.stderr.decode(errors="replace"))
        path.with_suffix(".gagal").write_text("Penyusunan PDF gagal; rinciannya tercatat pada server.")
    finally:
        masuk.unlink(missing_ok=True)
        tanda.unlink(missing_ok=True)
        _bersihkan(path.parent)


def _bersihkan(tempat: Path) -> None:
    """Remove files that nobody has made or asked for in a month."""
    batas = time.time() - _SIMPAN_DETIK
    for path in tempat.iterdir():
        if path.is_file() and path.stat().st_mtime < batas:
            path.unlink(missing_ok=True)
