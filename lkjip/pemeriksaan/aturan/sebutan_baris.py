"""Which budget rows a text names, and how findings about many rows are put together. No rules of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from anggaran.data import Anggaran
from anggaran.data_nomenklatur import tingkat_kode
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import baku, tanpa_angka_hidup

_TERPISAH = 5  # rows with a finding of their own; more of them stand together under their parent


def baris_disebut(buku: BukuKerja) -> frozenset[str]:
    """Kode of the rows that the report's text, or an analysis of the year, names by uraian or nomenclature kode."""
    isi = [n.isi for n in buku.laporan.daftar_narasi]
    isi += [a.uraian for a in buku.data.kinerja.daftar_analisis if a.tahun == buku.data.tahun]
    mentah = tanpa_angka_hidup("\n".join(isi))
    polos = f" {baku(mentah)} "
    return frozenset(
        a.kode for a in buku.data.anggaran.daftar_anggaran
        if ((b := baku(a.uraian)) and f" {b} " in polos)
        or (tingkat_kode(a.kode) is not None and _tertulis(a.kode, mentah))
    )  # fmt: skip


def _tertulis(kode: str, teks: str) -> bool:
    """Whether a kode stands there as a whole; looked for as it is first, which is quick."""
    return kode in teks and re.search(rf"(?<![\w.]){re.escape(kode)}(?![\w]|\.\d)", teks) is not None


def gabung_baris(daftar: Sequence[Anggaran]) -> Iterator[tuple[str, list[Anggaran]]]:
    """(kode of the parent, rows): each row by itself where there are few, else all of one parent together."""
    if len(daftar) <= _TERPISAH:
        yield from ((a.induk, [a]) for a in daftar)
        return
    per_induk: dict[str, list[Anggaran]] = defaultdict(list)
    for a in daftar:
        per_induk[a.induk].append(a)
    yield from per_induk.items()
