"""What people do: log in wrongly, open a trace, import a workbook, download the PDF, use nothing but the keyboard."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.writers.xlsx import xlsx_bytes
from lkjip.data import DataInstansi
from tests.peramban.conftest import CONTOH, Layar

INDIKATOR = "/instansi/BKD-KALTIM/2024/indikator/"


def test_sandi_salah_lalu_benar(layar: Layar) -> None:
    page = layar.buka("/masuk/")
    page.fill("[name=username]", "kepala")
    page.fill("[name=password]", "keliru")
    page.get_by_role("button", name="Masuk").click()
    expect(page.get_by_text("Nama pengguna atau kata sandi salah")).to_be_visible()
    layar.masuk("kepala")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Selamat datang")


def test_keluar_lewat_menu_akun(layar: Layar) -> None:
    page = layar.masuk("kepala")
    page.locator(".menu-akun > summary").click()
    page.get_by_role("button", name="Keluar").click()
    expect(page.get_by_role("heading", name="Masuk")).to_be_visible()


def test_cara_hitung_dibuka_di_tempat_oleh_htmx(layar: Layar) -> None:
    layar.masuk("perencana")
    page = layar.buka(INDIKATOR)
    page.locator(".rinci > summary").first.click()
    expect(page.locator(".rinci__isi").first).to_contain_text("90,43 / 90 × 100")
    expect(page.locator(".rinci__isi").first.get_by_role("table")).to_contain_text("Triwulan III")
    assert page.url.endswith(INDIKATOR)


def test_cara_hitung_terbaca_tanpa_javascript(peramban: Browser, situs: str) -> None:
    konteks = peramban.new_context(java_script_enabled=False)
    layar = Layar(konteks, situs)
    layar.masuk("perencana")
    page = layar.buka(INDIKATOR)
    page.locator(".rinci > summary").first.click()
    expect(page.locator(".rinci__isi").first).to_contain_text("90,43 / 90 × 100")
    page.get_by_role("link", name="Buka halaman indikator ini").first.click()
    expect(page.get_by_role("heading", name="Perbandingan")).to_be_visible()
    konteks.close()


def test_pohon_anggaran_dibuka_dengan_papan_ketik(layar: Layar) -> None:
    layar.masuk("perencana")
    page = layar.buka("/instansi/BKD-KALTIM/2024/anggaran/")
    anak = page.locator(".pohon > details").first.locator(".pohon__anak").first
    expect(anak).to_be_hidden()
    page.locator(".pohon > details > summary").first.focus()
    page.keyboard.press("Enter")
    expect(anak).to_be_visible()


def test_lompat_ke_isi_dengan_papan_ketik(layar: Layar) -> None:
    page = layar.masuk("perencana")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#isi")).to_be_focused()


def _buku_berubah(tempat: Path) -> Path:
    """The demo workbook with one realisasi changed."""
    buku = baca_buku(CONTOH / "bkd-kaltim-2024").buku
    assert buku is not None
    kinerja = buku.data.kinerja
    pertama, *lain = kinerja.daftar_kinerja_triwulan
    diubah = replace(kinerja, daftar_kinerja_triwulan=(replace(pertama, realisasi=Decimal("88.8")), *lain))
    path = tempat / "diubah.xlsx"
    path.write_bytes(xlsx_bytes(replace(buku, data=DataInstansi(replace(buku.data.anggaran, kinerja=diubah)))))
    return path


@pytest.mark.parametrize("layar", [1280, 390], ids=["meja", "ponsel"], indirect=True)
def test_impor_dengan_pratinjau(layar: Layar, tmp_path: Path) -> None:
    page = layar.masuk("perencana")
    page.get_by_role("link", name="Impor", exact=True).click()
    page.set_input_files("[name=berkas]", _buku_berubah(tmp_path))
    page.get_by_role("button", name="Periksa berkas").click()
    expect(page.get_by_role("heading", name="Periksa sebelum menyimpan")).to_be_visible()
    expect(page.locator("ins").first).to_contain_text("88,8")
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    page.get_by_role("button", name="Simpan perubahan ini").click()
    expect(page.get_by_text("Impor selesai: 0 baris ditambah, 1 diubah, 0 dihapus.")).to_be_visible()


def test_berkas_rusak_menampilkan_daftar_kesalahan(layar: Layar, tmp_path: Path) -> None:
    rusak = tmp_path / "rusak.xlsx"
    rusak.write_bytes(b"bukan buku kerja")
    page = layar.masuk("perencana")
    layar.buka("/impor/")
    page.set_input_files("[name=berkas]", rusak)
    page.get_by_role("button", name="Periksa berkas").click()
    expect(page.get_by_role("heading", name="hal perlu diperbaiki")).to_be_visible()


@pytest.mark.usefixtures("pekerja")
def test_unduh_pdf_memperlihatkan_kemajuan_lalu_mulai_sendiri(layar: Layar) -> None:
    page = layar.masuk("kepala")
    layar.buka("/instansi/BKD-KALTIM/2024/laporan/")
    with page.expect_download(timeout=120_000) as unduhan:
        page.get_by_role("link", name="Unduh PDF", exact=True).click()
        expect(page.get_by_role("button", name="Batalkan")).to_be_visible()
    assert unduhan.value.suggested_filename == "lkjip-bkd-kaltim-2024.pdf"
    assert Path(unduhan.value.path()).read_bytes().startswith(b"%PDF-")
    expect(page.get_by_role("heading", name="PDF siap")).to_be_visible()


def test_inspektorat_mengurutkan_tabel(layar: Layar) -> None:
    page = layar.masuk("inspektorat")
    page.get_by_role("link", name="Rata-rata capaian").click()
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("Rata-rata capaian")
    page.get_by_role("link", name="Rata-rata capaian").click()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Rata-rata capaian")
