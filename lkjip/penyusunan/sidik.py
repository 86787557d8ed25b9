"""The hash under which a file is found again: the same data and the same program give the same one.

So what lies there is served at once and can never be out of date.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from lkjip.data import BukuKerja
from lkjip.laporan.data_penyusunan import Pesanan
from lkjip.laporan.isi import Dokumen

_AKAR = Path(__file__).resolve().parents[2]
_SUMBER = ("lkjip", "renstra", "kinerja", "anggaran", "static/laporan")


@cache
def sidik_program() -> str:
    """Hash of everything that decides how a report looks: a new version of the program makes new files."""
    jumlah = hashlib.sha256()
    for map_sumber in _SUMBER:
        for path in sorted((_AKAR / map_sumber).rglob("*")):
            if path.is_file() and path.suffix in {".py", ".html", ".css", ".svg"}:
                jumlah.update(path.relative_to(_AKAR).as_posix().encode() + path.read_bytes())
    return jumlah.hexdigest()


def sidik_isi(isi: BukuKerja | Dokumen) -> str:
    """Hash of the content alone: what was checked and frozen is the same whatever the program looks like."""
    return hashlib.sha256(repr(isi).encode()).hexdigest()


def sidik(isi: BukuKerja | Dokumen, pesanan: Pesanan) -> str:
    """Hash of the content, the form and the program; every field of the records is in their repr, digit by digit.

    What the repr leaves out (bytes of pictures) stands there as its own hash.
    """
    isinya = f"{sidik_program()}\n{pesanan.bentuk.value} {pesanan.akhir} {pesanan.terbitan}\n{isi!r}"
    return hashlib.sha256(isinya.encode()).hexdigest()
