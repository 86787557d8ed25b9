"""The cast of the site's tests, and mail that stays in memory."""

from __future__ import annotations

from tests.situs.conftest import _tempat_sendiri, pemeran, sebagai  # noqa: F401
