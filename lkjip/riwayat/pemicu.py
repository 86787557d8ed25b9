"""The triggers that write `Riwayat`: their text, made from the models; how they are installed, removed and checked.

Why triggers: signals and `save` see neither bulk_create nor queryset.update nor SQL typed by hand. Why generated:
a trigger lists the columns of its table, so it must follow the models; `migrate` (this app's command) installs them
anew after every run, because SQLite drops them whenever Django remakes a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from lkjip.kolom import DesimalField
from lkjip.riwayat.lingkup import LINGKUP, Pemicu, lingkup, penjaga_postgresql, penjaga_sqlite
from lkjip.riwayat.models import ModelTeraudit, Riwayat
from lkjip.riwayat.penjaga import larangan_postgresql, larangan_sqlite

TABEL_RIWAYAT = Riwayat._meta.db_table
TABEL_KONTEKS = "riwayat_konteks"
KUNCI_KONTEKS = ("oleh_id", "nama_oleh", "jalur", "alasan", "kejadian")
_TOLAK = "Riwayat tidak dapat diubah atau dihapus."
_KOLOM = ", ".join(
    ["waktu", *KUNCI_KONTEKS, "tabel", "kunci", "aksi", "dari", "ke", *(f"{nama}_id" for nama in LINGKUP)]
)


def daftar_model_teraudit() -> list[type[ModelTeraudit]]:
    return sorted((m for m in apps.get_models() if issubclass(m, ModelTeraudit)), key=lambda m: m._meta.db_table)


def daftar_pemicu(koneksi: BaseDatabaseWrapper) -> list[Pemicu]:
    """All triggers that this database should have, given the tables that it has."""
    with koneksi.cursor() as kursor:
        ada = set(koneksi.introspection.table_names(kursor))
    if TABEL_RIWAYAT not in ada:
        return []
    daftar = [m for m in daftar_model_teraudit() if m._meta.db_table in ada and _kolom_lengkap(koneksi, m)]
    postgresql = koneksi.vendor == "postgresql"
    buat = _pemicu_postgresql if postgresql else _pemicu_sqlite
    pelindung = _pelindung_postgresql if postgresql else _pelindung_sqlite
    penjaga = penjaga_postgresql if postgresql else penjaga_sqlite
    larangan = larangan_postgresql if postgresql else larangan_sqlite
    semua = (pemicu for pembuat in (buat, penjaga, larangan) for model in daftar for pemicu in pembuat(model))
    return [*pelindung([m._meta.db_table for m in daftar]), *semua]


def pasang(koneksi: BaseDatabaseWrapper) -> None:
    """Install what is missing or out of date, remove what is left over. Does nothing where all is current."""
    ingin = daftar_pemicu(koneksi)
    if not ingin or not daftar_usang(koneksi, ingin):
        return
    lepas(koneksi)
    with koneksi.cursor() as kursor:
        if koneksi.vendor == "sqlite":
            kolom = ", ".join(["id INTEGER PRIMARY KEY CHECK (id = 1)", *KUNCI_KONTEKS])
            kursor.execute(f'CREATE TABLE IF NOT EXISTS "{TABEL_KONTEKS}" ({kolom})')
        for pemicu in ingin:
            if pemicu.fungsi:
                kursor.execute(
                    f"CREATE OR REPLACE FUNCTION {pemicu.nama_fungsi}() RETURNS trigger LANGUAGE plpgsql "
                    f"AS $riwayat${pemicu.fungsi}$riwayat$"
                )
            kursor.execute(pemicu.sql)


def lepas(koneksi: BaseDatabaseWrapper) -> None:
    """Remove every trigger of the history (before a migration changes tables)."""
    with koneksi.cursor() as kursor:
        for nama, tabel in _terpasang(koneksi):
            di_tabel = f' ON "{tabel}"' if koneksi.vendor == "postgresql" else ""
            kursor.execute(f'DROP TRIGGER IF EXISTS "{nama}"{di_tabel}')


@contextmanager
def tanpa_pemicu(koneksi: BaseDatabaseWrapper) -> Iterator[None]:
    """SQLite only: the triggers are gone inside, and afterwards the very same ones stand again."""
    semula = _terpasang(koneksi)
    lepas(koneksi)
    try:
        yield
    finally:
        with koneksi.cursor() as kursor:
            for teks in semula.values():
                kursor.execute(teks)


def daftar_usang(koneksi: BaseDatabaseWrapper, ingin: list[Pemicu] | None = None) -> list[str]:
    """Names of triggers that are missing, differ from what the models ask for, or should not be there."""
    ingin = daftar_pemicu(koneksi) if ingin is None else ingin
    terpasang = _terpasang(koneksi)
    usang = [p.nama for p in ingin if terpasang.get((p.nama, p.tabel)) != (p.fungsi or p.sql)]
    return usang + sorted(nama for nama, _ in set(terpasang) - {(p.nama, p.tabel) for p in ingin})


def _terpasang(koneksi: BaseDatabaseWrapper) -> dict[tuple[str, str], str]:
    """(trigger, table) → its text; on PostgreSQL the body of its function, and nothing where it is switched off."""
    if koneksi.vendor == "postgresql":
        tanya = (
            "SELECT t.tgname, c.relname, CASE WHEN t.tgenabled = 'D' THEN '' ELSE p.prosrc END FROM pg_trigger t "
            "JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid "
            "WHERE NOT t.tgisinternal AND t.tgname LIKE 'riwayat\\_%' AND pg_table_is_visible(c.oid)"
        )
    else:
        tanya = (
            "SELECT name, tbl_name, sql FROM sqlite_master "
            "WHERE type = 'trigger' AND name LIKE 'riwayat\\_%' ESCAPE '\\'"
        )
    with koneksi.cursor() as kursor:
        kursor.execute(tanya)
        return {(nama, tabel): teks for nama, tabel, teks in kursor.fetchall()}


def _kolom_lengkap(koneksi: BaseDatabaseWrapper, model: type[models.Model]) -> bool:
    """False while a migration has not yet given the table all columns of today's model."""
    with koneksi.cursor() as kursor:
        ada = {k.name for k in koneksi.introspection.get_table_description(kursor, model._meta.db_table)}
    return {f.column for f in model._meta.concrete_fields} <= ada


