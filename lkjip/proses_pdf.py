"""The child process that lays out one PDF: `python -m lkjip.proses_pdf KELUAR`, with a pickled BukuKerja or
Dokumen on stdin.

The pickle comes through the pipe from `berkas_pdf`, never from a file that somebody else could have put there.
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from tempfile import NamedTemporaryFile

from lkjip.cetak import cetak_pdf
from lkjip.data import BukuKerja
from lkjip.laporan.isi import Dokumen
from lkjip.laporan.render.pdf import pdf_laporan


def susun_pdf(masuk: bytes, keluar: Path) -> None:
    """Write the PDF beside its final place, under a name of its own, and move it there when it is whole."""
    sumber: BukuKerja | Dokumen = pickle.loads(masuk)
    satuan = keluar.parent / "satuan"
    isi = pdf_laporan(sumber) if isinstance(sumber, Dokumen) else cetak_pdf(sumber, tembolok=satuan)
    with NamedTemporaryFile(dir=keluar.parent, suffix=".sementara", delete=False) as sementara:
        sementara.write(isi)
    Path(sementara.name).replace(keluar)


if __name__ == "__main__":
    susun_pdf(sys.stdin.buffer.read(), Path(sys.argv[1]))
