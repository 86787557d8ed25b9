"""The kode that a text may name, in every form in which people type them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum

from lkjip.data import DataInstansi


class Jenis(Enum):
    """What a kode names."""

    INDIKATOR = "indikator"
    SASARAN = "sasaran"
    ANGGARAN = "anggaran"
    BELANJA = "belanja"
    KOMPONEN = "komponen"
    SUBKOMPONEN = "subkomponen"
    SEMUA = "semua"  # no kode: the whole agency


PetaKode = Mapping[str, tuple[str, frozenset[Jenis]]]
"""A kode as typed → the kode, and what it names."""


def _rapat(kode: str) -> str:
    return "".join(kode.split()).casefold()


def _polos(kode: str) -> str:
    return re.sub(r"[\W_]+", "", kode).casefold()


BENTUK: tuple[Callable[[str], str], ...] = (str, _rapat, _polos)
"""As typed; without regard to case and spaces; and to dots and dashes."""


def petakan_kode(data: DataInstansi) -> tuple[PetaKode, ...]:
    """Every kode of the agency-year with what it names, by each form in which it may be typed; only where unique."""
    jenis: dict[str, set[Jenis]] = {}
    for kode, satu in _semua_kode(data):
        jenis.setdefault(kode, set()).add(satu)
    hasil: list[PetaKode] = []
    for bentuk in BENTUK:
        per_bentuk: dict[str, list[str]] = {}
        for kode in jenis:
            per_bentuk.setdefault(bentuk(kode), []).append(kode)
        tunggal = {tulis: daftar[0] for tulis, daftar in per_bentuk.items() if tulis and len(daftar) == 1}
        hasil.append({tulis: (kode, frozenset(jenis[kode])) for tulis, kode in tunggal.items()})
    return tuple(hasil)


def _semua_kode(data: DataInstansi) -> Iterator[tuple[str, Jenis]]:
    yield from ((i.kode, Jenis.INDIKATOR) for i in data.renstra.daftar_indikator)
    yield from ((s.kode, Jenis.SASARAN) for s in data.renstra.daftar_sasaran)
    yield from ((a.kode, Jenis.ANGGARAN) for a in data.anggaran.daftar_anggaran)
    yield from ((kode, Jenis.BELANJA) for kode, _ in data.anggaran.belanja_per_kode)
    yield from ((s.komponen, Jenis.KOMPONEN) for s in data.kinerja.daftar_sakip)
    yield from ((lke.subkomponen, Jenis.SUBKOMPONEN) for lke in data.kinerja.daftar_lke)
