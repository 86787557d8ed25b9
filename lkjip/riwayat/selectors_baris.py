"""Rows of agency-years, out of the tables as they are or out of the history as they were: one code reads both."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, Protocol, TypeVar

from django.db import models
from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Value
from django.utils.dateparse import parse_datetime

from lkjip.kolom import DesimalField
from lkjip.riwayat.lingkup import daftar_jalan
from lkjip.riwayat.models import Aksi, ModelTeraudit, Riwayat

Baris = Mapping[str, Any]  # column → value as JSON keeps it
IsiTabel = Mapping[str, Mapping[int, Baris]]  # table → pk → row
Saring = Mapping[str, str]
_BAGIAN_SEKALI_TANYA = 300  # SQLite joins at most 500 SELECTs
_M = TypeVar("_M", bound=ModelTeraudit)


class Sumber(Protocol):
    """Where the selectors of each package get their rows from."""

    def baris(self, model: type[ModelTeraudit], *kolom: str, **acuan: str) -> list[dict[str, Any]]:
        """The rows of some agency-years, their Renstra and their agencies, in their order in the sheet.

        `acuan`: name → path to a column of another row (`indikator__kode`). Each row says to which year or Renstra it
        belongs (`milik_tahun`, `milik_renstra`), as far as rows of this table belong to one; else to which agency
        (`milik_instansi`). Of a table that is everybody's, all rows.
        """
        ...

    def baris_bila(self, model: type[ModelTeraudit], saring: Saring, *kolom: str, **acuan: str) -> list[dict[str, Any]]:
        """Those of them that meet `saring`: path → the value that it must lead to."""
        ...


def _jalan_pemilik(model: type[ModelTeraudit]) -> dict[str, str]:
    def jalan_ke(*daftar: tuple[str, str]) -> dict[str, str]:
        return {nama: jalan for nama, lingkup in daftar for jalan in daftar_jalan(model, lingkup)}

    dekat = jalan_ke(("milik_tahun", "tahun_kinerja"), ("milik_renstra", "renstra"))
    return dekat or jalan_ke(("milik_instansi", "instansi"))


def _urutan(model: type[models.Model]) -> tuple[str, ...]:
    return ("urutan", "id") if any(f.name == "urutan" for f in model._meta.concrete_fields) else ("id",)


@dataclass(frozen=True)
class SumberTabel:
    """The rows of these agency-years, Renstra and agencies as they are now: one query for each call."""

    daftar_tahun: Collection[int] = ()
    daftar_renstra: Collection[int] = ()
    daftar_instansi: Collection[int] = ()

    def baris(self, model: type[ModelTeraudit], *kolom: str, **acuan: str) -> list[dict[str, Any]]:
        return self.baris_bila(model, {}, *kolom, **acuan)

    def baris_bila(self, model: type[ModelTeraudit], saring: Saring, *kolom: str, **acuan: str) -> list[dict[str, Any]]:
        dicari = {
            "milik_tahun": self.daftar_tahun,
            "milik_renstra": self.daftar_renstra,
            "milik_instansi": self.daftar_instansi,
        }
        pemilik = _jalan_pemilik(model)
        milik = Q()
        for nama, jalan in pemilik.items():
            milik |= Q(**{f"{jalan}__in": dicari[nama]})
        terurut = model._default_manager.filter(milik, **saring).order_by(*_urutan(model))
        return list(terurut.values(*kolom, **{nama: F(jalan) for nama, jalan in (pemilik | acuan).items()}))


@dataclass(frozen=True)
class SumberRiwayat:
    """The rows of one agency-year as the history had them at a moment (`isi_pada`): no query at all."""

    isi: IsiTabel

    def baris(self, model: type[ModelTeraudit], *kolom: str, **acuan: str) -> list[dict[str, Any]]:
        return self.baris_bila(model, {}, *kolom, **acuan)

    def baris_bila(self, model: type[ModelTeraudit], saring: Saring, *kolom: str, **acuan: str) -> list[dict[str, Any]]:
        kunci = _urutan(model)
        cocok = (
            b for b in self._tabel(model).values() if all(self._ikuti(model, b, j) == n for j, n in saring.items())
        )
        terurut = sorted(cocok, key=lambda baris: [baris[nama] for nama in kunci])
        jalan = {**{nama: nama for nama in kolom}, **_jalan_pemilik(model), **acuan}
        return [{nama: self._ikuti(model, baris, j) for nama, j in jalan.items()} for baris in terurut]

    def objek(self, model: type[_M], pk: int) -> _M:
        """The row as an instance that is in no table."""
        baris = self._tabel(model)[pk]
        return model(**{f.attname: nilai_kolom(f, baris) for f in model._meta.concrete_fields})

    def _tabel(self, model: type[models.Model]) -> Mapping[int, Baris]:
        return self.isi.get(model._meta.db_table, {})

    def _ikuti(self, model: type[models.Model], baris: Baris, jalan: str) -> Any:
        """What the path leads to; None where a foreign key on the way is empty."""
        *rujukan, ujung = jalan.split("__")
        for nama in rujukan:
            kolom: Any = model._meta.get_field(nama)
            model = kolom.remote_field.model
            if (induk := self._tabel(model).get(baris[kolom.column])) is None:
                return None
            baris = induk
        return nilai_kolom(model._meta.get_field(ujung), baris)


def nilai_kolom(kolom: Any, baris: Baris) -> Any:
    """A column of a row of the history, as the table would give it; its default where the column is younger."""
    if kolom.column not in baris:
        return kolom.get_default()
    nilai = baris[kolom.column]
    if nilai is None:
        return None
    if isinstance(kolom, DesimalField):
        return Decimal(nilai)
    if isinstance(kolom, models.DateTimeField):
        saat = parse_datetime(nilai)
        return saat.replace(tzinfo=UTC) if saat is not None and saat.tzinfo is None else saat
    return kolom.to_python(nilai)


def isi_pada(permintaan: Sequence[tuple[Sequence[Q], int]]) -> Sequence[IsiTabel]:
    """For each (which rows of the history, its last entry): the rows that stood then, whatever became of them later.

    One query for all of them together, up to 300 parts.
    """
    hasil: list[dict[str, dict[int, Baris]]] = [{} for _ in permintaan]
    bagian = [_berlaku(nomor, syarat, sampai) for nomor, (daftar, sampai) in enumerate(permintaan) for syarat in daftar]
    for satu in _gabungan(bagian):
        for nomor, tabel, isi in satu:
            hasil[nomor].setdefault(tabel, {})[isi["id"]] = isi
    return hasil


def _berlaku(nomor: int, syarat: Q, sampai: int) -> QuerySet[Riwayat, tuple[int, str, Any]]:
    """Entries that no later entry of the same row replaced by `sampai`; a row that was removed has none."""
    sesudah = Riwayat.objects.filter(
        tabel=OuterRef("tabel"), kunci=OuterRef("kunci"), pk__gt=OuterRef("pk"), pk__lte=sampai
    )
    return (
        Riwayat.objects.filter(syarat, ~Exists(sesudah), pk__lte=sampai)
        .exclude(aksi=Aksi.HAPUS)
        .order_by()
        .annotate(nomor=Value(nomor))
        .values_list("nomor", "tabel", "ke")
    )


def _gabungan(bagian: Sequence[Any]) -> Iterator[Any]:
    for mulai in range(0, len(bagian), _BAGIAN_SEKALI_TANYA):
        pertama, *lain = bagian[mulai : mulai + _BAGIAN_SEKALI_TANYA]
        yield pertama.union(*lain, all=True) if lain else pertama


def riwayat_sampai_saat(waktu: datetime) -> int:
    """The number of the last entry at or before this time; 0 where there is none.

    SQLite keeps times as text, in which `10:00:00.000` comes after `10:00:00`: one microsecond more takes both in.
    """
    sebelum = Riwayat.objects.filter(waktu__lt=waktu + timedelta(microseconds=1))
    return sebelum.aggregate(terakhir=Max("id"))["terakhir"] or 0
