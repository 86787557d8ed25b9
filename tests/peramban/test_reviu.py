"""A reviewer answers, takes a proposal over, and writes a remark from within the report."""

from __future__ import annotations

import re

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import expect

from kinerja.services_reviu import mulai_reviu
from lkjip.akun.models import Pengguna
from lkjip.penyusunan.sidik import sidik_direviu
from lkjip.selectors import load_buku_laporan
from renstra.selectors import ambil_tahun_kinerja
from tests.peramban.conftest import Layar

KALTIM = "/instansi/BKD-KALTIM/2024"


def test_mereviu_di_peramban(layar: Layar) -> None:
    tahun = ambil_tahun_kinerja("BKD-KALTIM", 2024)
    assert tahun is not None
    reviu = mulai_reviu(
        tahun_kinerja=tahun, nomor_tugas="700/1", tanggal_tugas=None, oleh=Pengguna.objects.get(username="inspektorat"),
        sidik=sidik_direviu(load_buku_laporan(tahun)),
    )  # fmt: skip
    layar.masuk("inspektorat")
    page = layar.buka(f"{KALTIM}/reviu/{reviu.pk}/pertanyaan/")
    page.check("#R3-1 input[value=tidak]")
    expect(page.locator("#isian-R3-3 input[value=ya]")).to_be_visible()
    expect(page.locator("#keadaan-R3-1")).to_contain_text("Tulis catatannya.")
    page.fill("#catatan-R3-1", "Satu sasaran berbeda.")
    page.press("#catatan-R3-1", "Tab")
    expect(page.locator("#keadaan-R3-1")).to_have_text("Tersimpan. ")
    page.locator("#usul-R1-2 button").click()
    expect(page.locator("#kemajuan-reviu")).to_contain_text("2 dari 23")
    expect(page.locator("#isian-R1-2 input:checked")).to_have_value("ya")
    assert _keluhan(layar) == []
    layar.buka(f"{KALTIM}/laporan/")
    page.locator("#tabel-iku .beri-catatan").click()
    expect(page.locator("#letak-baru option:checked")).to_have_text(re.compile("Indikator Kinerja Utama"))
    page.fill("#isi-baru", "Sumber data belum disebut.")
    page.get_by_role("button", name="Simpan catatan").click()
    expect(page.locator(".catatan__isi")).to_have_text("Sumber data belum disebut.")
    page.set_viewport_size({"width": 390, "height": 850})
    assert _keluhan(layar) == []
    layar.buka(f"{KALTIM}/laporan/")
    expect(page.locator("aside.catatan-letak + #tabel-iku")).to_have_count(1)
    assert _keluhan(layar) == []
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    assert layar.galat_skrip == []


def _keluhan(layar: Layar) -> list[tuple[str, str]]:
    berat = [t for t in Axe().run(layar.page).response["violations"] if t["impact"] in {"serious", "critical"}]
    return [(t["id"], simpul["html"][:140]) for t in berat for simpul in t["nodes"]]
