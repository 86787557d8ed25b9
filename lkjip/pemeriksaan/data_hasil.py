"""Findings as they are stored, and what is said about a stored run. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

from lkjip.pemeriksaan.data import Rekap, Temuan, Tingkat

_BAWAAN = {k.name: k.default for k in fields(Temuan)}


def temuan_ke_json(temuan: Temuan) -> dict[str, Any]:
    """Only what is not as it is by default: most findings leave most fields empty."""
    isi = {nama: getattr(temuan, nama) for nama in _BAWAAN}
    isi = {nama: nilai for nama, nilai in isi.items() if nilai != _BAWAAN[nama]}
    if "argumen" in isi:
        isi["argumen"] = list(temuan.argumen)
    return isi | {"tingkat": temuan.tingkat.value}


def temuan_dari_json(isi: Mapping[str, Any]) -> Temuan:
    """The finding that was stored. A field that a later version has removed is left out."""
    dikenal = {nama: nilai for nama, nilai in isi.items() if nama in _BAWAAN}
    lagi = {"tingkat": Tingkat(isi["tingkat"]), "argumen": tuple(isi.get("argumen", ()))}
    return Temuan(**{**dikenal, **lagi})


def bitmask(dibaca: frozenset[str], semua: Sequence[str]) -> str:
    """Which of these names were read, as one number in hexadecimal: short, for every rule of every year."""
    return format(sum(1 << n for n, nama in enumerate(semua) if nama in dibaca), "x")


def dari_bitmask(tulisan: str, semua: Sequence[str]) -> frozenset[str]:
    angka = int(tulisan, 16)
    return frozenset(nama for n, nama in enumerate(semua) if angka >> n & 1)


@dataclass(frozen=True)
class HitunganTahun:
    """Counts of one agency-year for a list of agencies, as of `pada` (local time)."""

    kode: str
    tahun: int
    rekap: Rekap
    pada: datetime


@dataclass(frozen=True)
class HasilTersimpan:
    """The findings of the last run, in the order in which they are read."""

    daftar_temuan: tuple[Temuan, ...] = ()
    rekap: Rekap = field(default_factory=Rekap)
    pada: datetime | None = None
    usang: bool = True


@dataclass(frozen=True)
class Kemajuan:
    """What is new among the findings and what is gone, compared with the end of the day `sejak` (None: unknown)."""

    sejak: date | None = None
    daftar_baru: tuple[Temuan, ...] = ()
    kunci_hilang: tuple[str, ...] = ()

    @property
    def banyak_baru(self) -> int:
        return len(self.daftar_baru)
