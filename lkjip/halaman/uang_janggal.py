"""Money that may be true but seldom is: more than the pagu, or less than before though cumulative."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lkjip.dasar.periode import nama_triwulan
from lkjip.dasar.tulisan_angka import tulis_uang
from lkjip.laporan.compose.konteks import Konteks


class Kejanggalan(StrEnum):
    MELEBIHI_PAGU = "melebihi pagu"
    TURUN = "turun"


@dataclass(frozen=True)
class UangJanggal:
    """`kalimat` speaks of the realisasi that the reader sees beside it."""

    jenis: Kejanggalan
    kalimat: str


def uang_janggal(konteks: Konteks, kode: str, triwulan: int) -> Iterator[UangJanggal]:
    """What is odd about the realisasi that a budget row (or '': everything) prints in the quarter."""
    realisasi = konteks.hitung("realisasi_anggaran", kode, triwulan=triwulan).angka
    if realisasi is None:
        return
    pagu = konteks.hitung("pagu", kode).angka
    if pagu is not None and realisasi > pagu:
        yield UangJanggal(Kejanggalan.MELEBIHI_PAGU, "Realisasi melebihi pagu.")
    sebelum = _sebelum(konteks, kode, triwulan)
    if sebelum is not None and realisasi < sebelum[1]:
        sebab = f"Lebih rendah dari {nama_triwulan(sebelum[0])} ({tulis_uang(sebelum[1])})"
        yield UangJanggal(Kejanggalan.TURUN, f"{sebab}; realisasi kumulatif tidak boleh turun.")


def _sebelum(konteks: Konteks, kode: str, triwulan: int) -> tuple[int, Decimal] | None:
    """The latest earlier quarter that prints a realisasi, and that."""
    for n in range(triwulan - 1, 0, -1):
        if (lalu := konteks.hitung("realisasi_anggaran", kode, triwulan=n).angka) is not None:
            return n, lalu
    return None
