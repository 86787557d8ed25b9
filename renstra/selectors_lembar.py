"""Rows of one sheet of an agency-year, as the browser shows and changes them; which sheet it is, a table says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.db.models import QuerySet

from lkjip.riwayat.services import Penyesuai
from renstra.models import MilikTahun, TahunKinerja


@dataclass(frozen=True)
class Acuan:
    """A column that names another row by its kode; `daftar` reads the rows that it may name, in their order.

    `bersama`: a column in which both rows must agree (belanja: a parent is of the same year).
    """

    lembar: str
    daftar: Callable[[TahunKinerja], Sequence[Any]]
    bersama: str = ""


@dataclass(frozen=True)
class TempatLembar:
    """Where a sheet is stored. `nama_lain`: column of the sheet → field of the model, where they differ.

    `save` brings all rows of the sheet to a wanted state; `jaga` raises ValidationError where the sheet as stored
    would be no valid workbook; `triwulan`: values of quarters hang on its rows, so their quarters are locked too.
    """

    nama: str
    model: type[MilikTahun]
    daftar_kolom: tuple[str, ...]
    save: Callable[[TahunKinerja, Sequence[Any], Penyesuai], None]
    acuan: Mapping[str, Acuan] = field(default_factory=dict)
    nama_lain: Mapping[str, str] = field(default_factory=dict)
    jaga: Callable[[TahunKinerja], None] | None = None
    triwulan: bool = False

    def kolom_model(self, kolom: str) -> str:
        return self.nama_lain.get(kolom, kolom)


def daftar_baris(tempat: TempatLembar, tahun_kinerja: TahunKinerja) -> QuerySet[Any]:
    """The rows of the sheet with what they refer to, in their order: one query when it is read."""
    baris = tempat.model._default_manager.filter(tahun_kinerja=tahun_kinerja)
    return baris.select_related(*tempat.acuan).order_by("urutan", "id")


def isi_baris(tempat: TempatLembar, baris: models.Model) -> dict[str, Any]:
    """Column of the sheet → value; a reference is the kode of the row that it names, '' where it names none."""
    isi = {}
    for kolom in tempat.daftar_kolom:
        nilai = getattr(baris, tempat.kolom_model(kolom))
        isi[kolom] = (nilai.kode if nilai is not None else "") if kolom in tempat.acuan else nilai
    return isi


def daftar_pilihan(tempat: TempatLembar, tahun_kinerja: TahunKinerja) -> dict[str, tuple[tuple[str, str], ...]]:
    """Column → the kode that it may name, each once, and what it is called; one query a column."""
    return {
        kolom: tuple({a.kode: (a.kode, a.uraian) for a in acuan.daftar(tahun_kinerja)}.values())
        for kolom, acuan in tempat.acuan.items()
    }


def banyak_baris(tempat: TempatLembar, tahun_kinerja: TahunKinerja) -> int:
    """How many rows the sheet has in this year."""
    return tempat.model._default_manager.filter(tahun_kinerja=tahun_kinerja).count()
