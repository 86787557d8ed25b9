"""The child process that judges one file: `python -m lkjip.laporan.signing.proses_verifikasi`.

The file and whom to trust come as a pickle through the pipe from the parent that made it; the verdict goes back as
JSON, so that a file that got the better of a parser still cannot say more to the parent than a verdict.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import pickle
import resource
import sys
from dataclasses import dataclass, field
from datetime import datetime

from asn1crypto import crl, x509

from lkjip.laporan.signing.percaya import Kepercayaan
from lkjip.laporan.signing.tulisan_hasil import tulis_hasil
from lkjip.laporan.signing.verifikasi import verifikasi

MEMORI_HABIS, TERLALU_PANJANG = 77, 78  # exit statuses
_BATAS_JAWABAN = 1_000_000  # characters; a report's verdict has a few thousand


@dataclass(frozen=True)
class Titipan:
    """What the child needs: the file, the trusted (DER), what counts as now, and its limits."""

    isi: bytes = field(repr=False)
    roots: tuple[bytes, ...]
    intermediates: tuple[bytes, ...]
    crls: tuple[bytes, ...]
    pada: datetime | None
    detik: int
    batas_mb: int

    @property
    def kepercayaan(self) -> Kepercayaan:
        return Kepercayaan(
            tuple(map(x509.Certificate.load, self.roots)),
            tuple(map(x509.Certificate.load, self.intermediates)),
            tuple(map(crl.CertificateList.load, self.crls)),
        )


def _batasi(jenis: int, batas: int) -> None:
    _, keras = resource.getrlimit(jenis)
    batas = batas if keras == resource.RLIM_INFINITY else min(batas, keras)
    resource.setrlimit(jenis, (batas, batas))


def jalankan() -> int:
    """Returns the exit status."""
    keluar = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a library prints must not be taken for the verdict
    logging.disable(logging.CRITICAL)
    gc.disable()  # it would go over a report's objects again and again, and the process ends soon anyway
    titipan: Titipan = pickle.load(sys.stdin.buffer)
    _batasi(resource.RLIMIT_CORE, 0)  # somebody's document, left lying on the disk
    _batasi(resource.RLIMIT_CPU, titipan.detik)
    _batasi(resource.RLIMIT_AS, titipan.batas_mb * 1024 * 1024)
    try:
        jawaban = json.dumps(tulis_hasil(verifikasi(titipan.isi, titipan.kepercayaan, pada=titipan.pada)))
    except MemoryError:
        return MEMORI_HABIS
    if len(jawaban) > _BATAS_JAWABAN:  # thousands of signatures, or a name of many megabytes
        return TERLALU_PANJANG
    keluar.write(jawaban)
    keluar.flush()
    return 0


if __name__ == "__main__":
    os._exit(jalankan())
