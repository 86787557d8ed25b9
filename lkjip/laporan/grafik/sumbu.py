"""Axes: round steps, the place of a value, shortened money, labels. Nothing here touches a figure's printed digits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from lkjip.dasar.tulisan_angka import TANPA_NILAI, tulis_angka
from lkjip.laporan.isi import DataGrafik

_LANGKAH = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_BESARAN_UANG = ((Decimal(10) ** 9, "miliar"), (Decimal(10) ** 6, "juta"))


@dataclass(frozen=True)
class Skala:
    """An axis from `bawah` to `atas` with a line at each `langkah`."""

    bawah: Decimal
    atas: Decimal
    langkah: Decimal

    def letak(self, nilai: Decimal, awal: int, akhir: int) -> Decimal:
        """Where `nilai` stands between the coordinates; beyond an end it stands at that end."""
        dijepit = min(max(nilai, self.bawah), self.atas)
        return awal + (dijepit - self.bawah) * (akhir - awal) / (self.atas - self.bawah)

    @property
    def tanda(self) -> tuple[Decimal, ...]:
        banyak = int((self.atas - self.bawah) / self.langkah)
        return tuple(self.bawah + self.langkah * ke for ke in range(banyak + 1))


@dataclass(frozen=True)
class Ukuran:
    """How values are written: a divisor for money and the word for it."""

    pembagi: Decimal
    satuan: str
    desimal: int

    def tulis(self, nilai: Decimal | None) -> str:
        return TANPA_NILAI if nilai is None else tulis_angka(nilai / self.pembagi, self.desimal)

    def tulis_tanda(self, nilai: Decimal) -> str:
        return tulis_angka(nilai / self.pembagi)


def ukuran_data(data: DataGrafik) -> Ukuran:
    """Money is written in millions or billions where it reaches them."""
    terbesar = max((abs(nilai) for nilai in semua_nilai(data)), default=Decimal(0))
    if data.satuan == "Rp":
        for pembagi, nama in _BESARAN_UANG:
            if terbesar >= pembagi:
                return Ukuran(pembagi, f"Rp {nama}", 2)
    return Ukuran(Decimal(1), data.satuan, data.desimal)


def urutan_gaya(data: DataGrafik) -> list[int]:
    """For each series its number among those of the same style: the first of a style always looks the same."""
    return [sum(lain.gaya is deret.gaya for lain in data.deret[:ke]) for ke, deret in enumerate(data.deret)]


def semua_nilai(data: DataGrafik) -> list[Decimal]:
    return [hasil.angka for deret in data.deret for hasil in deret.nilai if hasil.angka is not None]


def skala_batang(nilai: Iterable[Decimal], acuan: Decimal | None) -> Skala:
    """From zero. Where there is a reference, a value over three times it and the middle one does not set the axis: its
    bar is drawn broken, so the others stay readable.
    """
    urut = sorted(nilai)
    if not urut and acuan is None:
        return bulatkan(Decimal(0), Decimal(1))
    tengah = urut[(len(urut) - 1) // 2] if urut else Decimal(0)
    batas = 3 * max(tengah, acuan or Decimal(0))
    wajar = urut if acuan is None else [satu for satu in urut if satu <= batas]
    return bulatkan(min([Decimal(0), *wajar]), max([Decimal(0), acuan or Decimal(0), *wajar]))


def skala_garis(nilai: list[Decimal], acuan: Decimal | None) -> Skala:
    """From zero where the values come near it, else around them with some air."""
    semua = [*nilai, *([] if acuan is None else [acuan])] or [Decimal(0), Decimal(1)]
    bawah, atas = min(semua), max(semua)
    if bawah >= 0 and bawah * 5 < atas * 2:
        return bulatkan(Decimal(0), atas)
    udara = (atas - bawah) / 5 or abs(atas) / 10 or Decimal(1)
    return bulatkan(max(bawah - udara, Decimal(0)) if bawah >= 0 else bawah - udara, atas + udara)


def bulatkan(bawah: Decimal, atas: Decimal) -> Skala:
    """About five round steps that hold both ends."""
    if atas <= bawah:
        atas = bawah + 1
    kasar = (atas - bawah) / 5
    pangkat = Decimal(10) ** kasar.adjusted()
    langkah = next(satu * pangkat for satu in _LANGKAH if satu * pangkat >= kasar)
    dasar = (bawah / langkah).to_integral_value(ROUND_FLOOR) * langkah
    puncak = (atas / langkah).to_integral_value(ROUND_CEILING) * langkah
    return Skala(dasar, puncak, langkah)
