"""Core's `migrate`, then the triggers of the history (see `lkjip/riwayat/pemicu.py`)."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from lkjip.riwayat.pemicu import lepas, pasang


class Command(migrate.Command):
    help = f"{migrate.Command.help} Memasang juga pemicu riwayat perubahan."

    def handle(self, *args: Any, **options: Any) -> None:
        koneksi = connections[options["database"]]
        if options.get("plan") or options.get("check_unapplied"):
            super().handle(*args, **options)
            return
        if options.get("app_label") or self._ada_migrasi(options["database"]):
            # A trigger names columns; SQLite refuses to drop a column that a trigger names.
            lepas(koneksi)
        try:
            super().handle(*args, **options)
        finally:
            pasang(koneksi)

    @staticmethod
    def _ada_migrasi(basis_data: str) -> bool:
        pelaksana = MigrationExecutor(connections[basis_data])
        return bool(pelaksana.migration_plan(pelaksana.loader.graph.leaf_nodes()))
