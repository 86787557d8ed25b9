"""The sheets of a year's Perjanjian Kinerja: of the head and of each unit, murni and perubahan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from renstra.data import Versi
from renstra.data_unit import PetaUnit

KEPALA = 0  # stands in the address where a unit's pk would


@dataclass(frozen=True)
class LembarHalaman:
    """`tanggal`: the day of signing, where it is known."""

    versi: Versi
    unit: int
    tanggal: date | None


@dataclass(frozen=True)
class BarisLembar:
    """The sheets, murni and perubahan, of the head or of one unit."""

    nama: str
    daftar: tuple[LembarHalaman, ...]


def daftar_lembar_halaman(
    peta: PetaUnit, tersimpan: Iterable[tuple[str, int | None, date | None]]
) -> tuple[BarisLembar, ...]:
    """A row for the head and one for each unit; `tersimpan`: version, pk of the unit (None: the head), day."""
    tanggal = {(versi, unit or KEPALA): hari for versi, unit, hari in tersimpan}
    baris = [("Kepala perangkat daerah", KEPALA), *((u.nama, u.pk) for u in peta.daftar)]
    return tuple(
        BarisLembar(nama, tuple(LembarHalaman(v, pk, tanggal.get((v.value, pk))) for v in Versi)) for nama, pk in baris
    )