def _kolom_teraudit(model: type[ModelTeraudit]) -> list[models.Field]:  # type: ignore[type-arg]
    return [f for f in model._meta.concrete_fields if f.name not in model.RIWAYAT_KECUALI]


# SQLite


def _pelindung_sqlite(_: Iterable[str]) -> list[Pemicu]:
    """The history refuses UPDATE, DELETE, and the REPLACE that would be a hidden DELETE."""
    daftar = (
        ("ubah", "UPDATE", ""),
        ("hapus", "DELETE", ""),
        ("timpa", "INSERT", f'WHEN EXISTS (SELECT 1 FROM "{TABEL_RIWAYAT}" WHERE id = NEW.id) '),
    )
    return [
        Pemicu(
            nama=f"riwayat_pelindung_{akhiran}",
            tabel=TABEL_RIWAYAT,
            sql=f'CREATE TRIGGER "riwayat_pelindung_{akhiran}" BEFORE {kejadian} ON "{TABEL_RIWAYAT}" {syarat}'
            f"BEGIN SELECT RAISE(ABORT, '{_TOLAK}'); END",
        )
        for akhiran, kejadian, syarat in daftar
    ]


def _pemicu_sqlite(model: type[ModelTeraudit]) -> list[Pemicu]:
    tabel = model._meta.db_table
    beda = " OR ".join(f'OLD."{f.column}" IS NOT NEW."{f.column}"' for f in _kolom_teraudit(model))
    daftar = (
        ("tambah", "INSERT", "NEW", "", "NULL", _objek_sqlite(model, "NEW")),
        ("ubah", "UPDATE", "NEW", f"WHEN {beda} ", _objek_sqlite(model, "OLD"), _objek_sqlite(model, "NEW")),
        ("hapus", "DELETE", "OLD", "", _objek_sqlite(model, "OLD"), "NULL"),
    )
    pemicu = []
    for aksi, kejadian, baris, syarat, dari, ke in daftar:
        ambil = (f"(SELECT {k} FROM {TABEL_KONTEKS})" for k in KUNCI_KONTEKS)
        oleh, *konteks = ambil
        nilai = ", ".join(
            [
                "strftime('%Y-%m-%d %H:%M:%f', 'now')",
                oleh,
                *(f"COALESCE({k}, '')" for k in konteks),
                f"'{tabel}'",
                f"CAST({baris}.id AS TEXT)",
                f"'{aksi}'",
                dari,
                ke,
                *lingkup(model, baris),
            ]
        )
        nama = f"riwayat_{tabel}_{aksi}"
        sql = (
            f'CREATE TRIGGER "{nama}" AFTER {kejadian} ON "{tabel}" {syarat}'
            f'BEGIN INSERT INTO "{TABEL_RIWAYAT}" ({_KOLOM}) VALUES ({nilai}); END'
        )
        pemicu.append(Pemicu(nama, tabel, sql))
    return pemicu


