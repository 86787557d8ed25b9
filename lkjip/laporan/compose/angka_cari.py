"""Whether a typed number equals a figure, or follows from figures: at the precision typed, half up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from decimal import ROUND_DOWN, Decimal

from lkjip.dasar.hitungan import KONTEKS
from lkjip.dasar.tulisan_angka import bulat
from lkjip.laporan.compose.angka_baca import AngkaTulis
from lkjip.laporan.compose.angka_kolam import Nilai

_SERATUS = Decimal(100)


class Cari:
    """Numbers in order of size, regardless of their sign: "turun 2,80%" means −2,80."""

    def __init__(self, daftar: Iterable[Nilai]) -> None:
        self._daftar = sorted(daftar, key=lambda n: abs(n.nilai))
        self._nilai = [abs(n.nilai) for n in self._daftar]

    def sama(self, angka: AngkaTulis) -> list[Nilai]:
        """Those that are printed so at the precision typed."""
        tertulis, setengah = abs(angka.nilai), _satuan(angka) / 2
        calon = self._antara(tertulis - setengah, tertulis + setengah)
        return [n for n in calon if bulat(abs(n.nilai), angka.desimal) == tertulis]

    def terpotong(self, angka: AngkaTulis) -> list[Nilai]:
        """Those of which the typed number is the beginning, cut off instead of rounded."""
        tertulis = abs(angka.nilai)
        calon = self._antara(tertulis, tertulis + _satuan(angka))
        return [n for n in calon if abs(n.nilai).quantize(_satuan(angka), ROUND_DOWN, KONTEKS) == tertulis]

    def terdekat(self, nilai: Decimal) -> Nilai | None:
        """The nearest number, at most a hundredth away."""
        calon = self._antara(abs(nilai) * 99 / 100, abs(nilai) * 101 / 100)
        return min(calon, key=lambda n: abs(abs(n.nilai) - abs(nilai)), default=None)

    def _antara(self, dari: Decimal, sampai: Decimal) -> list[Nilai]:
        return self._daftar[bisect_left(self._nilai, dari) : bisect_right(self._nilai, sampai)]


def beda_atau_jumlah(angka: AngkaTulis, daftar: Iterable[Decimal]) -> bool:
    """Whether it is the difference or the sum of two of the numbers."""
    semua = sorted(set(map(abs, daftar)))
    tertulis, setengah = abs(angka.nilai), _satuan(angka) / 2
    for nilai in semua:
        for pasangan in (nilai + tertulis, tertulis - nilai):
            awal = bisect_left(semua, pasangan - setengah)
            if awal < len(semua) and semua[awal] <= pasangan + setengah:
                return True
    return False


def _satuan(angka: AngkaTulis) -> Decimal:
    """The smallest step of the number as typed: 0,01 for 98,02."""
    return Decimal(1).scaleb(-angka.desimal)


def persentase(angka: AngkaTulis, lain: Sequence[AngkaTulis]) -> bool:
    """Whether two numbers typed beside it make this percentage: 396 dari 425 is 93,18%."""
    bulatan = [a.nilai for a in lain if a.satuan != "%" and a.nilai > 0][:12]
    return any(
        bulat(pembilang / penyebut * _SERATUS, angka.desimal) == angka.nilai
        for pembilang in bulatan
        for penyebut in bulatan
        if pembilang <= penyebut * 100 and pembilang is not penyebut
    )
