"""The cast and the fixtures of the site's tests, for the page of findings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.pemeriksaan.dunia_perubahan import disetujui  # noqa: F401
from tests.situs.conftest import _tempat_sendiri, pemeran, sebagai  # noqa: F401


@pytest.fixture(autouse=True)
def _tidak_ada_aturan_yang_gagal(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    """A rule that breaks is only logged: where that is not what a test is about, it fails."""
    yield
    gagal = [c.getMessage() for c in caplog.get_records("call") if c.name == "lkjip.pemeriksaan.aturan"]
    assert not gagal or "aturan_gagal" in request.keywords, gagal
