"""The page of officials: each post with its terms, and each year with who signs it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lkjip.kelola.data_penanda import Akibat, Penanda, Tempat, beda, penanda
from renstra.data_pejabat import MasaJabatan, pejabat_pada, tulis_nip


@dataclass(frozen=True)
class BarisMasa:
    """A term; `kini`: this official would sign today; `usai`: it is over; `nip` as letters print it."""

    masa: MasaJabatan
    kini: bool
    usai: bool
    nip: str


@dataclass(frozen=True)
class BarisUnit:
    """The terms of the heads of one unit."""

    pk: int
    nama: str
    daftar: tuple[BarisMasa, ...]


@dataclass(frozen=True)
class BarisTahun:
    """Who stands under a report, and what the terms say. `beda` None and `menurut` None: the terms say nothing."""

    tempat: Tempat
    menurut: Penanda | None
    beda: Akibat | None
    nip: str


def daftar_jabatan(daftar: Sequence[MasaJabatan], hari: date) -> tuple[BarisMasa, ...]:
    """The terms of one post, as they come."""
    kini = pejabat_pada(daftar, hari)
    return tuple(BarisMasa(m, m == kini, bool(m.sampai and m.sampai < hari), tulis_nip(m.nip)) for m in daftar)


def per_unit(unit: Mapping[int, str], daftar: Iterable[tuple[int, MasaJabatan]], hari: date) -> tuple[BarisUnit, ...]:
    """Every unit with the terms of its head."""
    milik: dict[int, list[MasaJabatan]] = {pk: [] for pk in unit}
    for pk, masa in daftar:
        milik.setdefault(pk, []).append(masa)
    return tuple(BarisUnit(pk, nama, daftar_jabatan(milik[pk], hari)) for pk, nama in unit.items())


def daftar_baris_tahun(daftar: Iterable[Tempat], masa: Sequence[MasaJabatan]) -> tuple[BarisTahun, ...]:
    """Per report whom it names and whom the terms would name."""
    baris = []
    for tempat in daftar:
        pejabat = pejabat_pada(masa, tempat.hari)
        menurut = penanda(pejabat, tempat.tercatat) if pejabat else None
        baris.append(BarisTahun(tempat, menurut, beda(tempat, masa), tulis_nip(tempat.tercatat.nip_kepala)))
    return tuple(baris)
