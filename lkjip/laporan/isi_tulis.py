"""How an `Angka` is written: its kind chosen by compose, its rounding by `dasar`. One way for reports and remarks."""

from __future__ import annotations

from decimal import Decimal

from lkjip.dasar.tulisan_angka import TANPA_NILAI, bulat, tulis_angka, tulis_persen, tulis_rupiah, tulis_uang
from lkjip.laporan.isi import Angka, JenisAngka


def tulis(angka: Angka) -> str:
    """The printed form; "–" where there is no value, never 0."""
    if not angka.hasil.ada or angka.hasil.nilai is None:
        return TANPA_NILAI
    nilai = angka.hasil.nilai
    return nilai if isinstance(nilai, str) else _tulis_bilangan(nilai, angka.jenis, angka.desimal)


def _tulis_bilangan(nilai: Decimal, jenis: JenisAngka, desimal: int | None) -> str:
    match jenis:
        case JenisAngka.PERSEN:
            return tulis_persen(nilai, 2 if desimal is None else desimal)
        case JenisAngka.PERSEN_POLOS | JenisAngka.POIN:
            return tulis_angka(nilai, 2 if desimal is None else desimal)
        case JenisAngka.RUPIAH:
            return tulis_rupiah(nilai)
        case JenisAngka.UANG:
            return tulis_uang(nilai, desimal)
        case JenisAngka.ANGKA | JenisAngka.KATA:
            return tulis_angka(nilai, _desimal_terlihat(nilai) if desimal is None else desimal)


def _desimal_terlihat(nilai: Decimal) -> int | None:
    """More than two decimals only where two would print 0 for a figure that is not 0: 0,00097."""
    terlihat = nilai == 0 or bulat(nilai, 2) != 0
    return None if terlihat else min(1 - nilai.adjusted(), 10)
