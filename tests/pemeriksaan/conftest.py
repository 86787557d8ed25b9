"""The cast and the fixtures of the site's tests, for the page of findings."""

from __future__ import annotations

from tests.pemeriksaan.dunia_perubahan import disetujui  # noqa: F401
from tests.situs.conftest import _tempat_sendiri, pemeran, sebagai  # noqa: F401
