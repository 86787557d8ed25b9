"""The head reads and signs the year's report, downloads it; somebody scans the QR on paper and sees what it is."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pytest_django import Settings

from lkjip.cetak import cetak_pdf
from lkjip.laporan.data_terbitan import BIDANG_KEPALA, Cap, JenisSertifikat, tulis_kode
from lkjip.laporan.models import TandaTanganTerbitan, Terbitan
from lkjip.laporan.signing.data import Rahasia
from lkjip.laporan.signing.percobaan_berkas import PemegangDemo, siapkan_percobaan
from lkjip.laporan.simpanan_terbitan import simpan_berkas
from lkjip.selectors import load_buku
from renstra.models import TahunKinerja
from tests.peramban.conftest import Layar

KODE, SANDI_KUNCI, NAMA = "K7QM3XTF9R2P", "sandi-kunci-uji", "Nama Kepala BKD"


@pytest.fixture
def tempat(situs: str, settings: Settings, tmp_path: Path) -> TandaTanganTerbitan:
    """The report of the demo agency, frozen with its seal; its head's key lies on the server."""
    settings.KUNCI = tmp_path / "kunci"
    siapkan_percobaan(settings.KUNCI, [PemegangDemo("kepala", NAMA)], Rahasia(SANDI_KUNCI))
    tahun = TahunKinerja.objects.select_related("instansi", "renstra").get(instansi__kode="BKD-KALTIM")
    cap = Cap(KODE, situs + reverse("verifikasi_kode", args=[KODE]), JenisSertifikat.PERCOBAAN)
    sidik, kini = simpan_berkas(cetak_pdf(load_buku(tahun), akhir=True, cap=cap)), timezone.now()
    terbitan = Terbitan.objects.create(
        tahun_kinerja=tahun, jenis="laporan", kunci="laporan", spesifikasi={}, judul="Laporan Kinerja 2024",
        nama_berkas="lkjip-bkd-kaltim-2024.pdf", kode=KODE, jenis_sertifikat=cap.jenis_sertifikat.value,
        keadaan="final", sidik_final=sidik, sidik_kini=sidik, banyak_halaman=56, dibuat_pada=kini, final_pada=kini,
    )  # fmt: skip
    return TandaTanganTerbitan.objects.create(
        terbitan=terbitan, urutan=1, bidang=BIDANG_KEPALA, jabatan="Kepala Badan", nama=NAMA
    )


def _alamat(tempat: TandaTanganTerbitan) -> str:
    return reverse("tanda_tangan", args=["BKD-KALTIM", 2024, tempat.terbitan_id, tempat.pk])


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
    layar: Layar, tempat: TandaTanganTerbitan, peramban: Browser, tmp_path: Path
) -> None:
    page = layar.masuk("kepala")
    layar.buka(_alamat(tempat))
    _tanpa_keluhan(page)
    page.get_by_label("Saya sudah membaca dokumen ini").check()
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
    assert layar.galat_skrip == layar.ke_luar == []

    Terbitan.objects.update(keadaan="terbit", terbit_pada=timezone.now())
    alamat = _baca_qr(tmp_path, NAMA)
    orang = peramban.new_context(viewport={"width": 390, "height": 844}).new_page()  # who has no account
    orang.goto(alamat)
    for kata in ("Laporan Kinerja 2024", tulis_kode(KODE), NAMA):
        expect(orang.locator("main")).to_contain_text(kata)
    orang.context.close()


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
