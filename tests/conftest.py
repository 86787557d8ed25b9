"""What every test gets: quick passwords, and property tests that try the same examples on every run."""

from __future__ import annotations

import os

import hypothesis
import pytest
from pytest_django import Settings

hypothesis.settings.register_profile("tetap", deadline=None, derandomize=True)
hypothesis.settings.register_profile("cari", deadline=None, max_examples=2000)  # HYPOTHESIS_PROFILE=cari: go looking
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tetap"))


@pytest.fixture(autouse=True)
def _sandi_cepat(settings: Settings) -> None:
    """A password hash that is slow on purpose would make up most of the time of the tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
