"""Triggers for what `ModelTeraudit.LARANGAN` forbids: the last line of defence behind pages, import, admin, commands.

A CHECK sees its own row only; "this quarter was submitted" stands in another table.
"""

from __future__ import annotations

from django.db import models

from lkjip.riwayat.lingkup import Pemicu
from lkjip.riwayat.models import Larangan, ModelTeraudit

_BARIS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


def _daftar_kolom(model: type[ModelTeraudit], larangan: Larangan) -> list[models.Field]:  # type: ignore[type-arg]
    return [f for f in model._meta.concrete_fields if not f.primary_key and f.name not in larangan.bebas]


def _syarat(larangan: Larangan, kejadian: str) -> str:
    per_baris = (larangan.dari.format(baris=b) + f" AND {larangan.bila.format(baris=b)}" for b in _BARIS[kejadian])
    return " OR ".join(f"EXISTS (SELECT 1 FROM {dari})" for dari in per_baris)


def larangan_sqlite(model: type[ModelTeraudit]) -> list[Pemicu]:
    tabel = model._meta.db_table
    daftar = []
    for larangan in model.LARANGAN:
        for kejadian in larangan.kejadian:
            syarat = _syarat(larangan, kejadian)
            if kejadian == "UPDATE":
                beda = " OR ".join(f'OLD."{f.column}" IS NOT NEW."{f.column}"' for f in _daftar_kolom(model, larangan))
                syarat = f"({beda}) AND ({syarat})"
            nama = f"riwayat_larangan_{tabel}_{larangan.nama}_{kejadian.lower()}"
            sql = (
                f'CREATE TRIGGER "{nama}" BEFORE {kejadian} ON "{tabel}" WHEN {syarat} '
                f"BEGIN SELECT RAISE(ABORT, '{larangan.pesan}'); END"
            )
            daftar.append(Pemicu(nama, tabel, sql))
    return daftar


def larangan_postgresql(model: type[ModelTeraudit]) -> list[Pemicu]:
    tabel = model._meta.db_table
    daftar = []
    for larangan in model.LARANGAN:
        nama = f"riwayat_larangan_{tabel}_{larangan.nama}"
        sql = (
            f'CREATE TRIGGER "{nama}" BEFORE {" OR ".join(larangan.kejadian)} ON "{tabel}" FOR EACH ROW '
            f"EXECUTE FUNCTION {nama}()"
        )
        daftar.append(Pemicu(nama, tabel, sql, nama, _fungsi_postgresql(model, larangan)))
    return daftar


def _fungsi_postgresql(model: type[ModelTeraudit], larangan: Larangan) -> str:
    """An UPDATE that changes only free columns passes; else the row of `p` is locked and then judged."""
    sama = " AND ".join(
        f'OLD."{f.column}" IS NOT DISTINCT FROM NEW."{f.column}"' for f in _daftar_kolom(model, larangan)
    )
    bagian = [" BEGIN"]
    if "UPDATE" in larangan.kejadian:
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
