"""A pengelola makes an agency and invites its planner, who sets a password by the link and lands on the start page."""

from __future__ import annotations

import pytest
from django.core import mail
from playwright.sync_api import Browser, expect

from renstra.models import Instansi, Penugasan
from tests.kelola.surat_uji import tautan
from tests.peramban.conftest import Layar

SANDI_BARU = "gunung-salak-19"


@pytest.mark.parametrize("layar", [1280, 390], ids=["meja", "ponsel"], indirect=True)
def test_dari_instansi_baru_sampai_perencananya_masuk(layar: Layar, peramban: Browser, situs: str) -> None:
    page = layar.masuk("pengelola")
    page.get_by_role("link", name="Tambah instansi").click()
    page.get_by_role("textbox", name="Kode*").fill("DISHUB-KALTIM")
    page.get_by_role("textbox", name="Nama*").fill("Dinas Perhubungan Provinsi Kalimantan Timur")
    page.get_by_role("button", name="Tambah instansi").click()
    expect(page.get_by_text("belum punya data kinerja").first).to_be_visible()
    page.get_by_role("link", name="Unit kerja").click()
    page.get_by_label("Unit baru").fill("Bidang Lalu Lintas")
    page.get_by_role("button", name="Tambah", exact=True).click()
    expect(page.get_by_text("Unit ditambahkan.")).to_be_visible()
    layar.buka("/")
    page.get_by_role("link", name="Undang pengguna").click()
    page.get_by_label("Nama lengkap").fill("Rina Perencana")
    page.get_by_label("Alamat surel").fill("rina@contoh.go.id")
    page.get_by_label("Instansi", exact=True).select_option(label="Dinas Perhubungan Provinsi Kalimantan Timur")
    page.get_by_label("Bidang Lalu Lintas").check()  # htmx has brought the units of the agency
    page.get_by_role("button", name="Kirim undangan").click()
    expect(page.get_by_text("Rina Perencana diundang")).to_be_visible()
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")

    konteks = peramban.new_context(viewport={"width": 1280, "height": 850}, locale="id-ID")
    tamu = Layar(konteks, situs)
    halaman = tamu.buka(tautan(mail.outbox[-1]))
    expect(halaman.get_by_text("diundang oleh Pengelola Contoh")).to_be_visible()
    halaman.get_by_label("Kata sandi baru*", exact=True).fill(SANDI_BARU)
    halaman.get_by_label("Kata sandi baru, sekali lagi").fill(SANDI_BARU)
    halaman.get_by_role("button", name="Simpan kata sandi dan masuk").click()
    expect(halaman.get_by_role("heading", level=1)).to_contain_text("Selamat datang, Rina Perencana")
    expect(halaman.get_by_text("Instansi ini belum punya data")).to_be_visible()
    assert tamu.ke_luar == []
    assert tamu.galat_skrip == []
    konteks.close()
    tugas = Penugasan.objects.get(pengguna__email="rina@contoh.go.id")
    assert tugas.instansi == Instansi.objects.get(kode="DISHUB-KALTIM")
    assert tugas.daftar_unit_penugasan.count() == 1


def test_pejabat_baru_memperlihatkan_penanda_tangan_sebelum_disimpan(layar: Layar) -> None:
    page = layar.masuk("perencana")
    layar.buka("/instansi/BKD-KALTIM/pejabat/")
    page.get_by_role("link", name="Tambah pejabat kepala").click()
    page.get_by_label("Nama dan gelar").fill("Dr. Ani Wijaya, M.Si.")
    page.get_by_label("Mulai menjabat").fill("2024-06-01")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("LKjIP 2024 (14 Februari 2025) akan ditandatangani")).to_be_visible()
    page.get_by_role("button", name="Ya, simpan dan ganti penanda tangannya").click()
    expect(page.get_by_text("Masa jabatan disimpan.")).to_be_visible()
    expect(page.get_by_text("menandatangani hari ini")).to_be_visible()


def test_undangan_terkirim_tanpa_javascript(peramban: Browser, situs: str) -> None:
    konteks = peramban.new_context(java_script_enabled=False)
    layar = Layar(konteks, situs)
    page = layar.masuk("pengelola")
    page.get_by_role("link", name="Undang pengguna").click()
    page.get_by_label("Nama lengkap").fill("Rina Pengawas")
    page.get_by_label("Alamat surel").fill("rina2@contoh.go.id")
    page.get_by_label("Peran").select_option("inspektorat")
    page.get_by_role("button", name="Kirim undangan").click()
    expect(page.get_by_text("Rina Pengawas diundang")).to_be_visible()
    page.get_by_role("link", name="Rina Pengawas").click()
    page.get_by_text("Batalkan undangan", exact=True).click()
    page.get_by_role("button", name="Ya, batalkan undangan").click()
    expect(page.get_by_text("Undangan Rina Pengawas dibatalkan.")).to_be_visible()
    konteks.close()
