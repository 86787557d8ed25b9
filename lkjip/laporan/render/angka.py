"""A figure for readers and for programs. Every renderer uses this."""

from __future__ import annotations

from lkjip.dasar.tulisan_angka import tulis_polos
from lkjip.laporan.isi import Angka
from lkjip.laporan.isi_tulis import tulis as tulis


def nilai_mesin(angka: Angka) -> str:
    """Plain decimal (or the word) for programs; empty without a value."""
    nilai = angka.hasil.nilai if angka.hasil.ada else None
    if nilai is None:
        return ""
    return nilai if isinstance(nilai, str) else tulis_polos(nilai)


def keterangan(angka: Angka) -> str:
    """How the figure came about, or why there is none."""
    return angka.hasil.cara if angka.hasil.ada else angka.hasil.alasan
