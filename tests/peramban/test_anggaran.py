"""The money page in a browser: sums follow each field, a column is pasted, a file imported; phone width and axe."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, Page, expect

from anggaran.models import Anggaran
from tests.peramban.conftest import Layar

HALAMAN = "/instansi/BKD-KALTIM/2024/pengisian/3/anggaran/"
ANAK = ("1.01.01", "1.01.02", "1.01.03", "1.01.04", "1.01.05")
TEMPEL = """([teks, nama]) => {
  const papan = new DataTransfer();
  papan.setData("text/plain", teks);
  const kejadian = new ClipboardEvent("paste", { clipboardData: papan, bubbles: true, cancelable: true });
  document.querySelector(`[name="${nama}"]`).dispatchEvent(kejadian);
}"""


def _pk(kode: str) -> int:
    return Anggaran.objects.get(kode=kode, tahun_kinerja__instansi__kode="BKD-KALTIM").pk


def _isian(page: Page, kode: str, kolom: str = "realisasi") -> Locator:
    return page.locator(f'input[name="{kolom}-{_pk(kode)}"]')


def _simpan(page: Page, kode: str, nilai: str, kolom: str = "realisasi") -> None:
    _isian(page, kode, kolom).fill(nilai)
    _isian(page, kode, kolom).press("Enter")
    expect(page.locator(f"#keadaan-{kolom}-{_pk(kode)}")).to_have_text("Tersimpan")


def _buka(layar: Layar) -> Page:
    layar.masuk("perencana")
    return layar.buka(HALAMAN)


def test_jumlah_serapan_dan_deviasi_mengikuti_tiap_isian(layar: Layar) -> None:
    page = _buka(layar)
    for kode in ANAK:
        _simpan(page, kode, "10.000.000")
    expect(_isian(page, "1.01.02")).to_have_value("10.000.000")
    expect(_isian(page, "1.01")).to_have_attribute("placeholder", "50.000.000")
    expect(page.locator(f"#serapan-{_pk('1.01')}")).to_have_text("12,09%")
    _simpan(page, "1.01.01", "8.000.000", "rencana")
    expect(page.locator(f"#deviasi-{_pk('1.01.01')}")).to_contain_text("lebih dari 15%")
    _simpan(page, "1.01.03", "12.000.000")
    expect(page.locator(f"#peringatan-{_pk('1.01.03')}")).to_contain_text("Realisasi melebihi pagu.")
    _simpan(page, "1.01", "Rp60.000.000,-")
    expect(page.locator(f"#jumlah-realisasi-{_pk('1.01')}")).to_contain_text(
        "Jumlah anak 52.000.000, selisih 8.000.000"
    )
    page.get_by_role("button", name="Pakai jumlah anak").click()
    expect(_isian(page, "1.01")).to_have_value("")
    expect(_isian(page, "1.01")).to_have_attribute("placeholder", "52.000.000")
    assert layar.galat_skrip == []


def test_kolom_dari_excel_ditempel_dengan_pratinjau(layar: Layar) -> None:
    page = _buka(layar)
    page.evaluate(TEMPEL, ["1.000.000\n2.000.000\nsalah\n", f"rencana-{_pk('1.01.01')}"])
    dialog = page.locator("#dialog-tempel")
    expect(dialog).to_contain_text("2 nilai akan disimpan")
    expect(dialog).to_contain_text("“salah” bukan angka")
    dialog.get_by_role("button", name="Simpan 2 nilai").click()
    expect(_isian(page, "1.01.02", "rencana")).to_have_value("2.000.000")


def test_berkas_sistem_anggaran_dari_unggah_sampai_tersimpan(layar: Layar, tmp_path: Path) -> None:
    berkas = tmp_path / "sipd.csv"
    berkas.write_text(
        "KODE;URAIAN;PAGU;REALISASI\n1.01.01;Renja;86.800.000;80.829.500\n7.7;Lain;1;1\n", encoding="utf-8"
    )
    page = _buka(layar)
    page.get_by_role("link", name="Impor dari sistem anggaran").click()
    page.set_input_files("[name=berkas]", berkas)
    page.get_by_role("button", name="Lanjut: cocokkan kolom").click()
    expect(page.locator("[name=realisasi]")).to_have_value("4")
    page.get_by_role("button", name="Lanjut: periksa perbedaan").click()
    expect(page.get_by_text("7.7")).to_be_visible()
    page.get_by_role("button", name="Simpan 1 realisasi").click()
    expect(_isian(page, "1.01.01")).to_have_value("80.829.500")


@pytest.mark.parametrize("lebar", [1280, 390])
def test_muat_di_layar_dan_dapat_diakses(peramban: Browser, situs: str, lebar: int) -> None:
    konteks = peramban.new_context(viewport={"width": lebar, "height": 844}, locale="id-ID")
    layar = Layar(konteks, situs)
    page = _buka(layar)
    for alamat in (HALAMAN, f"{HALAMAN}tempel/", f"{HALAMAN}impor/"):
        layar.buka(alamat)
        assert page.evaluate("document.documentElement.scrollWidth") <= lebar
        hasil = Axe().run(page).response["violations"]
        assert [v["id"] for v in hasil if v["impact"] in {"serious", "critical"}] == [], alamat
    assert layar.ke_luar == []
    konteks.close()
