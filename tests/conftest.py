"""What every test gets: quick passwords, and property tests that try the same examples on every run."""

from __future__ import annotations

import os
from collections.abc import Iterator

import hypothesis
import pytest
from pytest_django import DjangoDbBlocker, Settings

from tests.dunia_bersama import SANDI_CEPAT, DuniaBersama, memakai_dunia

hypothesis.settings.register_profile("tetap", deadline=None, derandomize=True)
hypothesis.settings.register_profile("cari", deadline=None, max_examples=2000)  # HYPOTHESIS_PROFILE=cari: go looking
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "tetap"))

_MEMAKAI_DUNIA = pytest.StashKey[bool]()
_DUNIA = pytest.StashKey[DuniaBersama]()
_BASIS_DATA = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses the database: only that can come out differently on another one, and is run there again."""
    for satu in items:
        if satu.get_closest_marker("django_db") or not _BASIS_DATA.isdisjoint(getattr(satu, "fixturenames", ())):
            satu.add_marker(pytest.mark.basis_data)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before the test's own transaction begins: the shared world stands, or it does not."""
    perlu = item.config.stash[_MEMAKAI_DUNIA] = memakai_dunia(item)
    if (dunia := item.config.stash.get(_DUNIA, None)) is not None:
        dunia.buka() if perlu else dunia.tutup()


@pytest.fixture(scope="session")
def dunia_bersama(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[DuniaBersama]:
    """Of session scope, so that for the first test that asks for it, too, it opens before that test's transaction."""
    dunia = request.config.stash[_DUNIA] = DuniaBersama(django_db_blocker)
    if request.config.stash[_MEMAKAI_DUNIA]:
        dunia.buka()
    yield dunia
    dunia.tutup()


@pytest.fixture(autouse=True)
def _sandi_cepat(settings: Settings) -> None:
    """A password hash that is slow on purpose would make up most of the time of the tests."""
    settings.PASSWORD_HASHERS = SANDI_CEPAT
