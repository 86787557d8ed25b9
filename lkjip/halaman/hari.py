"""The day on which a page asks for its figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lkjip.data import BukuKerja, DataInstansi


def per_hari(buku: BukuKerja, hari: date) -> BukuKerja:
    """The same data, asked on `hari`: a period that is not over by then is "belum waktunya", not missing."""
    kinerja = replace(buku.data.kinerja, per_tanggal=hari)
    return replace(buku, data=DataInstansi(replace(buku.data.anggaran, kinerja=kinerja)))
