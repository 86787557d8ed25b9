"""A file is ordered, the window closed; the file waits in the list. Another is cancelled and made after all."""

from __future__ import annotations

import threading
from pathlib import Path

from playwright.sync_api import expect

from tests.peramban.conftest import Layar

UNDUHAN = "/instansi/BKD-KALTIM/2024/unduhan/"


def test_halaman_ditutup_lalu_berkasnya_menunggu_di_daftar(layar: Layar, pekerja: threading.Event) -> None:
    pekerja.clear()
    page = layar.masuk("kepala")
    layar.buka(UNDUHAN)
    page.get_by_role("link", name="Unduh PDF", exact=True).click()
    expect(page.get_by_role("heading", name="PDF menunggu giliran")).to_be_visible()
    layar.buka("/")
    pekerja.set()
    layar.buka("/berkas/")
    for _ in range(120):
        if page.get_by_role("link", name="Unduh lkjip").count():
            break
        page.wait_for_timeout(500)
        layar.buka("/berkas/")
    with page.expect_download() as unduhan:
        page.get_by_role("link", name="Unduh lkjip").click()
    assert Path(unduhan.value.path()).read_bytes().startswith(b"%PDF-")
    assert layar.galat_skrip == []


def test_dibatalkan_lalu_disusun_lagi(layar: Layar, pekerja: threading.Event) -> None:
    pekerja.clear()
    page = layar.masuk("perencana")
    layar.buka(UNDUHAN)
    page.get_by_role("link", name="Unduh PDF", exact=True).click()
    page.get_by_role("button", name="Batalkan").click()
    expect(page.get_by_role("heading", name="Penyusunan dibatalkan")).to_be_visible()
    pekerja.set()
    with page.expect_download(timeout=60_000) as unduhan:
        page.get_by_role("button", name="Susun lagi").click()
    assert unduhan.value.suggested_filename == "lkjip-bkd-kaltim-2024.pdf"
    expect(page.get_by_role("heading", name="PDF siap")).to_be_visible()
