"""The sheets of kaltim-2024 entered from nothing in a browser: by hand, by paste, from the library of scales."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from django.conf import settings
from playwright.sync_api import Page, expect

from kinerja.models import MetodePengukuran
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.parse import baca_buku
from lkjip.perencanaan.lembar.baca import daftar_rekaman
from lkjip.perencanaan.lembar.daftar import TEMPAT, skema_lembar
from lkjip.perencanaan.lembar.services import PenulisLembar
from lkjip.selectors import load_buku
from renstra.models import Indikator, TahunKinerja
from renstra.selectors_lembar import daftar_baris
from tests.peramban.conftest import Layar

FOLDER = Path(settings.BASE_DIR) / "contoh" / "bkd-kaltim-2024"
RENCANA = "/instansi/BKD-KALTIM/2024/perencanaan"
DITEMPEL = ("skala", "realisasi_tahunan", "sakip", "belanja")
BERAT = {"serious", "critical"}


def _tahun() -> TahunKinerja:
    return TahunKinerja.objects.get(instansi__kode="BKD-KALTIM", tahun=2024)


def _kosongkan() -> None:
    MetodePengukuran.objects.filter(tahun_kinerja=_tahun()).update(skala="")
    for nama in (*DITEMPEL, "komponen"):
        semua = [baris.pk for baris in daftar_baris(TEMPAT[nama], _tahun())]
        PenulisLembar(_tahun(), skema_lembar(nama), Pengguna.objects.get(username="admin")).hapus(semua)


def _baris(nama: str) -> list[list[str]]:
    with (FOLDER / f"{nama}.csv").open(encoding="utf-8") as berkas:
        return list(csv.reader(berkas))


def _tekan(page: Page, nama: str) -> None:
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name=nama).click()


def _tempel(layar: Layar, nama: str) -> None:
    page = layar.buka(f"{RENCANA}/lembar/{nama}/tempel/")
    page.get_by_label("Baris yang disalin").fill("\n".join("\t".join(satu) for satu in _baris(nama)))
    _tekan(page, "Periksa tempelan")
    banyak = len(_baris(nama)) - 1
    expect(page.get_by_role("heading", name=f"Periksa {banyak} baris")).to_be_visible()
    _tekan(page, f"Tambahkan {banyak} baris")
    expect(page.locator(".pesan").first).to_contain_text(f"{banyak} baris ditambahkan")


def _ketik_komponen(page: Page) -> None:
    """Row after row in the form; the last weight is mistyped and put right in its field."""
    _, *daftar = _baris("komponen")
    for n, (indikator, kode, uraian, bobot, nilai, tahun) in enumerate(daftar):
        page.get_by_label("Indikator (wajib)").select_option(indikator)
        page.get_by_label("Kode (wajib)").fill(kode)
        page.get_by_label("Uraian", exact=True).fill(uraian)
        page.get_by_label("Bobot", exact=True).fill("0,5" if n == len(daftar) - 1 else bobot.replace(".", ","))
        page.get_by_label("Nilai", exact=True).fill(nilai.replace(".", ","))
        page.get_by_label("Tahun", exact=True).fill(tahun)
        _tekan(page, "Tambah baris")
    expect(page.locator("#jumlah-lembar")).to_contain_text("seharusnya berjumlah 1")
    kotak = page.locator('input[name^="bobot-"]').last
    kotak.fill("5%")
    kotak.press("Tab")
    expect(page.locator('[id^="keadaan-bobot-"]').last).to_have_text("Tersimpan")
    expect(page.locator("#jumlah-lembar")).to_contain_text("jumlah bobot 1")
    expect(kotak).to_have_value("0,05")


def test_lembar_kaltim_diisi_dari_kosong(layar: Layar) -> None:
    _kosongkan()
    layar.masuk("perencana")
    for nama in DITEMPEL:
        _tempel(layar, nama)
    _ketik_komponen(layar.buka(f"{RENCANA}/lembar/komponen/"))
    page = layar.buka(f"{RENCANA}/skala/")
    _tekan(page, "Pakai tabel_3_1")
    expect(page.get_by_text("dipakai", exact=True)).to_be_visible()
    buku, semula = load_buku(_tahun()), baca_buku(FOLDER).buku
    assert semula is not None
    for nama in (*DITEMPEL, "komponen"):
        assert daftar_rekaman(buku, skema_lembar(nama)) == daftar_rekaman(semula, skema_lembar(nama)), nama
    assert buku.data.kinerja.metode == semula.data.kinerja.metode
    assert layar.galat_skrip == []


def test_baris_dipindah_dihapus_dan_kembali_lewat_papan_ketik(layar: Layar) -> None:
    layar.masuk("perencana")
    page = layar.buka(f"{RENCANA}/lembar/sakip/")
    kotak = page.locator('input[name^="nilai-"]')
    pertama, kedua = kotak.nth(0).input_value(), kotak.nth(1).input_value()
    page.get_by_role("button", name="Turunkan Baris 1", exact=True).focus()
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")
    assert [kotak.nth(n).input_value() for n in (0, 1)] == [kedua, pertama]
    expect(page.get_by_role("button", name="Turunkan Baris 2", exact=True)).to_be_focused()
    banyak = kotak.count()
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="Hapus Baris 1", exact=True).click()
    assert kotak.count() == banyak - 1
    _tekan(page, "Urungkan")
    assert kotak.count() == banyak


def test_rumus_dan_metode_menjawab_tanpa_memuat_ulang(layar: Layar) -> None:
    layar.masuk("perencana")
    page = layar.buka(f"{RENCANA}/coba-rumus/")
    page.get_by_label("Cara menghitung").select_option("rasio")
    expect(page.get_by_label("Pembilang")).to_be_visible()
    for nama, nilai in (("Pembilang", "45"), ("Penyebut", "50"), ("Target", "90")):
        page.get_by_label(nama).fill(nilai)
        with page.expect_response(lambda jawaban: "/coba-rumus/" in jawaban.url):
            page.get_by_label(nama).press("Tab")
    expect(page.locator("#hasil-coba")).to_contain_text("Capaian1,00%")
    page.get_by_label("Jenis nilai").select_option("persen")
    expect(page.locator("#hasil-coba")).to_contain_text("Capaian100,00%")
    page = layar.buka(f"{RENCANA}/metode/")
    page.get_by_label("Batas capaian (%)").fill("100")
    page.get_by_label("Batas capaian (%)").press("Tab")
    expect(page.locator("#contoh-metode")).to_contain_text("Capaian IKU1 menjadi 100,00%")
    assert layar.galat_skrip == []


HALAMAN = (
    *("lembar/", "lembar/komponen/", "lembar/narasi/?hal=2", "lembar/belanja/?tambah=ya", "lembar/sakip/tempel/"),
    *("lembar/tabel/", "lembar/tabel/tabel_01/", "lembar/tabel/baru/", "metode/", "skala/", "skala/ubah/"),
    *("skala/ubah/?nama=tabel_3_1", "coba-rumus/?cara_hitung=komponen&bobot-0=1&nilai-0=90&target=90"),
)


@pytest.mark.parametrize("layar", [1280, 390], ids=["meja", "ponsel"], indirect=True)
def test_halaman_muat_di_layar_dan_bersih_menurut_axe(layar: Layar) -> None:
    layar.masuk("perencana")
    keluhan = []
    for alamat in HALAMAN:
        page = layar.buka(f"{RENCANA}/{alamat}")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            keluhan.append((alamat, "melebar", ""))
        keluhan += [
            (alamat, temuan["id"], simpul["html"][:140])
            for temuan in Axe().run(page).response["violations"]
            if temuan["impact"] in BERAT
            for simpul in temuan["nodes"]
        ]
    assert keluhan == []
    assert layar.ke_luar == []


def test_rumus_dicoba_dari_formulir_indikator(layar: Layar) -> None:
    layar.masuk("perencana")
    pk = Indikator.objects.get(kode="IKU1", renstra__instansi__kode="BKD-KALTIM").pk
    page = layar.buka(f"{RENCANA}/indikator/{pk}/")
    page.locator("[data-formulir-rencana] [name=cara_hitung]").select_option("penurunan")
    page.locator("[data-formulir-rencana] [name=uraian_pembilang]").fill("temuan")
    page.get_by_role("link", name="Coba rumus ini dengan angka").click()
    expect(page.get_by_label("temuan tahun lalu (n−1)")).to_be_visible()
    expect(page.locator("#hasil-coba")).to_contain_text("(temuan tahun lalu − temuan tahun ini) / temuan tahun lalu")
    assert layar.galat_skrip == []
