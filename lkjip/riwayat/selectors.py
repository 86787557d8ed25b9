"""Everything read about the history: rows of one object or one agency-year, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Max, QuerySet

from lkjip.dasar.rekaman import tulisan_nilai
from lkjip.kolom import DesimalField
from lkjip.riwayat.models import Riwayat


@dataclass(frozen=True)
class PerubahanKolom:
    """One column of one change, in words; empty where there was, or is, no value."""

    kolom: str
    label: str
    dari: str
    menjadi: str


@dataclass(frozen=True)
class CatatanRiwayat:
    riwayat: Riwayat
    nama_tabel: str
    daftar_kolom: tuple[PerubahanKolom, ...]


def daftar_riwayat_objek(objek: models.Model) -> QuerySet[Riwayat]:
    """The history of one row, newest first."""
    return Riwayat.objects.filter(tabel=objek._meta.db_table, kunci=str(objek.pk))


def daftar_riwayat_tahun(tahun_kinerja_id: int) -> QuerySet[Riwayat]:
    """The history of everything that belongs to one agency-year, newest first."""
    return Riwayat.objects.filter(tahun_kinerja_id=tahun_kinerja_id)


def daftar_catatan(daftar: Iterable[Riwayat]) -> list[CatatanRiwayat]:
    """The changes in words; rows that they refer to are named by one query for each kind of row."""
    semua = list(daftar)
    nama_acuan = _nama_acuan(semua)
    return [_catatan(riwayat, nama_acuan) for riwayat in semua]


def model_tabel(tabel: str) -> type[models.Model] | None:
    return {m._meta.db_table: m for m in apps.get_models()}.get(tabel)


def _kolom_berubah(riwayat: Riwayat) -> list[str]:
    dari, ke = riwayat.dari or {}, riwayat.ke or {}
    return [nama for nama in dict.fromkeys([*dari, *ke]) if nama != "id" and dari.get(nama) != ke.get(nama)]


def _kolom_model(riwayat: Riwayat) -> dict[str, models.Field[Any, Any]]:
    model = model_tabel(riwayat.tabel)
    return {str(f.column): f for f in model._meta.concrete_fields} if model else {}


def _nama_acuan(daftar: Iterable[Riwayat]) -> dict[tuple[type[models.Model], object], str]:
    dicari: dict[type[models.Model], set[object]] = {}
    for riwayat in daftar:
        kolom_model = _kolom_model(riwayat)
        for nama in _kolom_berubah(riwayat):
            kolom = kolom_model.get(nama)
            if isinstance(kolom, models.ForeignKey):
                kunci = {(riwayat.dari or {}).get(nama), (riwayat.ke or {}).get(nama)} - {None}
                dicari.setdefault(kolom.remote_field.model, set()).update(kunci)
    return {
        (model, objek.pk): str(objek)
        for model, kunci in dicari.items()
        for objek in model._default_manager.filter(pk__in=kunci)
    }


def _catatan(riwayat: Riwayat, nama_acuan: Mapping[tuple[type[models.Model], object], str]) -> CatatanRiwayat:
    kolom_model = _kolom_model(riwayat)
    model = model_tabel(riwayat.tabel)
    daftar = []
    for nama in _kolom_berubah(riwayat):
        kolom = kolom_model.get(nama)
        dari, ke = (_tulisan((isi or {}).get(nama), kolom, nama_acuan) for isi in (riwayat.dari, riwayat.ke))
        if dari != ke:
            daftar.append(PerubahanKolom(nama, str(kolom.verbose_name) if kolom else nama, dari, ke))
    return CatatanRiwayat(riwayat, str(model._meta.verbose_name) if model else riwayat.tabel, tuple(daftar))


def _tulisan(
    nilai: Any, kolom: models.Field[Any, Any] | None, nama_acuan: Mapping[tuple[type[models.Model], object], str]
) -> str:
    if nilai is None:
        return ""
    if isinstance(kolom, models.ForeignKey):
        return nama_acuan.get((kolom.remote_field.model, nilai), f"#{nilai} (sudah dihapus)")
    if isinstance(kolom, DesimalField):
        return str(nilai).replace(".", ",")
    if isinstance(nilai, str) and kolom is not None:
        return str(dict(kolom.flatchoices).get(nilai, nilai))
    return tulisan_nilai(nilai)


def perubahan_terakhir(objek: models.Model, kolom: str) -> Riwayat | None:
    """The last entry that changed this column of this row."""
    nama = next(f.column for f in objek._meta.concrete_fields if f.name == kolom)
    for riwayat in daftar_riwayat_objek(objek).iterator(chunk_size=50):
        if (riwayat.dari or {}).get(nama) != (riwayat.ke or {}).get(nama):
            return riwayat
    return None


def riwayat_terakhir() -> int:
    """The number of the newest entry of the whole history; 0 where there is none."""
    return Riwayat.objects.aggregate(terakhir=Max("id"))["terakhir"] or 0
