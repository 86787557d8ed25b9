"""A real browser (Debian's Chromium) against a live server, with the demo agencies and the demo accounts."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as setelan
from django.db import connection, connections
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.services import impor_buku
from lkjip.penyusunan.pekerja import buat_pekerja
from lkjip.services import save_akun_demo

SANDI = "demo-peramban-1"
CONTOH = Path(setelan.BASE_DIR) / "contoh"
CHROMIUM = os.environ.get("LKJIP_CHROMIUM", "/usr/bin/chromium")
expect.set_options(timeout=20_000)  # ms; a busy machine is no fault of the page
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in the thread of the tests


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.peramban)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file, as a site has it: in memory, threads share one cache and refuse instead of waiting."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("basis_data") / "uji.sqlite3")


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    if not Path(CHROMIUM).is_file():
        pytest.skip("Chromium tidak terpasang")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


class Sibuk:
    """Counts the server's threads, so that the database is emptied only when none of them still reads it."""

    def __init__(self, layanan: Callable[..., None]) -> None:
        self._layanan = layanan
        self._banyak = 0
        self._berubah = threading.Condition()

    def __call__(self, *args: object) -> None:
        with self._berubah:
            self._banyak += 1
        try:
            self._layanan(*args)
        finally:
            with self._berubah:
                self._banyak -= 1
                self._berubah.notify_all()

    def tunggu_sepi(self) -> None:
        with self._berubah:
            self._berubah.wait_for(lambda: self._banyak == 0, timeout=10)


@pytest.fixture(scope="session")
def sibuk(live_server: LiveServer) -> Sibuk:
    httpd: Any = live_server.thread.httpd
    httpd.process_request_thread = Sibuk(httpd.process_request_thread)
    return httpd.process_request_thread  # type: ignore[no-any-return]


def _isi_demo() -> None:
    for folder in ("bkd-kaltim-2024", "bkd-kalbar-2023-tw1"):
        buku = baca_buku(CONTOH / folder).buku
        assert buku is not None
        impor_buku(buku=buku)
    save_akun_demo(sandi=SANDI)


class IsiAwal:
    """The demo's data: put there by importing, once; on SQLite every later test gets a copy of that database."""

    def __init__(self) -> None:
        self._salinan: sqlite3.Connection | None = None

    def pulihkan(self) -> None:
        connection.ensure_connection()
        if self._salinan is not None:
            self._salinan.backup(connection.connection)
            return
        _isi_demo()
        if connection.vendor == "sqlite":
            self._salinan = sqlite3.connect(":memory:")
            connection.connection.backup(self._salinan)


@pytest.fixture(scope="session")
def isi_awal() -> IsiAwal:
    return IsiAwal()


@pytest.fixture
def situs(
    live_server: LiveServer,
    sibuk: Sibuk,
    transactional_db: None,
    isi_awal: IsiAwal,
    settings: Settings,
    tmp_path: Path,
) -> Iterator[str]:
    """The address of a site that holds the two demo agencies."""
    settings.MEDIA_ROOT = tmp_path
    isi_awal.pulihkan()
    yield live_server.url
    sibuk.tunggu_sepi()


class Layar:
    """A window with a user logged in; it notes every request that leaves the site."""

    def __init__(self, konteks: BrowserContext, situs: str) -> None:
        self.situs = situs
        self.page: Page = konteks.new_page()
        self.ke_luar: list[str] = []
        self.galat_skrip: list[str] = []
        self.page.on("request", self._catat)
        self.page.on("pageerror", lambda galat: self.galat_skrip.append(str(galat)))

    def _catat(self, permintaan: Request) -> None:
        if not permintaan.url.startswith((self.situs, "data:")):
            self.ke_luar.append(permintaan.url)

    def masuk(self, nama: str) -> Page:
        self.buka("/masuk/")
        self.page.fill("[name=username]", nama)
        self.page.fill("[name=password]", SANDI)
        with self.page.expect_navigation(wait_until="load"):  # a key pressed earlier would go to the page that leaves
            self.page.get_by_role("button", name="Masuk").click()
        return self.page

    def buka(self, alamat: str) -> Page:
        self.page.goto(self.situs + alamat)
        return self.page


@pytest.fixture
def pekerja(situs: str) -> Iterator[threading.Event]:
    """A worker in a thread of its own, as the site has one; it takes jobs while the event is set."""
    boleh, berhenti = threading.Event(), threading.Event()
    boleh.set()

    def bekerja() -> None:
        while not berhenti.wait(0.1):
            if boleh.is_set():
                satu = buat_pekerja()
                satu.batch = True
                satu.run()
        connections.close_all()

    utas = threading.Thread(target=bekerja)
    utas.start()
    yield boleh
    berhenti.set()
    utas.join(60)


@pytest.fixture(params=[1280], ids=["meja"])
def layar(request: pytest.FixtureRequest, peramban: Browser, situs: str) -> Iterator[Layar]:
    konteks = peramban.new_context(viewport={"width": request.param, "height": 850}, locale="id-ID")
    yield Layar(konteks, situs)
    konteks.close()
