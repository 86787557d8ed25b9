"""The cast and the fixtures of the site's tests, for the pages of a reviu."""

from __future__ import annotations

import pytest

from lkjip.akun.models import Pengguna
from renstra.models import TahunKinerja
from tests.situs.conftest import _tempat_sendiri, pemeran, sebagai  # noqa: F401
from tests.terbitan.dunia_terbitan import tahun_berkepala


@pytest.fixture
def tahun(pemeran: dict[str, Pengguna]) -> TahunKinerja:  # noqa: F811
    return tahun_berkepala()
