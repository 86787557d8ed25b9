"""Everything read about the history: rows of one object or one agency-year, field by field."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from lkjip.dasar.rekaman import tulisan_nilai
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.kolom import DesimalField
from lkjip.riwayat.models import Aksi, Riwayat
from lkjip.riwayat.selectors_baris import nilai_kolom


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


def memuat(**kolom: object) -> Q:
    """Entries whose row held these values, before or after (`triwulan=1`, `komponen_id__in=[…]`)."""
    dari, ke = ({f"{sisi}__{nama}": nilai for nama, nilai in kolom.items()} for sisi in ("dari", "ke"))
    return Q(**dari) | Q(**ke)


def daftar_riwayat_baris(semua: QuerySet[Riwayat], syarat: Q) -> QuerySet[Riwayat]:
    """All entries of those rows of which one entry meets `syarat`, newest first: a row may have come from elsewhere."""
    return semua.filter(Exists(semua.filter(syarat, tabel=OuterRef("tabel"), kunci=OuterRef("kunci"))))


def daftar_pelaku_dan_jalur(semua: QuerySet[Riwayat]) -> list[tuple[str, str]]:
    """Who by which way, each pair once."""
    return list(semua.order_by("nama_oleh", "jalur").values_list("nama_oleh", "jalur").distinct())


def nama_baris(model: type[models.Model], daftar_kunci: Collection[int]) -> dict[int, str]:
    """How rows are called, per pk; those that are gone by their last entry. One query, two where some are gone."""
    if not daftar_kunci:
        return {}
    nama = {pk: str(baris) for pk, baris in model._default_manager.in_bulk(daftar_kunci).items()}
    hilang = {str(pk) for pk in daftar_kunci if pk not in nama}
    dihapus = Riwayat.objects.filter(tabel=model._meta.db_table, kunci__in=hilang, aksi=Aksi.HAPUS) if hilang else ()
    for entri in dihapus:
        isi = {f.attname: nilai_kolom(f, entri.dari or {}) for f in model._meta.concrete_fields}
        nama[int(entri.kunci)] = f"{model(**isi)} (sudah dihapus)"
    return nama


def daftar_catatan(daftar: Iterable[Riwayat], *, kecuali: Collection[str] = ()) -> list[CatatanRiwayat]:
    """The changes in words, without the columns `kecuali`; rows that they refer to are named by one query for each
    kind of row."""
    semua = list(daftar)
    nama_acuan = _nama_acuan(semua, kecuali)
    return [_catatan(riwayat, nama_acuan, kecuali) for riwayat in semua]


def model_tabel(tabel: str) -> type[models.Model] | None:
    return {m._meta.db_table: m for m in apps.get_models()}.get(tabel)


def _kolom_berubah(riwayat: Riwayat, kecuali: Collection[str]) -> list[str]:
    dari, ke = riwayat.dari or {}, riwayat.ke or {}
    dicari = (nama for nama in dict.fromkeys([*dari, *ke]) if nama != "id" and nama not in kecuali)
    return [nama for nama in dicari if dari.get(nama) != ke.get(nama)]


def _kolom_model(riwayat: Riwayat) -> dict[str, models.Field[Any, Any]]:
    model = model_tabel(riwayat.tabel)
    return {str(f.column): f for f in model._meta.concrete_fields} if model else {}


def _nama_acuan(daftar: Iterable[Riwayat], kecuali: Collection[str]) -> dict[tuple[type[models.Model], object], str]:
    dicari: dict[type[models.Model], set[object]] = {}
    for riwayat in daftar:
        kolom_model = _kolom_model(riwayat)
        for nama in _kolom_berubah(riwayat, kecuali):
            kolom = kolom_model.get(nama)
            if isinstance(kolom, models.ForeignKey):
                kunci = {(riwayat.dari or {}).get(nama), (riwayat.ke or {}).get(nama)} - {None}
                dicari.setdefault(kolom.remote_field.model, set()).update(kunci)
    return {
        (model, objek.pk): str(objek)
        for model, kunci in dicari.items()
        for objek in model._default_manager.filter(pk__in=kunci)
    }


def _catatan(
    riwayat: Riwayat, nama_acuan: Mapping[tuple[type[models.Model], object], str], kecuali: Collection[str]
) -> CatatanRiwayat:
    kolom_model = _kolom_model(riwayat)
    model = model_tabel(riwayat.tabel)
    daftar = []
    for nama in _kolom_berubah(riwayat, kecuali):
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
        return tulis_angka(Decimal(nilai), len(str(nilai).partition(".")[2]))  # with every digit that was stored
    if isinstance(nilai, str) and kolom is not None:
        return str(dict(kolom.flatchoices).get(nilai, nilai))
    return tulisan_nilai(nilai)


def perubahan_terakhir(objek: models.Model, kolom: str) -> Riwayat | None:
    """The last entry that changed this column of this row."""
    nama = next(f.column for f in objek._meta.concrete_fields if kolom in {f.name, f.attname})
    for riwayat in daftar_riwayat_objek(objek).iterator(chunk_size=50):
        if (riwayat.dari or {}).get(nama) != (riwayat.ke or {}).get(nama):
            return riwayat
    return None


def riwayat_terakhir() -> int:
    """The number of the newest entry of the whole history; 0 where there is none."""
    return Riwayat.objects.aggregate(terakhir=Max("id"))["terakhir"] or 0
