"""The rules of the catalogue (pemeriksaan.md), by id, and the one function that runs them. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import Ambang as Ambang
from lkjip.pemeriksaan.aturan.dasar import Aturan as Aturan
from lkjip.pemeriksaan.data import Temuan, Tingkat

ATURAN: Mapping[str, Aturan] = {}
_URUTAN = {tingkat: n for n, tingkat in enumerate(Tingkat)}


def periksa(
    buku: BukuKerja, *, hanya: Collection[str] | None = None, ambang: Ambang | None = None
) -> tuple[Temuan, ...]:
    """Everything that the rules find (`hanya`: these rules), by severity, our own data before claims, then by place.

    Figures are asked for on the day that the data are asked on, else on the day of the report.
    """
    if buku.data.kinerja.per_tanggal is None:
        buku = buku.pada(buku.hari_laporan)
    terpakai = [a for nama, a in ATURAN.items() if hanya is None or nama in hanya]
    daftar = [t for aturan in terpakai for t in aturan.periksa(buku, ambang or Ambang())]
    return tuple(sorted(daftar, key=lambda t: (_URUTAN[t.tingkat], t.klaim)))
