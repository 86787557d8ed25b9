"""The cast and the fixtures of the site's tests, for the pages of a quarter."""

from __future__ import annotations

from tests.situs.conftest import _tempat_sendiri, pemeran, sebagai  # noqa: F401
