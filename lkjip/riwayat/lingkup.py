"""To which agency-year, Renstra and agency a row belongs; and the triggers that keep its references inside them.

A CHECK sees one row and a foreign key one column, so neither can refuse an indicator under another agency's sasaran.
The scopes that the history needs (`ModelTeraudit.RIWAYAT_LINGKUP`) say it: a row and what it points at may not belong
to two agencies, two Renstra or two agency-years.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models

from lkjip.riwayat.models import ModelTeraudit

LINGKUP = ("tahun_kinerja", "renstra", "instansi")
_TOLAK = "Rujukan ini milik instansi, Renstra, atau tahun lain."


@dataclass(frozen=True)
class Pemicu:
    """One trigger; `fungsi` is the body of the PostgreSQL function that it calls (empty on SQLite)."""

    nama: str
    tabel: str
    sql: str
    nama_fungsi: str = ""
    fungsi: str = ""


def daftar_jalan(model: type[ModelTeraudit], nama: str) -> tuple[str, ...]:
    """The paths of foreign keys by which a row of the model reaches the scope `nama`."""
    jalan = model.RIWAYAT_LINGKUP.get(nama, ())
    return (jalan,) if isinstance(jalan, str) else jalan


def lingkup(model: type[ModelTeraudit], baris: str) -> list[str]:
    """SQL for the ids of the agency-year, Renstra and agency that the row `baris` (NEW or OLD) belongs to."""
    hasil = []
    for nama in LINGKUP:
        daftar = [_jalan(model, satu, baris) for satu in daftar_jalan(model, nama)]
        hasil.append(f"COALESCE({', '.join(daftar)})" if len(daftar) > 1 else "".join(daftar) or "NULL")
    return hasil


def _jalan(model: type[models.Model], jalan: str, baris: str) -> str:
    """`indikator__renstra` → a nested SELECT that follows these foreign keys from the row."""
    sql = ""
    for nama in jalan.split("__") if jalan else ():
        kolom = model._meta.get_field(nama)
        if not isinstance(kolom, models.ForeignKey):
            raise TypeError(f"RIWAYAT_LINGKUP: {model.__name__}.{nama} is no foreign key")
        dari = f'(SELECT "{kolom.column}" FROM "{model._meta.db_table}" WHERE id = {sql})'
        sql = dari if sql else f"{baris}.{kolom.column}"
        model = kolom.remote_field.model
    return sql or f"{baris}.id"


def _rujukan(model: type[ModelTeraudit]) -> Iterator[tuple[models.ForeignKey, type[ModelTeraudit]]]:  # type: ignore[type-arg]
    for kolom in model._meta.concrete_fields:
        if isinstance(kolom, models.ForeignKey) and issubclass(kolom.remote_field.model, ModelTeraudit):
            yield kolom, kolom.remote_field.model


def daftar_pasangan(model: type[ModelTeraudit]) -> list[tuple[str, str, str]]:
    """(foreign key, path to a scope of the row itself, path to the same scope of what it points at)."""
    return [
        (kolom.name, sendiri, "__".join(filter(None, (kolom.name, milik_rujukan))))
        for kolom, rujukan in _rujukan(model)
        for nama in (LINGKUP[-1:] if kolom.name in model.LINGKUP_BEBAS else LINGKUP)
        for sendiri in daftar_jalan(model, nama)
        for milik_rujukan in daftar_jalan(rujukan, nama)
        if sendiri != "__".join(filter(None, (kolom.name, milik_rujukan)))
    ]


def _syarat(model: type[ModelTeraudit]) -> tuple[str, str]:
    """(SQL that is true for a row to be refused, the columns that it hangs on); empty where nothing can go wrong."""
    pasangan = daftar_pasangan(model)
    syarat = " OR ".join(
        f"{_jalan(model, kiri, 'NEW')} <> {_jalan(model, kanan, 'NEW')}" for _, kiri, kanan in pasangan
    )
    nama = dict.fromkeys(n for rujukan, kiri, _ in pasangan for n in (rujukan, kiri.split("__")[0]) if n)
    kolom = {f.name: f.column for f in model._meta.concrete_fields}
    return syarat, ", ".join(f'"{kolom[n]}"' for n in nama)


def penjaga_sqlite(model: type[ModelTeraudit]) -> list[Pemicu]:
    """Two triggers: an INSERT, and an UPDATE of the foreign keys."""
    tabel, (syarat, kolom) = model._meta.db_table, _syarat(model)
    daftar = (("tambah", "INSERT"), ("ubah", f"UPDATE OF {kolom}")) if syarat else ()
    return [
        Pemicu(
            nama=f"riwayat_lingkup_{tabel}_{akhiran}",
            tabel=tabel,
            sql=f'CREATE TRIGGER "riwayat_lingkup_{tabel}_{akhiran}" BEFORE {kejadian} ON "{tabel}" WHEN {syarat} '
            f"BEGIN SELECT RAISE(ABORT, '{_TOLAK}'); END",
        )
        for akhiran, kejadian in daftar
    ]


def penjaga_postgresql(model: type[ModelTeraudit]) -> list[Pemicu]:
    """One trigger for INSERT and for an UPDATE of the foreign keys."""
    tabel, (syarat, kolom) = model._meta.db_table, _syarat(model)
    if not syarat:
        return []
    nama = f"riwayat_lingkup_{tabel}"
    fungsi = (
        f" BEGIN IF {syarat} THEN RAISE EXCEPTION '{_TOLAK}' USING ERRCODE = 'integrity_constraint_violation'; END IF;"
        " RETURN NEW; END "
    )
    sql = (
        f'CREATE TRIGGER "{nama}" BEFORE INSERT OR UPDATE OF {kolom} ON "{tabel}" FOR EACH ROW '
        f"EXECUTE FUNCTION {nama}()"
    )
    return [Pemicu(nama, tabel, sql, nama, fungsi)]


def _ikuti(objek: models.Model | None, jalan: str) -> object:
    """What the path leads to from this object; None where a foreign key on the way is empty."""
    for nama in jalan.split("__") if jalan else ():
        objek = getattr(objek, nama, None) if objek is not None else None
    return objek.pk if objek is not None else None


def galat_lingkup(objek: ModelTeraudit) -> dict[str, str]:
    """Foreign key → sentence, for references that the triggers would refuse; asked by forms before they save."""
    return {
        rujukan: _TOLAK
        for rujukan, kiri, kanan in daftar_pasangan(type(objek))
        if None not in (satu := (_ikuti(objek, kiri), _ikuti(objek, kanan))) and satu[0] != satu[1]
    }
