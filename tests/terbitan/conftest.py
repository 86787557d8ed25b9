"""The cast of the site's tests, with a folder of trust of its own."""

from __future__ import annotations

from tests.situs.conftest import _tempat_sendiri, pemeran, sebagai  # noqa: F401
