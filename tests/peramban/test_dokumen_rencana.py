"""A planner makes the Perjanjian Kinerja from the Renstra, revises a target, sees the difference, keeps the files."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from renstra.models import Indikator, Perjanjian
from tests.peramban.conftest import Layar

RENCANA = "/instansi/BKD-KALTIM/2024/perencanaan"


def _tulis(page: Page, nama: str, nilai: str) -> None:
    """Type into a field and wait until the page says that it is saved."""
    kotak = page.locator(f'[name="{nama}"]')
    kotak.fill(nilai)
    kotak.press("Tab")
    expect(page.locator(f"#keadaan-{nama}")).to_contain_text("Tersimpan")


def test_perencana_membuat_dan_merevisi_perjanjian_kinerja(layar: Layar) -> None:
    page = layar.masuk("perencana")
    layar.buka(f"{RENCANA}/perjanjian-kinerja/")
    page.get_by_role("link", name="Isi dari Renstra").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Tulis 3 target").click()
    expect(page.get_by_role("button", name="Urungkan")).to_be_visible()
    pk = Indikator.objects.get(kode="IKU1").pk
    assert page.locator(f'[name="target_murni-{pk}"]').input_value() == "90"
    _tulis(page, f"target_perubahan-{pk}", "91,5")
    beda = page.locator("#perbedaan")
    expect(beda).to_contain_text("Indeks NSPK Manajemen ASN")
    expect(beda).to_contain_text("91,5")
    assert Perjanjian.objects.get(indikator=pk, versi="perubahan").target == 91.5
    page.get_by_role("link", name="Lembar perubahan: Kepala perangkat daerah").click()
    expect(page.locator("article.naskah")).to_contain_text("PERJANJIAN KINERJA PERUBAHAN TAHUN 2024")
    for tombol, akhiran in (("Unduh PDF", "pdf"), ("Unduh Word", "docx")):
        with page.expect_download() as unduhan:
            page.get_by_role("button", name=tombol).click()
        assert unduhan.value.suggested_filename == f"pk-bkd-kaltim-2024-perubahan.{akhiran}"
    assert layar.ke_luar == []
    assert layar.galat_skrip == []


def test_perencana_membagi_target_ke_triwulan_dan_diperingatkan(layar: Layar) -> None:
    page = layar.masuk("perencana")
    layar.buka(f"{RENCANA}/rencana-aksi/")
    peringatan = page.locator("#peringatan-target")
    expect(peringatan).to_contain_text("Tidak ada target triwulan yang bertentangan")
    pk = Indikator.objects.get(kode="IKU2").pk
    _tulis(page, f"target_4-{pk}", "80")
    expect(peringatan).to_contain_text("sedangkan target 2024 adalah 85")
    _tulis(page, f"target_4-{pk}", "85")
    expect(peringatan).to_contain_text("Tidak ada target triwulan yang bertentangan")
    assert layar.galat_skrip == []
