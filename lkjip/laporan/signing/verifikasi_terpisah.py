"""The same verdict for a file of unknown origin: in a process of its own, within limits of time and memory."""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from lkjip.laporan.signing.data import HasilVerifikasi
from lkjip.laporan.signing.percaya import Kepercayaan
from lkjip.laporan.signing.proses_verifikasi import Titipan
from lkjip.laporan.signing.tulisan_hasil import baca_hasil

_AKAR = Path(__file__).resolve().parents[3]
_TUNGGU = 10  # seconds for a turn
# What the child is told of its surroundings: where Python and its libraries are, and none of the site's secrets.
_LINGKUNGAN = ("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "PYTHONPATH", "PYTHONHOME")

TERLALU_LAMA = "Berkas ini terlalu rumit untuk diperiksa di sini, jadi keasliannya tidak dapat dibuktikan."

logger = logging.getLogger(__name__)


class SedangSibuk(Exception):
    """Too many files are being judged; ask again in a moment."""


class Loket:
    """How many files one process of the site judges at a time, and how many more requests may wait for their turn.

    Who comes after them is sent away at once: waiting, they would take the site's threads from everybody else.
    """

    def __init__(self, bersamaan: int, menunggu: int) -> None:
        self._giliran = threading.BoundedSemaphore(bersamaan)
        self._tempat = threading.BoundedSemaphore(bersamaan + menunggu)

    @contextlib.contextmanager
    def masuk(self) -> Iterator[None]:
        """Raises SedangSibuk."""
        if not self._tempat.acquire(blocking=False):
            raise SedangSibuk
        try:
            if not self._giliran.acquire(timeout=_TUNGGU):
                raise SedangSibuk
            try:
                yield
            finally:
                self._giliran.release()
        finally:
            self._tempat.release()


UMUM = Loket(2, 1)
PENANDA = Loket(1, 1)
"""Whoever brings a signed file to its place does not queue behind the public."""


def verifikasi_terpisah(
    isi: bytes,
    kepercayaan: Kepercayaan,
    *,
    detik: int,
    batas_mb: int = 1024,
    pada: datetime | None = None,
    loket: Loket = UMUM,
) -> HasilVerifikasi:
    """Like `verifikasi`; a file that takes longer or more memory is not `sah`. Raises SedangSibuk."""
    titipan = Titipan(
        isi,
        tuple(satu.dump() for satu in kepercayaan.roots),
        tuple(satu.dump() for satu in kepercayaan.intermediates),
        tuple(satu.dump() for satu in kepercayaan.crls),
        pada,
        detik,
        batas_mb,
    )
    with loket.masuk():
        jawaban = _tanya(titipan)
    try:
        return baca_hasil(json.loads(jawaban))
    except (ValueError, KeyError, TypeError):
        return HasilVerifikasi(hashlib.sha256(isi).hexdigest(), len(isi), sah=False, catatan=(TERLALU_LAMA,))


def _tanya(titipan: Titipan) -> bytes:
    """What the child says; nothing where it did not end in time, or badly."""
    with subprocess.Popen(
        [sys.executable, "-m", "lkjip.laporan.signing.proses_verifikasi"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_AKAR,
        env={nama: os.environ[nama] for nama in _LINGKUNGAN if nama in os.environ},
        start_new_session=True,
    ) as anak:
        try:
            jawaban, _ = anak.communicate(pickle.dumps(titipan), timeout=titipan.detik)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(anak.pid, signal.SIGKILL)
            jawaban = b""
        status = anak.wait()
    if status != 0:
        logger.warning("Pemeriksaan berkas dihentikan (status %s, %s byte).", status, len(titipan.isi))
        return b""
    return jawaban
