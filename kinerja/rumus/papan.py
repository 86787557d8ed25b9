"""Figures of many agencies together: rank, mean, distribution, movement. Plain numbers in, plain numbers out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from kinerja.data_papan import Gerak, Sebaran
from kinerja.rumus.predikat import NAMA_PREDIKAT
from lkjip.dasar.hasil import Hasil, ada, kosong
from lkjip.dasar.hitungan import jumlah, rata_rata
from lkjip.dasar.tulisan_angka import bulat, tulis_tepat

_K = TypeVar("_K")
_DESIMAL = 2


def peringkat(nilai_per_kunci: Mapping[_K, Decimal]) -> dict[_K, int]:
    """Place of each score, the highest first. Equal scores share a place and the next one is skipped: 1, 2, 2, 4.

    Equal is what reads equal: scores are told apart by two decimals, as LHE print them.
    """
    bulatan = {kunci: bulat(nilai, _DESIMAL) for kunci, nilai in nilai_per_kunci.items()}
    tempat: dict[Decimal, int] = {}
    for urutan, nilai in enumerate(sorted(bulatan.values(), reverse=True), start=1):
        tempat.setdefault(nilai, urutan)
    return {kunci: tempat[nilai] for kunci, nilai in bulatan.items()}


def selisih(kini: Decimal | None, lalu: Decimal | None) -> Decimal | None:
    """This year's score less that of the year before; None where one of them is missing."""
    return None if kini is None or lalu is None else jumlah([kini, -lalu])


def gerak(kini: Decimal | None, lalu: Decimal | None) -> Gerak | None:
    """Where a score went, by the two decimals that are shown; None where there is no score this year."""
    if kini is None:
        return None
    beda = selisih(kini, lalu)
    if beda is None:
        return Gerak.BARU
    terlihat = bulat(beda, _DESIMAL)
    return Gerak.TETAP if terlihat == 0 else Gerak.NAIK if terlihat > 0 else Gerak.TURUN


def rata_rata_nilai(daftar: Sequence[Decimal | None]) -> Hasil:
    """Simple mean of the agencies that have a score; those without one are counted, not taken for 0."""
    bernilai = [nilai for nilai in daftar if nilai is not None]
    tanpa = len(daftar) - len(bernilai)
    if not bernilai:
        return kosong(f"tak satu pun dari {len(daftar)} instansi mempunyai nilai")
    cara = f"jumlah {tulis_tepat(jumlah(bernilai))} / {len(bernilai)} instansi yang bernilai; {tanpa} tanpa nilai"
    return ada(rata_rata(bernilai), cara, hasil_bagi=True)


def sebaran(daftar: Iterable[str]) -> tuple[Sebaran, ...]:
    """How many agencies have each letter, the best first; '' (no score) stands last. Letters of no scale before it."""
    banyak = Counter(daftar)
    lain = sorted(huruf for huruf in banyak if huruf and huruf not in NAMA_PREDIKAT)
    return tuple(Sebaran(huruf, banyak[huruf]) for huruf in (*NAMA_PREDIKAT, *lain, ""))
