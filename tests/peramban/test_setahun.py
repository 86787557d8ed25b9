"""A planner fills a whole year from empty in the browser, has it returned, mends it and gets it approved.

Afterwards every figure that the published report prints is judged exactly as from the workbook.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.services import impor_buku
from lkjip.dasar.isian import JenisIsian, tulis_isian
from lkjip.data import BukuKerja, DataInstansi
from lkjip.pemeriksaan.klaim import periksa_daftar_klaim
from lkjip.selectors import load_buku
from renstra.selectors import ambil_tahun_kinerja
from tests.peramban.conftest import CONTOH, Layar

PENGISIAN = "/instansi/BKD-KALTIM/2024/pengisian"


def _buku() -> BukuKerja:
    buku = baca_buku(CONTOH / "bkd-kaltim-2024").buku
    assert buku is not None
    return buku


def _kosong(buku: BukuKerja) -> BukuKerja:
    """The year as it begins: the plan and the budget are there, no quarter has a target, a value or money."""
    anggaran = buku.data.anggaran
    kinerja = replace(anggaran.kinerja, daftar_kinerja_triwulan=())
    return replace(buku, data=DataInstansi(replace(anggaran, kinerja=kinerja, daftar_realisasi_anggaran=())))


def _tersimpan() -> BukuKerja:
    tahun_kinerja = ambil_tahun_kinerja("BKD-KALTIM", 2024)
    assert tahun_kinerja is not None
    return load_buku(tahun_kinerja)


@pytest.fixture
def orang(peramban: Browser, situs: str) -> Iterator[dict[str, Page]]:
    """A window for each of the three, and the year emptied."""
    impor_buku(buku=_kosong(_buku()))
    daftar: dict[str, Page] = {}
    konteks: list[BrowserContext] = []
    for nama in ("perencana", "verifikator", "kepala"):
        konteks.append(peramban.new_context(viewport={"width": 1280, "height": 900}, locale="id-ID"))
        konteks[-1].grant_permissions(["clipboard-read", "clipboard-write"])
        daftar[nama] = Layar(konteks[-1], situs).masuk(nama)
    yield daftar
    for satu in konteks:
        satu.close()


def _buka(page: Page, alamat: str) -> None:
    page.goto(page.url.partition("/instansi")[0].rstrip("/") + PENGISIAN + alamat)


def _kolom(page: Page, kolom: str) -> Locator:
    return page.locator(f"input.kotak__masukan[name^='{kolom}-']")


def _tempel(page: Page, isian: Locator, nilai: list[str]) -> None:
    """Paste a column from the clipboard, as Excel puts it there, and confirm the preview."""
    isian.focus()
    page.evaluate("teks => navigator.clipboard.writeText(teks)", "\r\n".join(nilai) + "\r\n")
    page.keyboard.press("Control+V")
    page.get_by_role("button", name=re.compile(r"^Simpan \d+ nilai$")).click()
    expect(page.get_by_text("Sumber: tempelan.")).to_be_visible()


def _nilai(buku: BukuKerja, triwulan: int, kolom: str) -> list[str]:
    per_kode = buku.data.kinerja.kinerja_per_triwulan
    daftar = [getattr(per_kode[i.kode, 2024, triwulan], kolom) for i in buku.data.renstra.daftar_indikator]
    return [tulis_isian(nilai, JenisIsian.ANGKA) for nilai in daftar]


def _isi_dengan_papan_ketik(page: Page, nilai: list[str]) -> None:
    _kolom(page, "realisasi").first.focus()
    for satu in nilai:
        page.keyboard.type(satu)
        page.keyboard.press("Enter")
    expect(page.locator("#ringkasan-simpan")).to_have_text("Semua isian tersimpan")
    expect(page.locator("#kemajuan")).to_have_text("3 dari 3 indikator terisi")


def _isi_triwulan(page: Page, buku: BukuKerja, triwulan: int) -> None:
    """Targets by paste; the values by keyboard in the odd quarters, by paste in the even ones."""
    _buka(page, f"/{triwulan}/?target=ya")
    _tempel(page, _kolom(page, "target").first, _nilai(buku, triwulan, "target"))
    _buka(page, f"/{triwulan}/")
    if triwulan % 2:
        _isi_dengan_papan_ketik(page, _nilai(buku, triwulan, "realisasi"))
    else:
        _tempel(page, _kolom(page, "realisasi").first, _nilai(buku, triwulan, "realisasi"))


def _isi_predikat(page: Page, predikat: str) -> None:
    _buka(page, "/4/")
    page.locator("details.rinci > summary").first.click()
    page.get_by_text("Predikat", exact=True).first.click()
    isian = page.locator("input.kotak__masukan[name^='predikat_realisasi-']")
    isian.fill(predikat)
    isian.press("Tab")
    expect(page.locator("[id^='keadaan-predikat_realisasi-']")).to_have_text("Tersimpan")


def _isi_uang(page: Page, buku: BukuKerja) -> None:
    per_kode = {r.kode: r.realisasi for r in buku.data.anggaran.daftar_realisasi_anggaran if r.triwulan == 4}
    daftar = [f"{kode}\t{tulis_isian(nilai, JenisIsian.UANG)}" for kode, nilai in per_kode.items()]
    _buka(page, "/4/anggaran/")
    _tempel(page, _kolom(page, "realisasi").first, daftar)


def _langkah(page: Page, triwulan: int, tombol: str, catatan: str = "") -> None:
    _buka(page, f"/{triwulan}/kirim/")
    formulir = page.locator("form", has=page.get_by_role("button", name=tombol, exact=True))
    if catatan:
        formulir.locator("textarea").last.fill(catatan)
    page.get_by_role("button", name=tombol, exact=True).click()
    expect(page.locator(".pesan--success").first).to_be_visible()


def _kembalikan_lalu_perbaiki(orang: dict[str, Page], nilai: str) -> None:
    """The verifikator returns one indicator; the planner sees why at the field, corrects, answers, sends again."""
    _buka(orang["verifikator"], "/1/kirim/")
    orang["verifikator"].locator("[name^='catatan-']").nth(1).fill("Periksa lagi terhadap laporan pemantauan.")
    orang["verifikator"].get_by_role("button", name="Kembalikan", exact=True).click()
    expect(orang["verifikator"].locator(".pesan--success").first).to_be_visible()
    page = orang["perencana"]
    _buka(page, "/1/")
    page.get_by_role("link", name="1 catatan perlu dijawab").click()
    expect(page.get_by_text("Periksa lagi terhadap laporan pemantauan.").first).to_be_visible()
    page.get_by_label("Jawaban").first.fill("Sudah dicocokkan; nilainya dibetulkan.")
    page.get_by_role("button", name="Jawab").first.click()
    expect(page.get_by_role("button", name="Jawab")).to_have_count(0)  # answered, before the page is left
    _buka(page, "/1/")
    expect(page.get_by_text("catatan perlu dijawab")).to_have_count(0)
    _kolom(page, "realisasi").nth(1).fill(nilai)
    _kolom(page, "realisasi").nth(1).press("Enter")
    expect(page.locator("#ringkasan-simpan")).to_have_text("Semua isian tersimpan")


def _putusan(isi: BukuKerja, klaim: BukuKerja) -> list[tuple[object, object]]:
    """Class and recomputed figure of every claim."""
    return [(h.kelas, h.hasil.nilai) for h in periksa_daftar_klaim(isi.data, klaim.daftar_klaim)]


def test_setahun_dari_kosong_sampai_disetujui(orang: dict[str, Page]) -> None:
    buku = _buku()
    page = orang["perencana"]
    for triwulan in (1, 2, 3, 4):
        _isi_triwulan(page, buku, triwulan)
    _isi_predikat(page, "A")
    _isi_uang(page, buku)
    _buka(page, "/1/")
    _kolom(page, "realisasi").nth(1).fill("24")
    _kolom(page, "realisasi").nth(1).press("Enter")
    expect(page.locator("#ringkasan-simpan")).to_have_text("Semua isian tersimpan")
    _langkah(page, 1, "Ajukan")
    _buka(page, "/1/")
    expect(_kolom(page, "realisasi")).to_have_count(0)
    _kembalikan_lalu_perbaiki(orang, "42")
    for triwulan in (1, 2, 3, 4):
        _langkah(page, triwulan, "Ajukan")
        _langkah(orang["verifikator"], triwulan, "Verifikasi")
        _langkah(orang["kepala"], triwulan, "Setujui")
    hasil = _tersimpan()
    assert _putusan(hasil, buku) == _putusan(buku, buku)
    assert hasil.data.kinerja.kinerja_per_triwulan["IKU2", 2024, 1].realisasi == Decimal(42)
