"""Pictures of the report in a browser: uploaded, described, removed, brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from lkjip.laporan.models import GambarLaporan
from tests.naskah.gambar_uji import bagan, foto
from tests.peramban.conftest import Layar

NASKAH = "/instansi/BKD-KALTIM/2024/naskah"
BERAT = {"serious", "critical"}


def _tekan(page: Page, nama: str) -> None:
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name=nama, exact=True).click()


def _periksa(layar: Layar) -> None:
    keluhan = [t["id"] for t in Axe().run(layar.page).response["violations"] if t["impact"] in BERAT]
    assert keluhan == []
    assert not layar.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    assert layar.galat_skrip == []


def _tempatkan(layar: Layar) -> None:
    """From the toolbar of the editor, with the keyboard, to a line of its own."""
    page = layar.buka(f"{NASKAH}/ruas/bab4.kesimpulan/")
    page.fill("#teks", "Rapat membahas hasilnya.")
    page.get_by_role("button", name="Tempatkan gambar").click()
    expect(page.locator("#hasil-sebutan li").first).to_contain_text("Rapat Koordinasi")
    page.keyboard.press("Enter")
    expect(page.locator("#teks")).to_have_value("Rapat membahas hasilnya.\n\n{gambar rapat-koordinasi}")
    expect(page.locator("#pratinjau figcaption").first).to_contain_text("Rapat Koordinasi")
    expect(page.locator("#keadaan-simpan")).to_contain_text("Tersimpan")
    layar.buka(f"{NASKAH}/gambar/")


@pytest.mark.parametrize("layar", [1280, 390], ids=["meja", "ponsel"], indirect=True)
def test_gambar_diunggah_dilengkapi_dihapus_dan_kembali(layar: Layar, tmp_path: Path) -> None:
    (tmp_path / "Rapat.jpg").write_bytes(foto((600, 400)))
    (tmp_path / "Denah.png").write_bytes(bagan())
    layar.masuk("perencana")
    page = layar.buka(f"{NASKAH}/gambar/")
    _periksa(layar)
    page.get_by_label("Berkas gambar").set_input_files([tmp_path / "Rapat.jpg", tmp_path / "Denah.png"])
    expect(page.locator("[data-terpilih]")).to_contain_text("2 berkas")
    page.get_by_label("Bagian laporan").select_option("bab4.kesimpulan")
    _tekan(page, "Unggah")
    expect(page.locator(".pesan").first).to_contain_text("2 gambar diunggah")
    _periksa(layar)
    layar.buka(f"{NASKAH}/gambar/satu/rapat/")
    page.get_by_label("Judul gambar").fill("Rapat Koordinasi")
    expect(page.get_by_label("Nama singkat")).to_have_value("rapat-koordinasi")
    page.get_by_label("Uraian gambar").fill("Peserta rapat duduk melingkar.")
    page.get_by_label("Lebar di kertas").fill("75")
    _periksa(layar)
    _tekan(page, "Simpan gambar")
    assert GambarLaporan.objects.get(nama="rapat-koordinasi").lebar_mm == 75
    _tempatkan(layar)
    kartu = page.locator("#gambar-denah")
    kartu.get_by_text("Hapus").first.click()
    with page.expect_navigation(wait_until="load"):
        kartu.get_by_role("button", name="Ya, hapus").click()
    expect(page.locator("#gambar-denah")).to_have_count(0)
    _tekan(page, "Urungkan")
    expect(page.locator("#gambar-denah")).to_be_visible()
