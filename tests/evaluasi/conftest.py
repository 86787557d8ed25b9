"""The cast of the site's tests, for the pages of the evaluation."""

from __future__ import annotations

from tests.situs.conftest import _tempat_sendiri, pemeran, sebagai

__all__ = ["_tempat_sendiri", "pemeran", "sebagai"]
