"""Findings where the work is done: a mark appears after a wrong value is saved and goes after it is mended; the page
of findings leads to the row; the report that is read shows them at their place and hides them."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from anggaran.models import Anggaran
from lkjip.pemeriksaan.aturan import periksa
from lkjip.selectors import load_buku
from renstra.models import TahunKinerja
from tests.peramban.conftest import Layar

TAHUN = "/instansi/BKD-KALTIM/2024"
ANGGARAN = f"{TAHUN}/perencanaan/anggaran/?unit=&buka=semua"
BERAT = {"serious", "critical"}


def _pengenal(subjek: str) -> str:
    """Of the finding that the pagu perubahan of this row is not the sum of its parts."""
    tahun = TahunKinerja.objects.get(instansi__kode="BKD-KALTIM", tahun=2024)
    daftar = periksa(load_buku(tahun), hanya={"ANG-01"})
    return next(t.pengenal for t in daftar if t.subjek == subjek and not t.klaim)


def _pk(kode: str) -> int:
    return Anggaran.objects.get(kode=kode, tahun_kinerja__instansi__kode="BKD-KALTIM").pk


def _buka(layar: Layar, alamat: str) -> Page:
    """Only after the findings have come: what is clicked earlier would move."""
    page = layar.buka(alamat)
    expect(page.locator("#temuan-sisi .sisi-temuan__tunggu")).to_have_count(0)
    return page


def _simpan(page: Page, nama: str, nilai: str) -> None:
    page.locator(f'[name="{nama}"]').fill(nilai)
    page.locator(f'[name="{nama}"]').press("Tab")
    expect(page.locator(f"#keadaan-{nama}")).to_have_text("Tersimpan")


@pytest.mark.parametrize("layar", [1280, 390], indirect=True)
def test_tanda_muncul_sesudah_salah_disimpan_dan_hilang_sesudah_diperbaiki(layar: Layar) -> None:
    layar.masuk("perencana")
    kotak = f"pagu_perubahan-{_pk('1.03.01')}"
    page = _buka(layar, ANGGARAN)
    tanda = page.locator('tr[data-subjek="1.03"] button.tanda-temuan')
    expect(tanda).to_have_count(0)
    semula = page.locator(f'[name="{kotak}"]').input_value()
    _simpan(page, kotak, "9.000.000")
    expect(tanda).to_have_count(1)
    tanda.click()
    expect(tanda).to_have_attribute("aria-expanded", "true")
    expect(page.locator('tr[data-subjek="1.03"] + tr.panel-temuan')).to_contain_text("9.000.000")
    laporan = Axe().run(page)
    assert [v["id"] for v in laporan.response["violations"] if v["impact"] in BERAT] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    _simpan(page, kotak, semula)
    expect(tanda).to_have_count(0)
    expect(page.locator('tr[data-subjek="1.03"] + tr.panel-temuan')).to_have_count(0)
    assert layar.galat_skrip == []


def test_dari_halaman_temuan_ke_barisnya_dengan_papan_ketik(layar: Layar) -> None:
    layar.masuk("perencana")
    page = layar.buka(f"{TAHUN}/temuan/?tampil=menahan&cari=1.02")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("j")
    expect(page.locator(".temuan:focus")).to_have_count(1)
    kartu = page.locator(f"#{_pengenal('1.02')}")
    with page.expect_navigation(wait_until="load"):
        kartu.get_by_role("link", name="Buka").click()
    baris = page.locator('tr[data-subjek="1.02"]')
    expect(baris).to_be_in_viewport()
    expect(baris.locator("button.tanda-temuan")).to_have_count(1)
    assert layar.galat_skrip == []


def test_laporan_yang_dibaca_menandai_dan_menyembunyikan(layar: Layar) -> None:
    layar.masuk("verifikator")
    page = layar.buka(f"{TAHUN}/laporan/")
    tanda = page.locator(".baca button.tanda-temuan")
    expect(tanda.first).to_be_attached()
    page.locator("#temuan-baca summary").click()
    page.locator("#saklar-tanda").uncheck()
    expect(tanda.first).to_be_hidden()
    page.reload()
    expect(page.locator(".baca button.tanda-temuan").first).to_be_hidden()
    page.locator("#temuan-baca summary").click()
    page.locator("#saklar-tanda").check()
    expect(page.locator(".baca button.tanda-temuan").first).to_be_visible()
    laporan = Axe().run(page)
    assert [v["id"] for v in laporan.response["violations"] if v["impact"] in BERAT] == []
    assert layar.galat_skrip == []
