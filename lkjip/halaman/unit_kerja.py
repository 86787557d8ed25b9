"""The page of an agency's units: which texts of the year name none of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lkjip.dasar.isian import ringkas_teks
from renstra.data_unit import PetaUnit, baku


@dataclass(frozen=True)
class TeksTanpaUnit:
    """A text of `penanggung_jawab` or `unit` that names no unit, and how many rows carry it."""

    teks: str
    banyak: int


def daftar_teks_tanpa_unit(
    daftar_teks: Iterable[str], peta: PetaUnit, *, nama_instansi: Iterable[str]
) -> tuple[TeksTanpaUnit, ...]:
    """Each unknown part once, the most frequent first; the agency's own name means all of it, so it is no unit."""
    diabaikan = {"", *(baku(nama) for nama in nama_instansi)}
    bagian = (
        ringkas_teks(satu)
        for teks in daftar_teks
        if not peta.mengenal(teks)
        for satu in teks.split(";")
        if baku(satu) not in diabaikan and not peta.dari_teks(satu)
    )
    return tuple(
        TeksTanpaUnit(teks, n) for teks, n in sorted(Counter(bagian).items(), key=lambda isi: (-isi[1], isi[0]))
    )
