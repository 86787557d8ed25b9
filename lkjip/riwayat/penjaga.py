"""Triggers for what `ModelTeraudit.LARANGAN` forbids: the last line of defence behind pages, import, admin, commands.

A CHECK sees its own row only; "this quarter was submitted" stands in another table.
"""

from __future__ import annotations

from django.apps import apps
from django.db import models

from lkjip.riwayat.lingkup import Pemicu
from lkjip.riwayat.models import Larangan, ModelTeraudit

_BARIS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


def _tabel(model: type[ModelTeraudit], larangan: Larangan) -> type[models.Model]:
    return apps.get_model(larangan.pada) if larangan.pada else model


def _daftar_beda(tabel: type[models.Model], larangan: Larangan) -> list[tuple[str, str]]:
    """What an UPDATE is judged by: (SQL for the row before, SQL for the row after)."""
    terpilih = [
        f
        for f in tabel._meta.concrete_fields
        if (f.name in larangan.hanya if larangan.hanya else not f.primary_key and f.name not in larangan.bebas)
    ]
    daftar = [larangan.setara.get(f.name, f'{{baris}}."{f.column}"') for f in terpilih]
    return [(sql.format(baris="OLD"), sql.format(baris="NEW")) for sql in daftar]


def _syarat(larangan: Larangan, kejadian: str) -> str:
    per_baris = (larangan.dari.format(baris=b) + f" AND {larangan.bila.format(baris=b)}" for b in _BARIS[kejadian])
    return " OR ".join(f"EXISTS (SELECT 1 FROM {dari})" for dari in per_baris)


def larangan_sqlite(model: type[ModelTeraudit]) -> list[Pemicu]:
    daftar = []
    for larangan in model.LARANGAN:
        tabel = _tabel(model, larangan)._meta.db_table
        for kejadian in larangan.kejadian:
            syarat = _syarat(larangan, kejadian)
            if kejadian == "UPDATE":
                beda = _daftar_beda(_tabel(model, larangan), larangan)
                syarat = f"({' OR '.join(f'{lama} IS NOT {baru}' for lama, baru in beda)}) AND ({syarat})"
            nama = f"riwayat_larangan_{tabel}_{larangan.nama}_{kejadian.lower()}"
            sql = (
                f'CREATE TRIGGER "{nama}" BEFORE {kejadian} ON "{tabel}" WHEN {syarat} '
                f"BEGIN SELECT RAISE(ABORT, '{larangan.pesan}'); END"
            )
            daftar.append(Pemicu(nama, tabel, sql))
    return daftar


def larangan_postgresql(model: type[ModelTeraudit]) -> list[Pemicu]:
    daftar = []
    for larangan in model.LARANGAN:
        tabel = _tabel(model, larangan)
        nama = f"riwayat_larangan_{tabel._meta.db_table}_{larangan.nama}"
        sql = (
            f'CREATE TRIGGER "{nama}" BEFORE {" OR ".join(larangan.kejadian)} ON "{tabel._meta.db_table}" '
            f"FOR EACH ROW EXECUTE FUNCTION {nama}()"
        )
        daftar.append(Pemicu(nama, tabel._meta.db_table, sql, nama, _fungsi_postgresql(tabel, larangan)))
    return daftar


def _fungsi_postgresql(tabel: type[models.Model], larangan: Larangan) -> str:
    """An UPDATE that changes nothing to be judged passes; else the row of `p` is locked and then judged."""
    bagian = [" BEGIN"]
    if "UPDATE" in larangan.kejadian:
        beda = _daftar_beda(tabel, larangan)
        sama = " AND ".join(f"{lama} IS NOT DISTINCT FROM {baru}" for lama, baru in beda)
        bagian.append(f" IF TG_OP = 'UPDATE' THEN IF {sama} THEN RETURN NEW; END IF; END IF;")
    for baris, kecuali in (("OLD", "INSERT"), ("NEW", "DELETE")):
        dari = larangan.dari.format(baris=baris)
        bagian.append(
            f" IF TG_OP <> '{kecuali}' THEN PERFORM 1 FROM {dari} FOR SHARE OF p;"
            f" IF EXISTS (SELECT 1 FROM {dari} AND {larangan.bila.format(baris=baris)}) THEN"
            f" RAISE EXCEPTION '{larangan.pesan}' USING ERRCODE = 'integrity_constraint_violation'; END IF; END IF;"
        )
    bagian.append(" IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END ")
    return "".join(bagian)
