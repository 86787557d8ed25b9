"""The child process that lays out one PDF: `python -m lkjip.proses_pdf MASUK KELUAR`.

MASUK is a pickled BukuKerja, written by `berkas_pdf` into a folder that only the server writes.
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from lkjip.cetak import cetak_pdf
from lkjip.data import BukuKerja


def susun_pdf(masuk: Path, keluar: Path) -> None:
    """Write the PDF beside its final place and move it there when it is whole."""
    buku: BukuKerja = pickle.loads(masuk.read_bytes())
    sementara = keluar.with_suffix(".sementara")
    sementara.write_bytes(cetak_pdf(buku))
    sementara.replace(keluar)


if __name__ == "__main__":
    susun_pdf(Path(sys.argv[1]), Path(sys.argv[2]))
