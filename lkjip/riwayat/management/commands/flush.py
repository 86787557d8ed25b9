"""Core's `flush` empties the whole database, history included: the one documented way around its protection.

The test runner calls it after tests that use real transactions. Without it TRUNCATE and DELETE are refused.
"""

from __future__ import annotations

from typing import Any

from django.core.management.commands import flush
from django.db import connections

from lkjip.riwayat.pemicu import tanpa_pemicu


class Command(flush.Command):
    def handle(self, **options: Any) -> None:
        koneksi = connections[options["database"]]
        if koneksi.vendor != "postgresql":
            with tanpa_pemicu(koneksi):
                super().handle(**options)
            return
        with koneksi.cursor() as kursor:
            kursor.execute("SELECT set_config('lkjip.kosongkan', 'ya', false)")
        try:
            super().handle(**options)
        finally:
            with koneksi.cursor() as kursor:
                kursor.execute("SELECT set_config('lkjip.kosongkan', '', false)")
