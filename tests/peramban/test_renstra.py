"""A Renstra made in the browser from an empty year: rows, IKU forms, targets by grid and paste, order, undo."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Locator, Page, expect

from lkjip.selectors import load_data
from renstra.models import Indikator, Instansi, Renstra, Sasaran, TahunKinerja
from tests.peramban.conftest import Layar

HALAMAN = "/instansi/BKD-KALTIM/2030/perencanaan"
TEMPEL = """([teks]) => {
  const isi = new DataTransfer();
  isi.setData("text/plain", teks);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: isi, bubbles: true }));
}"""


@pytest.fixture
def tahun(situs: str) -> TahunKinerja:
    """A year of the demo agency with a period and nothing in it."""
    instansi = Instansi.objects.get(kode="BKD-KALTIM")
    renstra = Renstra.objects.create(instansi=instansi, renstra_awal=2030, renstra_akhir=2032)
    return TahunKinerja.objects.create(instansi=instansi, tahun=2030, renstra=renstra, nama=instansi.nama)


def _simpan(page: Page) -> None:
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="Simpan", exact=True).click()


def _tambah(page: Page, tautan: Locator, uraian: str) -> None:
    with page.expect_navigation(wait_until="load"):
        tautan.click()
    page.locator("textarea[name=uraian]").fill(uraian)
    _simpan(page)


def _tunggu_kerangka(page: Page, kalimat: str) -> None:
    expect(page.locator("#kabar-kerangka")).to_contain_text(kalimat)


def _urutan(page: Page, jenis: str) -> list[str]:
    return page.locator(f".simpul--{jenis} > .simpul__baris .simpul__nama .kode").all_inner_texts()


def _isi_rencana(page: Page) -> None:
    """One misi, one tujuan, two sasaran."""
    _tambah(page, page.get_by_role("link", name="+ Misi"), "Mewujudkan layanan")
    _tambah(page, page.get_by_role("link", name="+ Tujuan untuk M1"), "Birokrasi yang melayani")
    for uraian in ("Kualitas manajemen ASN", "Akuntabilitas kinerja"):
        _tambah(page, page.get_by_role("link", name="+ Sasaran untuk T1"), uraian)


def _isi_indikator(page: Page) -> None:
    """IKU1 below S1; IKU2 and IKU3 below S2, the third by “Simpan & tambah lagi”."""
    for sasaran, daftar in (("S1", ["Indeks NSPK"]), ("S2", ["Indeks pelayanan", "Persentase keluhan"])):
        with page.expect_navigation(wait_until="load"):
            page.get_by_role("link", name=f"+ Indikator untuk {sasaran}").click()
        for nomor, uraian in enumerate(daftar, 1):
            page.locator("[name=uraian]").fill(uraian)
            page.locator("[name=satuan]").fill("Indeks")
            page.locator("[name=jenis]").select_option("indeks")
            page.locator("[name=iku]").select_option("ya")
            lagi = nomor < len(daftar)
            with page.expect_navigation(wait_until="load"):
                page.get_by_role("button", name="Simpan & tambah lagi" if lagi else "Simpan", exact=True).click()
        with page.expect_navigation(wait_until="load"):
            page.get_by_role("link", name="Kembali ke Renstra").click()


def test_renstra_dari_tahun_kosong(layar: Layar, tahun: TahunKinerja) -> None:
    layar.masuk("perencana")
    page = layar.buka(f"{HALAMAN}/renstra/")
    _isi_rencana(page)
    _isi_indikator(page)
    assert _urutan(page, "sasaran") == ["S1", "S2"]
    assert _urutan(page, "indikator") == ["IKU1", "IKU2", "IKU3"]
    page = layar.buka(f"{HALAMAN}/renstra/target/")
    pertama = page.locator("input[name^=target_2030-]").first
    for nilai in ("90", "85", "100"):
        page.locator(":focus" if nilai != "90" else "input[name^=target_2030-] >> nth=0").fill(nilai)
        page.keyboard.press("Enter")
    expect(page.locator("#ringkasan-simpan")).to_have_text("Semua isian tersimpan")
    page.locator("input[name^=target_2031-]").first.focus()
    page.evaluate(TEMPEL, ["90,5\t91\n87\t89\n100\t100\n"])
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="Simpan 6 nilai").click()
    expect(pertama).to_have_value("90")
    rencana = load_data(tahun).renstra
    assert [(t.indikator, t.tahun, str(t.target)) for t in rencana.daftar_target_tahunan] == [
        ("IKU1", 2030, "90"), ("IKU1", 2031, "90.5"), ("IKU1", 2032, "91"),
        ("IKU2", 2030, "85"), ("IKU2", 2031, "87"), ("IKU2", 2032, "89"),
        ("IKU3", 2030, "100"), ("IKU3", 2031, "100"), ("IKU3", 2032, "100"),
    ]  # fmt: skip
    assert (rencana.daftar_sasaran[1].tujuan, rencana.daftar_indikator[2].induk) == ("T1", "S2")
    assert layar.galat_skrip == []


def _isi_singkat(tahun: TahunKinerja) -> tuple[Sasaran, Sasaran]:
    satu, dua = (
        Sasaran.objects.create(renstra=tahun.renstra, kode=f"S{n}", urutan=n, uraian=f"Sasaran {n}") for n in (1, 2)
    )
    for nomor, induk in enumerate((satu, dua, dua), 1):
        Indikator.objects.create(
            renstra=tahun.renstra, sasaran=induk, kode=f"IKU{nomor}", urutan=nomor, uraian="Indeks"
        )
    return satu, dua


def test_urutan_dengan_papan_ketik_dan_seretan(layar: Layar, tahun: TahunKinerja) -> None:
    satu, dua = _isi_singkat(tahun)
    layar.masuk("perencana")
    page = layar.buka(f"{HALAMAN}/renstra/")
    page.locator(f"#sasaran-{dua.pk} > .simpul__baris [data-fokus]").focus()
    page.keyboard.press("Alt+ArrowUp")
    _tunggu_kerangka(page, "S2 dinaikkan.")
    expect(page.locator(f"#sasaran-{dua.pk} > .simpul__baris [data-fokus]")).to_be_focused()
    assert _urutan(page, "sasaran") == ["S2", "S1"]
    page.keyboard.press("Alt+ArrowUp")
    _tunggu_kerangka(page, "Sudah paling atas.")
    _seret(
        page,
        page.locator(".simpul--indikator", has_text="IKU2"),
        page.locator(f"#sasaran-{satu.pk} .simpul--indikator"),
    )
    _tunggu_kerangka(page, "IKU2 dipindahkan ke induk lain.")
    assert Indikator.objects.get(kode="IKU2", renstra=tahun.renstra).sasaran == satu
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="Urungkan").click()
    assert Indikator.objects.get(kode="IKU2", renstra=tahun.renstra).sasaran == dua
    assert page.url.endswith(f"{HALAMAN}/renstra/")
    assert layar.galat_skrip == []


def test_urutan_dengan_jari(layar: Layar, tahun: TahunKinerja) -> None:
    satu, dua = _isi_singkat(tahun)
    layar.masuk("perencana")
    page = layar.buka(f"{HALAMAN}/renstra/")
    sesi = page.context.new_cdp_session(page)
    pegangan = page.locator(f"#sasaran-{dua.pk} > .simpul__baris [data-pegangan]").bounding_box()
    tujuan = page.locator(f"#sasaran-{satu.pk}").bounding_box()
    assert pegangan
    assert tujuan
    x, y = pegangan["x"] + 8, pegangan["y"] + 8

    def sentuh(jenis: str, *titik: dict[str, float]) -> None:
        sesi.send("Input.dispatchTouchEvent", {"type": jenis, "touchPoints": list(titik)})

    sentuh("touchStart", {"x": x, "y": y})
    for bagian in range(1, 6):
        sentuh("touchMove", {"x": x, "y": y + (tujuan["y"] + 4 - y) * bagian / 5})
    sentuh("touchEnd")
    _tunggu_kerangka(page, "S2 dipindahkan.")
    assert _urutan(page, "sasaran") == ["S2", "S1"]
    assert layar.galat_skrip == []


def _seret(page: Page, simpul: Locator, tujuan: Locator) -> None:
    """Drag the row by its handle to just above the other row."""
    dari, ke = simpul.locator("[data-pegangan]").bounding_box(), tujuan.bounding_box()
    assert dari
    assert ke
    page.mouse.move(dari["x"] + dari["width"] / 2, dari["y"] + dari["height"] / 2)
    page.mouse.down()
    page.mouse.move(ke["x"] + 20, ke["y"] + 30, steps=6)
    page.mouse.move(ke["x"] + 20, ke["y"] + 4, steps=3)
    page.mouse.up()


def test_sunting_di_tempat_hapus_dan_urungkan(layar: Layar, tahun: TahunKinerja) -> None:
    satu, dua = _isi_singkat(tahun)
    layar.masuk("perencana")
    page = layar.buka(f"{HALAMAN}/renstra/")
    page.locator(f"#sasaran-{satu.pk} > .simpul__baris [data-fokus]").click()
    formulir = page.locator(f"#sasaran-{satu.pk} [data-formulir-rencana]")
    expect(formulir).to_be_visible()
    page.keyboard.press("Escape")
    expect(formulir).to_have_count(0)
    page.keyboard.press("Enter")
    formulir.locator("textarea[name=uraian]").fill("Sasaran yang diperbaiki")
    _simpan(page)
    expect(page.locator(f"#sasaran-{satu.pk}")).to_contain_text("Sasaran yang diperbaiki")
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("link", name="Hapus S2").click()
    expect(page.locator("main")).to_contain_text("2 indikator")
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="Hapus sasaran S2").click()
    expect(page.locator(f"#sasaran-{dua.pk}")).to_have_count(0)
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="Urungkan").click()
    expect(page.locator(f"#sasaran-{dua.pk}")).to_be_visible()
    assert _urutan(page, "indikator") == ["IKU1", "IKU2", "IKU3"]


@pytest.mark.parametrize("layar", [1280, 390], ids=["meja", "ponsel"], indirect=True)
def test_halaman_renstra_muat_dan_tanpa_keluhan_axe(layar: Layar) -> None:
    layar.masuk("perencana")
    sasaran = Sasaran.objects.get(kode="S2", renstra__instansi__kode="BKD-KALTIM")
    indikator = Indikator.objects.get(kode="IKU2", renstra__instansi__kode="BKD-KALTIM")
    dasar = re.sub("2030", "2024", HALAMAN)
    for bagian in (
        "renstra/", "renstra/target/", "identitas/", f"renstra/sasaran/{sasaran.pk}/", "renstra/misi/baru/",
        f"renstra/sasaran/{sasaran.pk}/hapus/", f"indikator/{indikator.pk}/", f"indikator/baru/?salin={indikator.pk}",
        "renstra/target/tempel/",
    ):  # fmt: skip
        page = layar.buka(f"{dasar}/{bagian}")
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), bagian
        keluhan = Axe().run(page).response["violations"]
        assert [k["id"] for k in keluhan if k["impact"] in {"serious", "critical"}] == [], bagian
    assert layar.galat_skrip == []
    assert layar.ke_luar == []
