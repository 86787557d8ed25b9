"""Writing columns of one row only where they still hold what the writer saw: two people at once lose nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import models

from lkjip.dasar.isian import Isian, sama_isi
from lkjip.riwayat.selectors import perubahan_terakhir
from lkjip.riwayat.services import periksa_baris


@dataclass(frozen=True)
class Bentrok:
    """A column that somebody else has changed meanwhile: what is stored, what is wanted, who stored it and when."""

    kolom: str
    tersimpan: object
    diminta: object
    oleh: str = ""
    waktu: datetime | None = None


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


def simpan_isian(baris: models.Model, daftar: Sequence[Isian]) -> list[str]:
    """`terapkan_isian`, then store what changed; a new row is stored if any of its columns got a value.

    The caller holds the lock under which `baris` was read. Raises IsianBentrok, BarisDitolak.
    """
    berubah = terapkan_isian(baris, daftar)
    if berubah:
        periksa_baris(baris)
        baris.save(update_fields=None if baris._state.adding else berubah)
    return berubah


def _bentrok(baris: models.Model, isian: Isian) -> Bentrok:
    tersimpan = getattr(baris, isian.kolom)
    terakhir = None if baris.pk is None else perubahan_terakhir(baris, isian.kolom)
    if terakhir is None:
        return Bentrok(isian.kolom, tersimpan, isian.nilai)
    return Bentrok(isian.kolom, tersimpan, isian.nilai, terakhir.nama_oleh or "sistem", terakhir.waktu)
