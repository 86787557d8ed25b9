"""A planner opens the next year, makes a reviu, changes one indicator, and sees it in the comparison."""

from __future__ import annotations

import pytest

from lkjip.riwayat.services import konteks_riwayat
from renstra.models import Indikator, TahunKinerja
from tests.peramban.conftest import Layar
from tests.peramban.test_jalan_peran import _keluhan_axe

pytestmark = pytest.mark.peramban
KALTIM = "/instansi/BKD-KALTIM"


def _klik(layar: Layar, nama: str) -> None:
    with layar.page.expect_navigation(wait_until="load"):
        layar.page.get_by_role("button", name=nama, exact=True).click()


def _periksa_akses(layar: Layar) -> None:
    assert _keluhan_axe(layar, layar.page.url) == []
    assert not layar.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


@pytest.mark.parametrize("layar", [1280, 390], ids=["meja", "ponsel"], indirect=True)
def test_tahun_baru_lalu_reviu_lalu_perbandingan(layar: Layar) -> None:
    page = layar.masuk("perencana")
    layar.buka(f"{KALTIM}/2024/")
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("link", name="Buka tahun baru").click()
    _klik(layar, "Lihat yang akan dibuat")
    assert page.get_by_text("Tahun 2025 akan berisi").is_visible()
    _periksa_akses(layar)
    _klik(layar, "Buka tahun 2025")
    assert page.get_by_text("Tahun 2025 dibuka.").is_visible()

    layar.buka(f"{KALTIM}/2025/perencanaan/versi/")
    page.locator("summary", has_text="Buat versi reviu").click()
    assert page.get_by_label("2025", exact=True).is_checked()
    page.get_by_label("Nomor penetapan").first.fill("188/2025")
    _klik(layar, "Buat versi reviu")
    assert page.get_by_text("188/2025").is_visible()
    _periksa_akses(layar)

    tahun = TahunKinerja.objects.get(instansi__kode="BKD-KALTIM", tahun=2025)
    with konteks_riwayat(jalur="uji"):
        Indikator.objects.filter(renstra=tahun.renstra_id, kode="IKU1").update(uraian="Indeks NSPK dan Sistem Merit")
    layar.buka(f"{KALTIM}/2025/perencanaan/sejarah/indikator/IKU1/")
    _periksa_akses(layar)
    layar.buka(f"{KALTIM}/2025/perencanaan/versi/banding/")
    assert page.locator(".banding ins").first.is_visible()
    assert page.get_by_text("1 diubah").is_visible()
    assert page.locator(".banding__baris").count() == 1
    _periksa_akses(layar)
    assert not layar.galat_skrip
    assert not layar.ke_luar


def test_reviu_diurungkan_dari_pesannya(layar: Layar) -> None:
    page = layar.masuk("perencana")
    layar.buka(f"{KALTIM}/2024/perencanaan/versi/")
    page.locator("summary", has_text="Buat versi reviu").click()
    _klik(layar, "Buat versi reviu")
    assert page.get_by_role("heading", name="versi 2").is_visible()
    _klik(layar, "Urungkan")
    assert page.get_by_text("Diurungkan").is_visible()
    assert page.get_by_role("heading", name="versi 2").count() == 0
