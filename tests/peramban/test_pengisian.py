"""Filling in a quarter in the browser: by keyboard, two people at once, without a connection, without script."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.peramban.conftest import Layar

HALAMAN = "/instansi/BKD-KALTIM/2024/pengisian/3/"
Buka = Callable[[str], Page]


@pytest.fixture
def buka(peramban: Browser, situs: str) -> Iterator[Buka]:
    """`buka("perencana")`: the quarter page in a window of that user."""
    daftar: list[BrowserContext] = []

    def buka(nama: str) -> Page:
        konteks = peramban.new_context(viewport={"width": 1280, "height": 900}, locale="id-ID")
        daftar.append(konteks)
        layar = Layar(konteks, situs)
        layar.masuk(nama)
        return layar.buka(HALAMAN)

    yield buka
    for konteks in daftar:
        konteks.close()


def _isian(page: Page, nomor: int) -> Locator:
    return page.locator("input.kotak__masukan").nth(nomor)


def _keadaan(page: Page, nomor: int) -> Locator:
    return page.locator(".sel-isian .kotak__keadaan").nth(nomor)


def test_enter_menyimpan_menghitung_dan_pindah_ke_baris_berikutnya(buka: Buka) -> None:
    page = buka("perencana")
    _isian(page, 0).fill("88,2")
    _isian(page, 0).press("Enter")
    expect(_isian(page, 1)).to_be_focused()
    expect(_keadaan(page, 0)).to_have_text("Tersimpan")
    expect(page.locator("[id^=capaian-]").first).to_contain_text("98,00%")
    _isian(page, 1).press("ArrowUp")
    expect(_isian(page, 0)).to_be_focused()
    page.reload()
    expect(_isian(page, 0)).to_have_value("88,2")


def test_enter_di_catatan_membuat_baris_baru_dan_di_baris_terakhir_tetap_di_isiannya(buka: Buka) -> None:
    page = buka("perencana")
    page.locator("summary.pemicu-cara").first.click()
    catatan = page.locator("textarea.kotak__masukan").first
    catatan.fill("Satu")
    catatan.press("Enter")
    catatan.press_sequentially("Dua")
    expect(catatan).to_have_value("Satu\nDua")
    expect(catatan).to_be_focused()
    catatan.press("Tab")
    expect(page.locator("[id^=keadaan-catatan-]").first).to_have_text("Tersimpan")
    expect(catatan).to_have_value("Satu\nDua")
    terakhir = page.locator("input.kotak__masukan[name^=realisasi-]").last
    terakhir.fill("99")
    terakhir.press("Enter")
    expect(terakhir).to_be_focused()
    expect(page.locator(".sel-isian .kotak__keadaan").last).to_have_text("Tersimpan")


def test_isian_yang_sedang_diketik_tidak_tertutup_bilah_simpan(buka: Buka) -> None:
    page = buka("perencana")
    page.set_viewport_size({"width": 1280, "height": 520})
    _isian(page, 0).focus()
    for _ in range(2):
        page.keyboard.press("Enter")
        isian, bilah = page.locator(":focus").bounding_box(), page.locator(".bilah-simpan").bounding_box()
        assert isian
        assert bilah
        assert isian["y"] + isian["height"] <= bilah["y"] or isian["y"] >= bilah["y"] + bilah["height"]


def test_yang_bukan_angka_ditolak_di_tempatnya_dan_esc_membatalkan(buka: Buka) -> None:
    page = buka("perencana")
    _isian(page, 1).fill("tujuh")
    _isian(page, 1).press("ArrowDown")
    expect(_keadaan(page, 1)).to_contain_text("bukan angka")
    expect(_isian(page, 1)).to_have_attribute("aria-invalid", "true")
    _isian(page, 1).press("Escape")
    expect(_isian(page, 1)).to_have_value("74")


def test_esc_sesudah_tersimpan_mengembalikan_nilai_sebelumnya(buka: Buka) -> None:
    page = buka("perencana")
    _isian(page, 1).fill("75")
    _isian(page, 1).press("Enter")
    expect(_keadaan(page, 1)).to_have_text("Tersimpan")
    _isian(page, 1).press("Escape")
    expect(_isian(page, 1)).to_have_value("74")
    expect(page.locator("[id^=capaian-]").nth(1)).to_contain_text("105,71%")
    page.reload()
    expect(_isian(page, 1)).to_have_value("74")


def test_dua_orang_memilih_nilai_mana_yang_dipakai(buka: Buka) -> None:
    satu, dua = buka("perencana"), buka("admin")
    _isian(dua, 2).fill("97")
    _isian(dua, 2).press("Tab")
    expect(_keadaan(dua, 2)).to_have_text("Tersimpan")
    _isian(satu, 2).fill("96")
    _isian(satu, 2).press("Tab")
    expect(_keadaan(satu, 2)).to_contain_text("Admin Contoh menyimpan 97")
    satu.get_by_role("button", name="Pakai 97").click()
    expect(_isian(satu, 2)).to_have_value("97")
    _isian(satu, 2).fill("95")
    _isian(satu, 2).press("Tab")
    expect(_keadaan(satu, 2)).to_have_text("Tersimpan")


def test_sambungan_putus_tidak_menghilangkan_ketikan(buka: Buka) -> None:
    page = buka("perencana")
    page.context.set_offline(True)
    _isian(page, 1).fill("76")
    _isian(page, 1).press("Enter")
    expect(_keadaan(page, 1)).to_contain_text("sambungan terputus")
    expect(page.locator("#ringkasan-simpan")).to_have_text("1 isian belum tersimpan")
    konteks, alamat = page.context, page.url
    page.close(run_before_unload=False)
    konteks.set_offline(False)
    baru = konteks.new_page()
    baru.goto(alamat)
    expect(_isian(baru, 1)).to_have_value("76")
    expect(_keadaan(baru, 1)).to_have_text("Tersimpan")
    expect(baru.locator("#ringkasan-simpan")).to_have_text("Semua isian tersimpan")


def test_sesi_berakhir_dikatakan_dan_isian_disimpan_sesudah_masuk_lagi(buka: Buka) -> None:
    page = buka("perencana")
    page.context.clear_cookies(name="sessionid")
    _isian(page, 1).fill("77")
    _isian(page, 1).press("Enter")
    expect(_keadaan(page, 1)).to_contain_text("sesi berakhir")
    Layar(page.context, page.url.partition("/instansi")[0]).masuk("perencana")
    expect(_keadaan(page, 1)).to_have_text("Tersimpan", timeout=15_000)


def test_tanpa_javascript_tombol_simpan_menyimpan_semua(peramban: Browser, situs: str) -> None:
    konteks = peramban.new_context(java_script_enabled=False)
    layar = Layar(konteks, situs)
    layar.masuk("perencana")
    page = layar.buka(HALAMAN)
    _isian(page, 0).fill("89,9")
    _isian(page, 1).fill("tujuh puluh")
    page.get_by_role("button", name="Simpan semua").click()
    expect(page.get_by_text("1 isian disimpan.")).to_be_visible()
    expect(_isian(page, 0)).to_have_value("89,9")
    expect(_isian(page, 1)).to_have_value("tujuh puluh")
    expect(_keadaan(page, 1)).to_contain_text("bukan angka")
    konteks.close()
