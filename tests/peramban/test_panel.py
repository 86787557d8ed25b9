"""The panel inside the quarter page: its sections save by themselves, and what is refused or cut off keeps its text."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page, expect

from renstra.models import Indikator
from tests.pengisian.berkas_uji import pdf
from tests.peramban.conftest import Layar

TRIWULAN = "/instansi/BKD-KALTIM/2024/pengisian/3/"


def _buka_panel(layar: Layar) -> tuple[Page, int]:
    """The composite indicator IKU2 of the demo agency, opened below its row."""
    pk = Indikator.objects.get(kode="IKU2", renstra__instansi__kode="BKD-KALTIM").pk
    layar.masuk("perencana")
    page = layar.buka(TRIWULAN)
    page.locator(f"#indikator-{pk} + tr summary").click()
    page.wait_for_selector(f"#panel-{pk}")
    return page, pk


def test_kotak_rincian_dan_komponen_memperbarui_barisnya(layar: Layar) -> None:
    page, pk = _buka_panel(layar)
    for target, capaian in (("72", "102,78%"), ("74", "100,00%")):  # twice: the second builds upon the first
        page.fill(f"#panel-{pk} [name=target-{pk}]", target)
        page.keyboard.press("Tab")
        expect(page.locator(f"#keadaan-target-{pk}")).to_have_text("Tersimpan")
        expect(page.locator(f"#capaian-{pk}")).to_contain_text(capaian)
        expect(page.locator(f"#hasil-{pk}")).to_contain_text(capaian)
    masukan = page.locator(f"#komponen-{pk} .panel__masukan")
    for nomor, nilai in enumerate(("100", "96", "100", "86,46")):
        masukan.nth(nomor).fill(nilai)
    masukan.last.press("Enter")
    expect(page.locator(f"#komponen-{pk}")).to_contain_text("tetap 74, karena diisi langsung")
    page.get_by_role("button", name="Pakai 98,123").click()
    expect(page.locator(f"#kotak-realisasi-{pk} input.kotak__masukan")).to_have_value("98,1230")
    expect(page.locator(f"#capaian-{pk}")).to_contain_text("132,60%")
    assert layar.galat_skrip == []


def test_analisis_dan_bukti_tersimpan_dan_yang_gagal_tetap_tertulis(layar: Layar, tmp_path: Path) -> None:
    page, pk = _buka_panel(layar)
    page.fill(f"#butir-hambatan-{pk}", "• Anggaran bergeser\n2. Pegawai berganti")
    page.context.set_offline(True)
    page.get_by_role("button", name="Simpan analisis").click()
    expect(page.locator(f"#analisis-{pk} [data-putus]")).to_contain_text("sambungan terputus")
    page.context.set_offline(False)
    page.get_by_role("button", name="Simpan analisis").click()
    expect(page.locator(f"#analisis-{pk} [data-fokus]")).to_be_focused()
    expect(page.locator(f"#butir-hambatan-{pk}")).to_have_value("Anggaran bergeser\nPegawai berganti")
    expect(page.locator(f"#banyak-analisis-{pk}")).to_have_text("(2)")
    (tmp_path / "surat.pdf").write_bytes(pdf())
    (tmp_path / "virus.pdf").write_bytes(b"MZ")
    page.set_input_files(f"#berkas-{pk}", [tmp_path / "surat.pdf", tmp_path / "virus.pdf"])
    page.fill(f"#uraian-{pk}", "Surat penilaian")
    page.get_by_role("button", name="Tambah bukti").click()
    expect(page.locator(f"#bukti-{pk} .panel__ditolak")).to_contain_text("virus.pdf")
    expect(page.locator(f"#uraian-{pk}")).to_have_value("Surat penilaian")
    with page.expect_download() as unduhan:
        page.get_by_role("link", name="Surat penilaian").click()
    assert unduhan.value.suggested_filename == "surat.pdf"
    serius = [v for v in Axe().run(page).response["violations"] if v["impact"] in {"serious", "critical"}]
    assert serius == []
    assert layar.galat_skrip == []
