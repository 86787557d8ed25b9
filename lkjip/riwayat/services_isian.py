"""Writing columns of one row only where they still hold what the writer saw: two people at once lose nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import models

from lkjip.dasar.isian import Isian, sama_isi
from lkjip.riwayat.selectors import perubahan_terakhir
from lkjip.riwayat.services import tulis_baris


@dataclass(frozen=True)
class Bentrok:
    """A column that somebody else has changed meanwhile: what is stored, what is wanted, who stored it and when.

    `kunci`: by which the caller named the row (pk of the indicator, of the budget row, of the component).
    """

    kolom: str
    tersimpan: object
    diminta: object
    oleh: str = ""
    waktu: datetime | None = None
    kunci: int | None = None


class IsianBentrok(Exception):
    """Nothing was written: for these columns the writer has to choose."""

    def __init__(self, daftar: Sequence[Bentrok]) -> None:
        super().__init__(", ".join(b.kolom for b in daftar))
        self.daftar = tuple(daftar)


def terapkan_isian(baris: models.Model, daftar: Sequence[Isian]) -> list[str]:
    """Put the values into `baris`, a locked row or a new one; the columns that change. Raises IsianBentrok.

    A column that holds the wanted value already is no conflict, whoever wrote it.
    """
    beda = [i for i in daftar if not sama_isi(getattr(baris, i.kolom), i.nilai)]
    bentrok = [i for i in beda if not sama_isi(getattr(baris, i.kolom), i.dasar)]
    if bentrok:
        raise IsianBentrok([_bentrok(baris, i) for i in bentrok])
    for isian in beda:
        setattr(baris, isian.kolom, isian.nilai)
    return [i.kolom for i in beda]


def simpan_banyak_isian(daftar: Iterable[tuple[int, models.Model, Sequence[Isian]]]) -> int:
    """Store columns of many rows, (kunci, row, isian): all or nothing; how many columns changed.

    The caller holds the lock under which the rows were read; a new row is stored if any of its columns changes.
    Raises IsianBentrok with the conflicts of all rows (`kunci` says of which), or BarisDitolak.
    """
    bentrok: list[Bentrok] = []
    ditambah: dict[type[models.Model], list[models.Model]] = {}
    diubah: dict[type[models.Model], dict[tuple[str, ...], list[models.Model]]] = {}
    banyak = 0
    for kunci, baris, isian in daftar:
        try:
            berubah = terapkan_isian(baris, isian)
        except IsianBentrok as galat:
            bentrok += [replace(satu, kunci=kunci) for satu in galat.daftar]
            continue
        banyak += len(berubah)
        if berubah and baris._state.adding:
            ditambah.setdefault(type(baris), []).append(baris)
        elif berubah:
            diubah.setdefault(type(baris), {}).setdefault(tuple(berubah), []).append(baris)
    if bentrok:
        raise IsianBentrok(bentrok)
    for model in {**ditambah, **diubah}:
        tulis_baris(ditambah.get(model, []), diubah.get(model, {}))
    return banyak


def _bentrok(baris: models.Model, isian: Isian) -> Bentrok:
    tersimpan = getattr(baris, isian.kolom)
    terakhir = None if baris._state.adding else perubahan_terakhir(baris, isian.kolom)
    if terakhir is None:
        return Bentrok(isian.kolom, tersimpan, isian.nilai)
    return Bentrok(isian.kolom, tersimpan, isian.nilai, terakhir.pelaku, terakhir.waktu)
