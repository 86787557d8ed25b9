"""The cast of the site's tests, with a folder of trust of its own."""

from __future__ import annotations

import pytest

from lkjip.akun.models import Pengguna
from lkjip.terbitan import services
from renstra.models import TahunKinerja
from tests.situs.conftest import _tempat_sendiri, pemeran, sebagai  # noqa: F401
from tests.terbitan.dunia_terbitan import tahun_berkepala


@pytest.fixture
def tahun(pemeran: dict[str, Pengguna], monkeypatch: pytest.MonkeyPatch) -> TahunKinerja:  # noqa: F811
    """What the rules find in so small a year is not the matter of these tests."""
    monkeypatch.setattr(services, "periksa_aturan", lambda *_: ())
    return tahun_berkepala()
