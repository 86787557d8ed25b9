"""Several people at once: each in a thread with a connection of its own, all let go at the same moment."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, connections

SABAR = 60  # seconds; a deadlock would show as a thread that does not come back, or as an error of the database


def serentak(daftar: Sequence[Callable[[], Any]]) -> list[Any]:
    """What each of these returned, or the exception that it raised, in their order."""
    rintangan = threading.Barrier(len(daftar))
    hasil: list[Any] = [TimeoutError("belum selesai")] * len(daftar)

    def jalankan(nomor: int, kerja: Callable[[], Any]) -> None:
        try:
            connection.ensure_connection()
            rintangan.wait(SABAR)
            hasil[nomor] = kerja()
        except Exception as galat:
            hasil[nomor] = galat
        finally:
            connections.close_all()

    utas = [threading.Thread(target=jalankan, args=satu, daemon=True) for satu in enumerate(daftar)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join(SABAR)
    return hasil


@contextmanager
def basis_data_berkas(path: Path) -> Iterator[None]:
    """SQLite in a file, as it is used: the tests' own lies in memory, where no writer waits for another."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    semula, nama = connection.connection, connection.settings_dict["NAME"]
    with sqlite3.connect(path) as berkas:
        semula.backup(berkas)
    berkas.close()
    connection.connection, connection.settings_dict["NAME"] = None, str(path)
    try:
        yield
    finally:
        connection.close()
        connection.connection, connection.settings_dict["NAME"] = semula, nama


def banyak_orang() -> int:
    """SQLite lets one writer in at a time, so few are enough there; PostgreSQL gets the twenty of the issue."""
    return 20 if connection.vendor == "postgresql" else 6
