"""The cast and the fixtures of the site's tests, for files being made; a world in which workers of their own live."""

from __future__ import annotations

from tests.situs.conftest import _tempat_sendiri, pemeran, sebagai  # noqa: F401
