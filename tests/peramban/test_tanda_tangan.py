"""The head reads and signs the year's report, downloads it; somebody scans the QR on paper and sees what it is."""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from django.urls import reverse
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.data_terbitan import TahapNaskah
from lkjip.laporan.signing.data import Rahasia
from lkjip.laporan.signing.percobaan_berkas import PemegangDemo, siapkan_percobaan
from lkjip.terbitan import services
from lkjip.terbitan.selectors import load_naskah_resmi
from renstra.models import TahunKinerja
from tests.peramban.conftest import Layar

SANDI_KUNCI, NAMA = "sandi-kunci-uji", "Nama Kepala BKD"


@pytest.fixture
def versi(
    situs: str, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pekerja: threading.Event
) -> str:
    """Where the checked report of the demo agency is being frozen; its head's key lies on the server.

    What the rules find in its data is another test's matter.
    """
    settings.KUNCI, settings.ALAMAT_SITUS = tmp_path / "kunci", situs
    siapkan_percobaan(settings.KUNCI, [PemegangDemo("kepala", NAMA)], Rahasia(SANDI_KUNCI))
    monkeypatch.setattr(services, "periksa_aturan", lambda buku: ())
    tahun = TahunKinerja.objects.select_related("instansi__pemda", "renstra").get(instansi__kode="BKD-KALTIM")
    naskah, kepala = load_naskah_resmi(tahun, Pesanan(JenisBerkas.LAPORAN)), Pengguna.objects.get(username="kepala")
    ini: dict[str, Any] = {"tahun_kinerja": tahun, "naskah": naskah, "sidik_dibaca": naskah.sidik, "oleh": kepala}
    services.catat_tahap(**ini, tahap=TahapNaskah.DIPERIKSA, catatan="")
    return reverse("versi_terbitan", args=["BKD-KALTIM", 2024, services.finalkan(**ini).pk])


def _tanpa_keluhan(page: Page) -> None:
    """Nothing is wider than the window, and axe has no serious complaint."""
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    berat = [g for g in Axe().run(page).response["violations"] if g["impact"] in {"serious", "critical"}]
    assert berat == []


def _tanda_tangani(page: Page, sandi: str) -> None:
    page.get_by_label("Berkas kunci saya di server ini").check()
    page.get_by_label("Sandi (passphrase)").fill(sandi)
    with page.expect_navigation():
        page.get_by_role("button", name="Tanda tangani", exact=True).click()


@pytest.mark.parametrize("layar", [390], indirect=True, ids=["ponsel"])
def test_kepala_menandatangani_lalu_qr_membuka_halaman_verifikasi(
    layar: Layar, versi: str, peramban: Browser, tmp_path: Path
) -> None:
    page = layar.masuk("kepala")
    layar.buka(versi)
    page.get_by_role("link", name="Tanda tangani", exact=True).click(timeout=60_000)  # once the PDF is there
    page.get_by_label("Saya sudah membaca dokumen ini").check()
    _tanpa_keluhan(page)
    page.get_by_role("button", name="Lanjut ke tanda tangan").click()
    expect(page.get_by_role("heading", name="Langkah 2: tanda tangani")).to_be_visible()
    expect(page.get_by_label("Berkas kunci (.p12)", exact=True)).to_be_hidden()
    _tanpa_keluhan(page)
    _tanda_tangani(page, "sandi keliru")
    expect(page.get_by_role("alert")).to_contain_text("Sandi berkas kunci (.p12) salah")
    expect(page.get_by_label("Sandi (passphrase)")).to_have_value("")
    _tanda_tangani(page, SANDI_KUNCI)
    expect(page.get_by_role("heading", name="Sudah ditandatangani")).to_be_visible()
    _tanpa_keluhan(page)
    with page.expect_download() as unduhan:
        page.get_by_role("link", name="Unduh PDF bertanda tangan").click()
    unduhan.value.save_as(tmp_path / "unduhan.pdf")
    page.get_by_role("link", name="Ke penerbitan").click()
    page.get_by_role("link", name="Terbitkan").click()
    page.get_by_role("button", name="Terbitkan sekarang").click()
    expect(page.get_by_text("Terbit sejak")).to_be_visible()
    assert layar.galat_skrip == layar.ke_luar == []
    _pindai(peramban, _baca_qr(tmp_path, NAMA))


def _pindai(peramban: Browser, alamat: str) -> None:
    """Somebody without an account, with a phone."""
    konteks = peramban.new_context(viewport={"width": 390, "height": 844})
    orang = konteks.new_page()
    orang.goto(alamat)
    for kata in ("Badan Kepegawaian Daerah", NAMA, "PERCOBAAN"):
        expect(orang.locator("main")).to_contain_text(kata)
    konteks.close()


def _baca_qr(folder: Path, nama: str) -> str:
    """What the QR beside this name's signature says, read from a picture of the page."""
    teks = subprocess.run(["pdftotext", "unduhan.pdf", "-"], cwd=folder, check=True, capture_output=True, text=True)
    halaman = next(
        ke for ke, isi in enumerate(teks.stdout.split("\f"), start=1) if nama in isi and "ditandatangani" in isi
    )
    perintah = ["pdftoppm", "-r", "110", "-f", str(halaman), "-singlefile", "-png", "unduhan.pdf", "halaman"]
    subprocess.run(perintah, cwd=folder, check=True)
    (satu, *lain) = {hasil.text for hasil in zxingcpp.read_barcodes(Image.open(folder / "halaman.png"))}
    assert lain == []
    return satu
