"""The child process that makes one file: `python -m lkjip.penyusunan.proses`, told what to do through its stdin.

It needs no database: its parent has loaded the data. They come as a pickle through the pipe between the two, never from
a file or a table that somebody else could have written. What it does it says on stdout, a line of JSON each. It lives
as long as its parent: when the pipe closes, however the parent ended, it ends itself and what it has started.
"""

from __future__ import annotations

import errno
import json
import os
import pickle
import resource
import signal
import struct
import threading
import traceback
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from lkjip.cetak import PENCETAK, cetak_pdf
from lkjip.cetak_dokumen import PENCETAK_DOKUMEN
from lkjip.data import BukuKerja
from lkjip.laporan.data_penyusunan import Bentuk
from lkjip.laporan.data_terbitan import Cap
from lkjip.laporan.isi import Dokumen
from lkjip.laporan.render.pdf import pdf_laporan
from lkjip.laporan.render.pdf_draf import Kemajuan, pdf_draf

KEPALA = struct.Struct(">Q")
MEMORI_HABIS = 77  # exit status
MEBI = 1024 * 1024
_SISA_SEMPIT = 16 * MEBI  # bytes; with less left, whatever failed has failed for want of memory


@dataclass(frozen=True)
class Kiriman:
    """What to make, where to write it, and within which limits."""

    isi: BukuKerja | Dokumen
    bentuk: Bentuk
    akhir: bool
    keluar: Path
    tembolok: Path | None
    proses: int
    batas_mb: int
    cap: Cap | None = None
    pdf14: bool = False


@dataclass
class Pelapor:
    """Says how far the work is; the parent decides how often that is stored."""

    aliran: TextIO

    def __call__(self, kemajuan: Kemajuan) -> None:
        baris = {"tahap": str(kemajuan.tahap), "selesai": kemajuan.selesai, "seluruh": kemajuan.seluruh}
        print(json.dumps(baris), file=self.aliran, flush=True)


def susun(kiriman: Kiriman, lapor: Pelapor) -> bytes:
    """The file."""
    isi, bentuk = kiriman.isi, kiriman.bentuk
    lapor(Kemajuan("menyusun isi", 0, 0))
    if isinstance(isi, Dokumen):
        if bentuk is not Bentuk.PDF:
            return PENCETAK_DOKUMEN[bentuk.value](isi)
        if kiriman.akhir:
            return pdf_laporan(replace(isi, cap=kiriman.cap), akhir=True, pdf14=kiriman.pdf14)
        return pdf_draf(isi, tembolok=kiriman.tembolok, proses=kiriman.proses, lapor=lapor)
    if bentuk is Bentuk.PDF:
        return cetak_pdf(
            isi, tembolok=kiriman.tembolok, proses=kiriman.proses, lapor=lapor,
            akhir=kiriman.akhir, cap=kiriman.cap, pdf14=kiriman.pdf14,
        )  # fmt: skip
    return PENCETAK[f".{bentuk.value}"](isi)


def kerjakan(kiriman: Kiriman, lapor: Pelapor) -> None:
    """Write the file at the place that the parent chose; moving it to its name is the parent's."""
    isi = susun(kiriman, lapor)
    lapor(Kemajuan("menyimpan", 0, 0))
    with open(os.open(kiriman.keluar, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as berkas:
        berkas.write(isi)
        berkas.flush()
        os.fsync(berkas.fileno())


def _mati_bersama_induk() -> None:
    """Nothing more comes through the pipe; its end is the parent's."""
    os.read(0, 1)
    os.killpg(0, signal.SIGKILL)


def _batasi_memori(batas_mb: int) -> None:
    batas = batas_mb * MEBI
    _, keras = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (batas if keras == resource.RLIM_INFINITY else min(batas, keras), keras))


def _lepas_batas_memori() -> int:
    """Room to say what went wrong; returns the limit that held until now, in bytes."""
    batas, keras = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (keras, keras))
    return batas


def _karena_memori(galat: BaseException, batas: int, terpakai: int) -> bool:
    """Libraries turn a refused block into errors of their own: the chain and the address space (bytes) tell as well."""
    rantai: BaseException | None = galat
    while rantai is not None:
        if isinstance(rantai, MemoryError) or (isinstance(rantai, OSError) and rantai.errno == errno.ENOMEM):
            return True
        rantai = rantai.__cause__ or rantai.__context__
    return batas != resource.RLIM_INFINITY and terpakai > batas - _SISA_SEMPIT


def _terpakai() -> int:
    """The address space of this process in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def jalankan() -> int:
    """Returns the exit status."""
    keluar = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a library prints must not be taken for progress
    masuk = os.fdopen(0, "rb", closefd=False)
    (panjang,) = KEPALA.unpack(masuk.read(KEPALA.size))
    kiriman: Kiriman = pickle.loads(masuk.read(panjang))
    threading.Thread(target=_mati_bersama_induk, daemon=True).start()
    _batasi_memori(kiriman.batas_mb)
    try:
        kerjakan(kiriman, Pelapor(keluar))
    except Exception as galat:
        batas = _lepas_batas_memori()
        if _karena_memori(galat, batas, _terpakai()):
            return MEMORI_HABIS
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    os._exit(jalankan())  # at once, without a word to the thread that waits for the parent
