"""From quarters to the year (pengukuran.md, "From quarters to the year"). Also composites and quotients."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lkjip.dasar.hasil import Hasil, ada, tidak_berlaku
from lkjip.dasar.hitungan import SERATUS, jumlah, presisi, rata_rata
from lkjip.dasar.periode import singkatan_triwulan
from lkjip.dasar.tulisan_angka import tulis_tepat
from renstra.data import Akumulasi


def _sebutan(daftar: Sequence[tuple[int, Decimal]], pemisah: str) -> str:
    return pemisah.join(f"{singkatan_triwulan(t)} {tulis_tepat(n)}" for t, n in daftar)


def akumulasi(daftar: Sequence[tuple[int, Decimal]], cara: Akumulasi | None) -> Hasil:
    """The year's realisasi from (triwulan, value) pairs in order of the quarters; needs at least one pair.

    `akhir` (also where none is set): the last; `jumlah`: the sum; `rata_rata`: the mean; `maksimum`: the largest.
    """
    nilai = [n for _, n in daftar]
    if cara is Akumulasi.JUMLAH:
        return ada(jumlah(nilai), f"jumlah triwulan: {_sebutan(daftar, ' + ')}")
    if cara is Akumulasi.RATA_RATA:
        return ada(rata_rata(nilai), f"rata-rata triwulan: {_sebutan(daftar, '; ')}", hasil_bagi=True)
    if cara is Akumulasi.MAKSIMUM:
        return ada(max(nilai), f"nilai terbesar triwulan: {_sebutan(daftar, '; ')}")
    return ada(nilai[-1], f"triwulan terakhir yang bernilai: {_sebutan(daftar[-1:], '')}")


@presisi
def hasil_bagi(pembilang: Decimal, penyebut: Decimal, *, persen: bool) -> Hasil:
    """pembilang / penyebut, times 100 for an indicator in percent."""
    if penyebut == 0:
        return tidak_berlaku("penyebut nol: realisasi tidak dapat dihitung")
    nilai = pembilang * (SERATUS if persen else 1) / penyebut
    akhiran = " × 100" if persen else ""
    return ada(nilai, f"{tulis_tepat(pembilang)} / {tulis_tepat(penyebut)}{akhiran}", hasil_bagi=True)


@presisi
def komposit(daftar: Sequence[tuple[Decimal, Decimal]]) -> Hasil:
    """Σ bobot × nilai over (bobot, nilai) pairs."""
    cara = " + ".join(f"{tulis_tepat(b)} × {tulis_tepat(n)}" for b, n in daftar)
    return ada(jumlah(b * n for b, n in daftar), f"Σ bobot × nilai: {cara}", hasil_bagi=True)


@presisi
def pertumbuhan(tahun_ini: Decimal, tahun_lalu: Decimal) -> Hasil:
    """(this year − the year before) / the year before × 100."""
    if tahun_lalu == 0:
        return tidak_berlaku("realisasi tahun sebelumnya nol: pertumbuhan tidak dapat dihitung")
    ini, lalu = tulis_tepat(tahun_ini), tulis_tepat(tahun_lalu)
    nilai = (tahun_ini - tahun_lalu) * SERATUS / tahun_lalu
    return ada(nilai, f"({ini} − {lalu}) / {lalu} × 100", hasil_bagi=True)