def _objek_sqlite(model: type[ModelTeraudit], baris: str) -> str:
    isi = ", ".join(f"'{f.column}', {_nilai_sqlite(f, baris)}" for f in _kolom_teraudit(model))
    return f"json_object({isi})"


def _nilai_sqlite(kolom: models.Field, baris: str) -> str:  # type: ignore[type-arg]
    nama = f'{baris}."{kolom.column}"'
    if isinstance(kolom, models.BooleanField):
        return f"CASE {nama} WHEN 1 THEN json('true') WHEN 0 THEN json('false') END"
    return f"json({nama})" if isinstance(kolom, models.JSONField) else nama


# PostgreSQL


def _pelindung_postgresql(daftar_tabel: Iterable[str]) -> list[Pemicu]:
    """The history refuses UPDATE, DELETE, TRUNCATE, and rows that no trigger writes.

    Audited tables refuse TRUNCATE, which fires no row trigger.

    The `flush` command of this app, which empties the whole database, asks for leave by `lkjip.kosongkan`.
    """
    nama_fungsi = "riwayat_tolak"
    fungsi = (
        " BEGIN IF TG_OP = 'TRUNCATE' AND current_setting('lkjip.kosongkan', true) = 'ya' THEN RETURN NULL; END IF;"
        f" RAISE EXCEPTION '{_TOLAK}' USING ERRCODE = 'restrict_violation'; END "
    )
    daftar = [
        ("riwayat_pelindung", TABEL_RIWAYAT, "UPDATE OR DELETE", "FOR EACH ROW"),
        ("riwayat_pelindung_sisip", TABEL_RIWAYAT, "INSERT", "FOR EACH ROW WHEN (pg_trigger_depth() = 0)"),
    ]
    daftar += [(f"riwayat_{t}_kosong", t, "TRUNCATE", "FOR EACH STATEMENT") for t in (TABEL_RIWAYAT, *daftar_tabel)]
    return [
        Pemicu(
            nama, tabel,
            f'CREATE TRIGGER "{nama}" BEFORE {kejadian} ON "{tabel}" {tiap} EXECUTE FUNCTION {nama_fungsi}()',
            nama_fungsi, fungsi,
        )
        for nama, tabel, kejadian, tiap in daftar
    ]  # fmt: skip


def _pemicu_postgresql(model: type[ModelTeraudit]) -> list[Pemicu]:
    tabel = model._meta.db_table
    konteks = [f"COALESCE(current_setting('lkjip.{k}', true), '')" for k in KUNCI_KONTEKS]
    konteks[0] = f"NULLIF({konteks[0]}, '')::bigint"
    nilai = ", ".join(
        ["clock_timestamp()", *konteks, f"'{tabel}'", "baris.id::text", "aksi", "dari", "ke", *lingkup(model, "baris")]
    )
    fungsi = (
        f' DECLARE baris "{tabel}"%ROWTYPE; dari jsonb; ke jsonb; aksi text; BEGIN'
        f" IF TG_OP <> 'INSERT' THEN baris := OLD; dari := {_objek_postgresql(model, 'OLD')}; aksi := 'hapus'; END IF;"
        f" IF TG_OP <> 'DELETE' THEN baris := NEW; ke := {_objek_postgresql(model, 'NEW')}; aksi := 'tambah'; END IF;"
        " IF TG_OP = 'UPDATE' THEN aksi := 'ubah'; IF dari = ke THEN RETURN NULL; END IF; END IF;"
        f' INSERT INTO "{TABEL_RIWAYAT}" ({_KOLOM}) VALUES ({nilai}); RETURN NULL; END '
    )
    nama = f"riwayat_{tabel}"
    sql = (
        f'CREATE TRIGGER "{nama}" AFTER INSERT OR UPDATE OR DELETE ON "{tabel}" FOR EACH ROW EXECUTE FUNCTION {nama}()'
    )
    return [Pemicu(nama, tabel, sql, nama, fungsi)]


def _objek_postgresql(model: type[ModelTeraudit], baris: str) -> str:
    """Decimals as text, so that trailing zeros survive the JSON."""
    isi = ", ".join(
        f"'{f.column}', {baris}.\"{f.column}\"{'::text' if isinstance(f, DesimalField) else ''}"
        for f in _kolom_teraudit(model)
    )
    return f"jsonb_build_object({isi})"
