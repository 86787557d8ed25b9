"""The tree of performance in a browser: by keyboard, filtered while typing, relinked in place and taken back."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from anggaran.models import Anggaran
from tests.peramban.conftest import Layar

HALAMAN = "/instansi/BKD-KALTIM/2024/perencanaan/pohon/"


def _buka(layar: Layar, nama: str = "perencana") -> Page:
    layar.masuk(nama)
    page = layar.buka(HALAMAN)
    expect(page.get_by_role("tree")).to_be_visible()
    return page


def _fokus(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def _tekan(page: Page, *tombol: str) -> str:
    for satu in tombol:
        page.keyboard.press(satu)
    return _fokus(page)


def _sasaran(kode: str) -> str:
    baris = Anggaran.objects.select_related("sasaran").get(kode=kode, tahun_kinerja__instansi__kode="BKD-KALTIM")
    return baris.sasaran.kode if baris.sasaran else ""


def test_pohon_dijelajahi_dengan_papan_ketik(layar: Layar) -> None:
    page = _buka(layar)
    page.locator("#misi-M1").focus()
    assert _tekan(page, "ArrowRight") == "tujuan-T1"  # the misi is open already
    assert _tekan(page, "ArrowDown") == "sasaran-S1"
    expect(page.locator("#sasaran-S1")).to_have_attribute("aria-expanded", "false")
    assert _tekan(page, "ArrowRight") == "sasaran-S1"
    expect(page.locator("#sasaran-S1")).to_have_attribute("aria-expanded", "true")
    assert _tekan(page, "ArrowRight") == "anggaran-2"
    assert _tekan(page, "Enter", "ArrowDown") == "anggaran-2__01"
    assert _tekan(page, "m") == "anggaran-2__02"  # Mutasi dan Promosi ASN
    assert _tekan(page, "ArrowLeft") == "anggaran-2"
    assert _tekan(page, "ArrowLeft", "ArrowDown") == "anggaran-U2"
    assert _tekan(page, "End") == "sasaran-S2"
    assert _tekan(page, "Home") == "misi-M1"
    page.keyboard.press("Tab")
    assert _fokus(page) != "tujuan-T1"  # one stop for the tree; what is inside a node comes after it
    assert layar.galat_skrip == []


def test_mencari_menyaring_dan_menghapus_saringan(layar: Layar) -> None:
    page = _buka(layar)
    page.get_by_label("Cari", exact=True).press_sequentially("mutasi asn")
    expect(page.locator("#anggaran-2__02__01")).to_be_visible()
    expect(page.locator("#sasaran-S2")).to_be_hidden()
    hasil = page.get_by_role("status").filter(has_text="simpul ditampilkan")
    expect(hasil).to_contain_text("6 dari 75 simpul ditampilkan")
    page.get_by_role("link", name="Hapus saringan").click()
    expect(page.locator("#sasaran-S2")).to_be_visible()
    page.get_by_label("Tingkat").select_option("program")
    expect(page.locator("#anggaran-1")).to_be_visible()
    expect(page.locator("#anggaran-1__01")).to_be_hidden()
    page.get_by_label("Tingkat").select_option("")
    page.get_by_role("link", name="Tutup semua").click()
    expect(page.locator("#tujuan-T1")).to_be_hidden()
    page.get_by_role("link", name="Buka semua").click()
    expect(page.locator("#anggaran-1__01__01")).to_be_visible()


def test_ringkasan_menuju_simpulnya(layar: Layar) -> None:
    page = _buka(layar, "kepala")
    page.get_by_text("Program, kegiatan, atau subkegiatan tanpa indikator").click()
    page.get_by_role("link", name="Pengelolaan Mutasi ASN").click()
    expect(page.locator("#anggaran-2__02__01")).to_be_focused()
    expect(page.get_by_role("link", name="Ubah sasaran dan penanggung jawab")).to_have_count(0)


def test_menautkan_di_tempat_lalu_mengurungkan(layar: Layar) -> None:
    page = _buka(layar)
    page.locator("#sasaran-S1 > details > summary").click()
    page.locator("#anggaran-2 > details > summary").click()
    page.locator("#anggaran-2__02 > details > summary").click()
    tautan = page.locator('#anggaran-2__02 > details > .simpul__isi [data-ubah="2.02"]')
    tautan.click()
    expect(page.get_by_label("Tautkan ke sasaran")).to_be_focused()
    page.keyboard.press("Escape")
    expect(tautan).to_be_focused()
    tautan.press("Enter")
    page.get_by_label("Tautkan ke sasaran").select_option("S2")
    page.get_by_role("button", name="Simpan").click()
    expect(page.locator("#sasaran-S2 #anggaran-2__02")).to_be_focused()
    expect(page.locator("#anggaran-2__01")).to_be_visible()  # what was open stays open
    assert _sasaran("2.02") == "S2"
    expect(page.locator("#anggaran-2 .lencana").filter(has_text="sebagian").first).to_be_visible()
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="Urungkan").click()
    expect(page.get_by_text("Diurungkan: 1 baris kembali seperti semula.")).to_be_visible()
    expect(page.locator("#sasaran-S1 #anggaran-2__02")).to_be_focused()
    assert _sasaran("2.02") == "S1"
    assert layar.galat_skrip == []


def test_bentrok_dikatakan_di_halaman_yang_sama(layar: Layar) -> None:
    page = _buka(layar)
    page.locator("#sasaran-S1 > details > summary").click()
    page.locator("#anggaran-2 > details > summary").click()
    page.locator('#anggaran-2 > details > .simpul__isi [data-ubah="2"]').click()
    baris = Anggaran.objects.get(kode="2", tahun_kinerja__instansi__kode="BKD-KALTIM")
    baris.penanggung_jawab = "Orang lain"
    baris.save(update_fields=["penanggung_jawab"])
    page.get_by_label("Penanggung jawab").select_option("Sekretariat")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_role("alert")).to_contain_text("baru saja diubah")
    assert Anggaran.objects.get(pk=baris.pk).penanggung_jawab == "Orang lain"
