"""The child process seen from the worker: started, listened to, stopped."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Self

from lkjip.laporan.render.pdf_draf import Kemajuan
from lkjip.penyusunan.proses import KEPALA, MEMORI_HABIS, Kiriman

_AKAR = Path(__file__).resolve().parents[2]
_MEMORI_DITOLAK = re.compile(r"out of memory|failed to allocate|cannot allocate memory|MemoryError", re.IGNORECASE)
_CATATAN = 8000  # bytes of what the child complained about


class AnakGagal(Exception):
    """The child has not made the file; the text is the sentence for who waits, `catatan` what the server's log gets."""

    def __init__(self, pesan: str, catatan: str = "") -> None:
        super().__init__(pesan)
        self.pesan, self.catatan = pesan, catatan


def karena_memori(status: int, catatan: str) -> bool:
    """Whether a child that ended so has run out of memory.

    Besides its own word for it: the kernel kills without one, and what is written in C aborts with a line on stderr.
    """
    return status in (MEMORI_HABIS, -signal.SIGKILL) or (status < 0 and bool(_MEMORI_DITOLAK.search(catatan)))


@dataclass(frozen=True)
class _Selesai:
    """The child's end of the pipe is closed."""


class Anak:
    """One child at work; leaving the `with` block stops it and everything that it has started."""

    def __init__(self, kiriman: Kiriman) -> None:
        self.usai = False
        self._keluhan: IO[bytes] = TemporaryFile()  # noqa: SIM115  (closed by `hentikan`)
        # A session of its own: the child and its helpers are stopped together, and Ctrl+C reaches the worker alone.
        self._proses = subprocess.Popen(
            [sys.executable, "-m", "lkjip.penyusunan.proses"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._keluhan,
            cwd=_AKAR,
            start_new_session=True,
        )
        self._kabar: queue.SimpleQueue[Kemajuan | _Selesai] = queue.SimpleQueue()
        threading.Thread(target=self._dengarkan, daemon=True).start()
        self._kirim(pickle.dumps(kiriman))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, jenis: type[BaseException] | None, galat: BaseException | None, _: TracebackType | None) -> None:
        self.hentikan()

    @property
    def pid(self) -> int:
        return self._proses.pid

    def tunggu(self, detik: float) -> Kemajuan | None:
        """The latest news of this time; None: none. Comes back early, with `usai`, once the file is whole.

        Raises AnakGagal where the child has ended without it.
        """
        terakhir: Kemajuan | None = None
        batas = time.monotonic() + detik
        while (sisa := batas - time.monotonic()) > 0:
            try:
                kabar = self._kabar.get(timeout=sisa)
            except queue.Empty:
                self._lepas_dari_yatim()
                break
            if isinstance(kabar, _Selesai):
                self._periksa_akhir()
                self.usai = True
                break
            terakhir = kabar
        return terakhir

    def hentikan(self) -> None:
        """Kill the child with all that it has started; nothing happens where it has ended."""
        self._tutup()
        for pipa in (self._proses.stdin, self._keluhan):
            if pipa is not None:
                with contextlib.suppress(BrokenPipeError):
                    pipa.close()

    def _tutup(self) -> int:
        """The exit status, after the whole family is gone. While the child is not reaped, its number is its own."""
        if self._proses.returncode is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._proses.pid, signal.SIGKILL)
        return self._proses.wait()

    def _lepas_dari_yatim(self) -> None:
        """Helpers of a child that died hold its pipe open; with them gone, its end is seen."""
        if self._proses.returncode is None and os.waitid(
            os.P_PID, self._proses.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT
        ):
            self._tutup()

    def _kirim(self, isi: bytes) -> None:
        """The pipe stays open: its end would tell the child that this process is gone."""
        assert self._proses.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # the child has ended; `tunggu` says why
            self._proses.stdin.write(KEPALA.pack(len(isi)) + isi)
            self._proses.stdin.flush()

    def _dengarkan(self) -> None:
        assert self._proses.stdout is not None
        with self._proses.stdout as aliran:
            for baris in aliran:
                isi = json.loads(baris)
                self._kabar.put(Kemajuan(isi["tahap"], isi["selesai"], isi["seluruh"]))
        self._kabar.put(_Selesai())

    def _periksa_akhir(self) -> None:
        if self._proses.returncode is None:
            os.waitid(os.P_PID, self._proses.pid, os.WEXITED | os.WNOWAIT)
        status = self._tutup()
        if status == 0:
            return
        self._keluhan.seek(0)
        catatan = self._keluhan.read()[-_CATATAN:].decode(errors="replace")
        if karena_memori(status, catatan):
            raise AnakGagal(
                "Berkas ini terlalu besar untuk memori yang disediakan. Kurangi isinya (misalnya gambar yang besar), "
                "atau minta pengelola server menaikkan batasnya.",
                catatan,
            )
        raise AnakGagal("Penyusunan berkas gagal; rinciannya tercatat pada server.", catatan or f"status {status}")
