"""The cast of `tests.situs.pemeran`, built once for all tests in a row that ask for it.

Building it takes longer than most tests that use it. It is built in a transaction that stays open around those tests;
each of them works, as always, in a savepoint of its own that is rolled back behind it. A test that wants an empty
database, or one whose transactions are real, gets it: the world is rolled back before.
"""

from __future__ import annotations

from copy import deepcopy

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from lkjip.akun.models import Pengguna
from tests.situs.pemeran import siapkan_pemeran

SANDI_CEPAT = ["django.contrib.auth.hashers.MD5PasswordHasher"]
_SUNGGUHAN = {"transactional_db", "django_db_reset_sequences", "live_server"}


def memakai_dunia(item: pytest.Item) -> bool:
    """Whether this test asks for the cast, in a transaction that is rolled back."""
    tanda = item.get_closest_marker("django_db")
    sungguhan = tanda is not None and tanda.kwargs.get("transaction", False)
    nama = set(getattr(item, "fixturenames", ()))
    return "pemeran" in nama and not sungguhan and _SUNGGUHAN.isdisjoint(nama)


class DuniaBersama:
    """Open: the cast stands in the database, in a transaction that has not ended."""

    def __init__(self, penjaga: DjangoDbBlocker) -> None:
        self._penjaga = penjaga
        self._transaksi: transaction.Atomic | None = None
        self._pemeran: dict[str, Pengguna] = {}

    @property
    def pemeran(self) -> dict[str, Pengguna] | None:
        """The cast, objects of their own for every test; None: not open."""
        return None if self._transaksi is None else deepcopy(self._pemeran)

    def buka(self) -> None:
        """Build the cast, unless it stands already."""
        if self._transaksi is not None:
            return
        with self._penjaga.unblock(), override_settings(PASSWORD_HASHERS=SANDI_CEPAT):
            self._transaksi = transaction.atomic()
            self._transaksi._from_testcase = True  # type: ignore[attr-defined]  # as Django's own; else `durable` complains
            self._transaksi.__enter__()
            self._pemeran = siapkan_pemeran()

    def tutup(self) -> None:
        """Leave the database as it was before."""
        if self._transaksi is None:
            return
        with self._penjaga.unblock():
            transaction.set_rollback(True)
            self._transaksi.__exit__(None, None, None)
        self._transaksi = None
