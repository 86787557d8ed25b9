"""Fixtures of the site's tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from lkjip.akun.models import Pengguna
from tests.dunia_bersama import DuniaBersama
from tests.situs.pemeran import siapkan_pemeran


@pytest.fixture(autouse=True)
def _tempat_sendiri(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    cache.clear()


@pytest.fixture
def pemeran(dunia_bersama: DuniaBersama, db: None) -> dict[str, Pengguna]:
    """The cast with its agencies: shared by tests in a row, built anew where transactions are real."""
    bersama = dunia_bersama.pemeran
    return siapkan_pemeran() if bersama is None else bersama


@pytest.fixture
def sebagai(pemeran: dict[str, Pengguna], client: Client) -> _Sebagai:
    return _Sebagai(pemeran, client)


class _Sebagai:
    """`sebagai("perencana").get(…)`: the test client, logged in as one of the cast."""

    def __init__(self, pemeran: dict[str, Pengguna], client: Client) -> None:
        self.pemeran = pemeran
        self._client = client

    def __call__(self, nama: str) -> Client:
        self._client.force_login(self.pemeran[nama])
        return self._client
