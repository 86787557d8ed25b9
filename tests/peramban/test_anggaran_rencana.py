"""A year's budget from nothing in the browser: imported, one program by keyboard, linked, revised, compared."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from openpyxl import Workbook
from playwright.sync_api import Browser, Page, expect

from anggaran.models import Anggaran, Belanja
from lkjip.selectors import load_data
from renstra.selectors import ambil_tahun_kinerja
from tests.peramban.conftest import CONTOH, Layar

RENCANA = "/instansi/BKD-KALTIM/2024/perencanaan"
POHON = f"{RENCANA}/anggaran/"


def _pk(kode: str) -> int:
    return Anggaran.objects.get(kode=kode, tahun_kinerja__instansi__kode="BKD-KALTIM").pk


def _data_kaltim() -> object:
    tahun = ambil_tahun_kinerja("BKD-KALTIM", 2024)
    assert tahun is not None
    return load_data(tahun).anggaran.daftar_anggaran


def _dpa(path: Path) -> Path:
    """The budget of the example as a budget system would export it: a title, headings on two rows, Rp texts."""
    buku = Workbook()
    lembar = buku.active
    assert lembar is not None
    lembar.title = "DPA"
    lembar["A1"] = "DOKUMEN PELAKSANAAN PERUBAHAN ANGGARAN"
    lembar.merge_cells("A1:F1")
    for kolom, judul in enumerate(("Kode", "Uraian", "Tingkat", "Unit", "Sumber Dana", "Pagu Perubahan"), 1):
        lembar.cell(3, kolom, judul)
    with (CONTOH / "bkd-kaltim-2024" / "anggaran.csv").open(encoding="utf-8", newline="") as berkas:
        for nomor, satu in enumerate(csv.DictReader(berkas), 4):
            pagu = satu["pagu_perubahan"]
            isi = (satu["kode"], satu["uraian"], satu["tingkat"], satu["unit"], satu["sumber_dana"])
            for kolom, nilai in enumerate(
                (*isi, f"Rp{int(pagu):,},-".replace(",", ".")[:-2] + ",-" if pagu else None), 1
            ):
                lembar.cell(nomor, kolom, nilai)
    buku.save(path)
    return path


def _simpan(page: Page, nama: str, nilai: str) -> None:
    page.locator(f'[name="{nama}"]').fill(nilai)
    page.locator(f'[name="{nama}"]').press("Enter")
    expect(page.locator(f"#keadaan-{nama}")).to_have_text("Tersimpan")


def test_anggaran_dari_kosong_sampai_dibandingkan(layar: Layar, tmp_path: Path) -> None:
    semula = _data_kaltim()
    tautan = [(a.kode, a.sasaran) for a in semula if a.sasaran]  # type: ignore[attr-defined]
    Anggaran.objects.filter(tahun_kinerja__instansi__kode="BKD-KALTIM").delete()
    Belanja.objects.filter(tahun_kinerja__instansi__kode="BKD-KALTIM").delete()
    layar.masuk("perencana")
    page = layar.buka(POHON)
    page.get_by_role("link", name="Impor dari DPA").first.click()
    page.set_input_files("[name=berkas]", _dpa(tmp_path / "dpa.xlsx"))
    page.get_by_role("button", name="Lanjut: cocokkan kolom").click()
    expect(page.locator("[name=pagu_perubahan]")).to_have_value("6")
    page.get_by_role("button", name="Lanjut: periksa perbedaan").click()
    page.get_by_role("button", name="Simpan 71 baris baru").click()
    expect(page.get_by_text("Impor selesai: 71 baris")).to_be_visible()
    _program_dengan_papan_ketik(page)
    for kode, sasaran in tautan:
        pilihan = page.locator(f'select[name="sasaran-{_pk(kode)}"]')
        pilihan.select_option(sasaran)
        expect(page.locator(f"#keadaan-sasaran-{_pk(kode)}")).to_have_text("Tersimpan")
    Anggaran.objects.filter(kode__startswith="3", tahun_kinerja__instansi__kode="BKD-KALTIM").delete()
    assert _data_kaltim() == semula  # every column of every row, as the workbook brought it
    _revisi(layar)
    assert layar.galat_skrip == []
    assert layar.ke_luar == []


def _program_dengan_papan_ketik(page: Page) -> None:
    """A program with a kegiatan below it, without the mouse."""
    page.get_by_role("link", name="Tambah program").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[name=kode]")).to_have_value("U3")
    page.locator("[name=kode]").fill("3")
    page.keyboard.press("Tab")
    page.keyboard.type("Program Baru")
    page.keyboard.press("Enter")
    expect(page.get_by_text("3 ditambahkan.")).to_be_visible()
    page.locator(f"#baris-{_pk('3')} .tambah-anak").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[name=kode]")).to_have_value("3.01")
    page.locator("[name=uraian]").focus()
    page.keyboard.type("Kegiatan Baru")
    page.keyboard.press("Enter")
    expect(page.get_by_text("3.01 ditambahkan.")).to_be_visible()
    _simpan(page, f"pagu_perubahan-{_pk('3.01')}", "1.500.000")
    expect(page.locator(f'[name="pagu_perubahan-{_pk("3")}"]')).to_have_attribute("placeholder", "1.500.000")


def _revisi(layar: Layar) -> None:
    page = layar.buka(f"{RENCANA}/riwayat-dpa/")
    page.locator("[name=nama_kini]").fill("DPPA")
    page.locator("[name=nama]").fill("DPPA II")
    page.locator("[name=versi]").select_option("perubahan")
    page.get_by_role("button", name="Buka versi baru").click()
    expect(page.get_by_text("Versi DPPA II dibuka")).to_be_visible()
    page = layar.buka(POHON)
    _simpan(page, f"pagu_perubahan-{_pk('2.02.01')}", "400.000.000")
    page = layar.buka(f"{RENCANA}/riwayat-dpa/?hanya=berubah")
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("tbody tr")).to_contain_text("▲ 42.200.000")


@pytest.mark.parametrize("lebar", [1280, 390])
def test_muat_di_layar_dan_dapat_diakses(peramban: Browser, situs: str, lebar: int) -> None:
    konteks = peramban.new_context(viewport={"width": lebar, "height": 844}, locale="id-ID")
    layar = Layar(konteks, situs)
    page = layar.masuk("perencana")
    satu = f"{POHON}{_pk('1.01')}/"
    for alamat in (
        *(POHON, f"{POHON}?kolom=pelaksana&cari=umum", f"{POHON}tempel/", f"{POHON}tambah/", satu, f"{satu}hapus/"),
        *(f"{POHON}impor/", f"{RENCANA}/belanja/", f"{RENCANA}/riwayat-dpa/"),
    ):
        layar.buka(alamat)
        assert page.evaluate("document.documentElement.scrollWidth") <= lebar, alamat
        hasil = Axe().run(page).response["violations"]
        keluhan = [
            (v["id"], n["html"][:120]) for v in hasil if v["impact"] in {"serious", "critical"} for n in v["nodes"]
        ]
        assert keluhan == [], alamat
    assert layar.ke_luar == []
    assert layar.galat_skrip == []
    konteks.close()
