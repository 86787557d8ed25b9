"""The cast of the site's tests, and the trusted issuers of the signing tests as files."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from tests.laporan.signing import pejabat_uji as pejabat
from tests.situs.conftest import _tempat_sendiri, pemeran, sebagai  # noqa: F401


@pytest.fixture
def tepercaya(settings: Settings, tmp_path: Path) -> None:
    """The trial root and the authority below it are trusted."""
    settings.KUNCI = tmp_path / "kunci"
    folder = settings.KUNCI / "tepercaya"
    folder.mkdir(parents=True)
    for nama, penerbit in (("akar", pejabat.akar()), ("perantara", pejabat.perantara())):
        (folder / f"{nama}.pem").write_bytes(penerbit.pem)
