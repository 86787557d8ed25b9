"""Deviation of spending from the cash plan (pemeriksaan.md ANG-29)."""

from __future__ import annotations

from decimal import Decimal

from lkjip.dasar.hasil import Hasil, ada, tidak_berlaku
from lkjip.dasar.hitungan import jumlah, persen
from lkjip.dasar.tulisan_angka import tulis_uang


def deviasi_kas(rencana: Decimal, realisasi: Decimal) -> Hasil:
    """realisasi − rencana, in rupiah; negative where less was spent than planned."""
    return ada(jumlah((realisasi, -rencana)), f"{tulis_uang(realisasi)} − {tulis_uang(rencana)}")


def persen_deviasi_kas(rencana: Decimal, realisasi: Decimal) -> Hasil:
    """(realisasi − rencana) / rencana × 100; no percentage of a plan of 0."""
    if rencana == 0:
        return tidak_berlaku("rencana kas nol: persen deviasi tidak dapat dihitung")
    cara = f"({tulis_uang(realisasi)} − {tulis_uang(rencana)}) / {tulis_uang(rencana)} × 100"
    return ada(persen(jumlah((realisasi, -rencana)), rencana), cara, hasil_bagi=True)
