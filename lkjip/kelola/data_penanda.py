"""Whose name stands under the report of each year, and which years a change of the terms of office alters. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from renstra.data_pejabat import MasaJabatan, angka_nip, jabatan_lengkap, pejabat_pada, tanpa_awalan, tulis_nip


@dataclass(frozen=True)
class Penanda:
    """The head of the agency as a year (or the agency today) carries them."""

    jabatan_kepala: str = ""
    nama_kepala: str = ""
    nip_kepala: str = ""
    pangkat_kepala: str = ""

    def sama(self, lain: Penanda) -> bool:
        """Whether both print alike: spaces in a NIP do not count."""
        return self._baku() == lain._baku()

    def _baku(self) -> tuple[str, ...]:
        nip = angka_nip(self.nip_kepala)
        return (self.jabatan_kepala.strip(), self.nama_kepala.strip(), nip, self.pangkat_kepala.strip())


@dataclass(frozen=True)
class Tempat:
    """Where a head is named: a year's report of a date, or (`tahun` None) the agency as it is today."""

    tahun: int | None
    hari: date
    tercatat: Penanda
    sebutan: str = ""


@dataclass(frozen=True)
class Akibat:
    """`tempat` would carry `menjadi` instead of what it carries now."""

    tempat: Tempat
    menjadi: Penanda


def penanda(pejabat: MasaJabatan, tercatat: Penanda) -> Penanda:
    """What a year carries when this official signs; a term without a title keeps the title that the year has."""
    jabatan = pejabat.jabatan or tanpa_awalan(tercatat.jabatan_kepala)
    return Penanda(jabatan_lengkap(pejabat.status, jabatan), pejabat.nama, tulis_nip(pejabat.nip), pejabat.pangkat)


def beda(tempat: Tempat, daftar: Iterable[MasaJabatan]) -> Akibat | None:
    """What the terms say of this year where it carries something else; None where it agrees, or they say nothing."""
    pejabat = pejabat_pada(daftar, tempat.hari)
    if pejabat is None:
        return None
    menjadi = penanda(pejabat, tempat.tercatat)
    return None if menjadi.sama(tempat.tercatat) else Akibat(tempat, menjadi)


def akibat(lama: Sequence[MasaJabatan], baru: Sequence[MasaJabatan], daftar: Iterable[Tempat]) -> tuple[Akibat, ...]:
    """The years whose official the change from `lama` to `baru` alters.

    A year whose official stays the same is left as it is, even where an import brought another name: that import wins
    until somebody decides otherwise for that year.
    """
    terkena = (t for t in daftar if not _tetap(pejabat_pada(lama, t.hari), pejabat_pada(baru, t.hari)))
    return tuple(satu for satu in (beda(t, baru) for t in terkena) if satu is not None)


def _tetap(sebelum: MasaJabatan | None, sesudah: MasaJabatan | None) -> bool:
    if sebelum is None or sesudah is None:
        return sesudah is None
    return penanda(sebelum, Penanda()) == penanda(sesudah, Penanda())


def sidik(daftar: Sequence[Akibat]) -> str:
    """Stands for what was shown before saving; '' for nothing."""
    return hashlib.sha256(repr(daftar).encode()).hexdigest() if daftar else ""
