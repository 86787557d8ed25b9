"""What every test gets: quick passwords, and property tests that try the same examples on every run."""

from __future__ import annotations

import os

import hypothesis
import pytest
from pytest_django import Settings

hypothesis.settings.register_profile("tetap", deadline=None, derandomize=True)
hypothesis.settings.register_profile("cari", deadline=None, max_examples=2000)  # HYPOTHESIS_PROFILE=cari: go looking
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tetap"))

_BASIS_DATA = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses the database: only that can come out differently on another one, and is run there again."""
    for satu in items:
        if satu.get_closest_marker("django_db") or not _BASIS_DATA.isdisjoint(getattr(satu, "fixturenames", ())):
            satu.add_marker(pytest.mark.basis_data)


@pytest.fixture(autouse=True)
def _sandi_cepat(settings: Settings) -> None:
    """A password hash that is slow on purpose would make up most of the time of the tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
