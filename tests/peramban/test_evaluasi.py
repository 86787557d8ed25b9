"""An evaluation from the opening to the LHE in a browser: two evaluators, the ketua, the pengendali, the agency."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from playwright.sync_api import Browser, Page, expect

from kinerja.models import Evaluasi, PengaturanEvaluasi
from renstra.models import Pemda
from tests.peramban.conftest import Layar

# What is answered; 1.a is taken over from the system's proposal, whatever it is.
JAWABAN = {
    "1.b": "BB", "1.c": "B", "2.a": "BB", "2.b": "B", "2.c": "CC", "3.a": "A", "3.b": "BB", "3.c": "CC",
    "4.a": "B", "4.b": "CC", "4.c": "CC",
}  # fmt: skip
BOBOT = {"1": 30, "2": 30, "3": 15, "4": 25}
PORSI = {"a": Decimal("0.2"), "b": Decimal("0.3"), "c": Decimal("0.5")}
NILAI = {"AA": 100, "A": 90, "BB": 80, "B": 70, "CC": 60, "C": 50, "D": 30, "E": 0}
Masuk = Callable[[str], Page]


@pytest.fixture
def masuk(peramban: Browser, situs: str) -> Iterator[Masuk]:
    """A window of its own for each user; the pemda's Inspektur is known."""
    pemda = Pemda.objects.get(daftar_instansi__kode="BKD-KALTIM")
    PengaturanEvaluasi.objects.create(
        pemda=pemda, tingkat="subkomponen", nama_pimpinan="Inspektur Uji", nip_pimpinan="197001011995031001",
        tempat="Samarinda",
    )  # fmt: skip
    daftar = {}

    def buka(nama: str) -> Page:
        if nama not in daftar:
            konteks = peramban.new_context(viewport={"width": 1280, "height": 850}, locale="id-ID")
            daftar[nama] = Layar(konteks, situs)
            daftar[nama].masuk(nama)
        return daftar[nama].page

    yield buka
    for layar in daftar.values():
        assert layar.galat_skrip == []
        assert layar.ke_luar == []
        layar.page.context.close()


def _buka_evaluasi(page: Page, situs: str) -> int:
    page.goto(f"{situs}/evaluasi/buka/?tahun=2024")
    page.get_by_label(re.compile("Badan Kepegawaian Daerah")).check()
    page.locator("select[name=ketua]").select_option(label="Ketua Tim Contoh")
    page.locator("select[name=pengendali]").select_option(label="Pengendali Contoh")
    page.get_by_label("Inspektorat Contoh").check()
    page.locator("summary", has_text="Buka evaluasi").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Ya, buka evaluasi").click()
    return Evaluasi.objects.get().pk


def _jawab(page: Page, sub: str, jawaban: str) -> None:
    """The answer, then its note; one that differs from the system's proposal is saved with the note only."""
    tempat = page.locator(f"[data-pertanyaan]:has(legend:has-text('Jawaban {sub}'))")
    with page.expect_response(lambda r: r.request.method == "POST"):
        tempat.get_by_role("radio", name=re.compile(rf"^{jawaban} ")).check()
    with page.expect_response(lambda r: r.request.method == "POST"):
        tempat.get_by_label("Catatan", exact=True).fill(f"Dinilai {jawaban} dari dokumen.")
        page.keyboard.press("Tab")
    expect(tempat.get_by_role("status")).to_contain_text("Tersimpan")


def _kerjakan_lembar(page: Page, alamat: str) -> Decimal:
    """Every question of the four components; what the answers are worth."""
    page.goto(f"{alamat}1/")
    with page.expect_response(lambda r: r.request.method == "POST"):
        page.locator("[data-terima]").first.click()
    usul = page.locator("[data-pertanyaan]").first.locator("input:checked").get_attribute("value")
    semua = {"1.a": str(usul), **JAWABAN}
    for sub, jawaban in JAWABAN.items():
        if sub.endswith(".a"):
            page.goto(f"{alamat}{sub[0]}/")
        _jawab(page, sub, jawaban)
    return sum((BOBOT[s[0]] * PORSI[s[2]] * NILAI[j] / 100 for s, j in semua.items()), Decimal(0))


def _tulis_temuan(page: Page, alamat: str) -> None:
    page.goto(alamat)
    bagian = page.locator("#komponen-2")
    for sebutan, isi in (("temuan", "Data pengukuran belum dirinci."), ("rekomendasi", "Rinci data pengukuran.")):
        bagian.locator("summary", has_text=f"Tambah {sebutan}").last.click()
        bagian.locator("details[open] textarea").last.fill(isi)
        with page.expect_navigation():
            bagian.locator("details[open]").get_by_role("button", name=f"Tambah {sebutan}").last.click()
        expect(page.locator("#komponen-2")).to_contain_text(isi)


def _langkah(page: Page, alamat: str, tombol: str) -> None:
    page.goto(alamat)
    with page.expect_navigation():
        page.get_by_role("button", name=tombol, exact=False).first.click()


def test_evaluasi_dikerjakan_dari_pembukaan_sampai_konsep_lhe(masuk: Masuk, situs: str) -> None:
    pk = _buka_evaluasi(masuk("ketua"), situs)
    ikhtisar = f"{situs}/evaluasi/{pk}/"
    anggota = masuk("inspektorat")
    nilai = _kerjakan_lembar(anggota, f"{ikhtisar}lembar/")
    tulisan = f"{nilai.quantize(Decimal('0.01'))}".replace(".", ",")
    expect(anggota.locator("#papan-lke")).to_contain_text(tulisan)
    _tulis_temuan(anggota, f"{ikhtisar}catatan/")
    _langkah(anggota, ikhtisar, "Ajukan")
    _langkah(masuk("ketua"), ikhtisar, "Setujui")
    _langkah(masuk("pengendali"), ikhtisar, "Setujui")

    instansi = masuk("perencana")
    instansi.goto(f"{situs}/instansi/BKD-KALTIM/2024/sakip/evaluasi/")
    expect(instansi.locator("main")).to_contain_text("Data pengukuran belum dirinci.")
    expect(instansi.locator("main")).not_to_contain_text(tulisan)
    assert instansi.goto(f"{ikhtisar}lembar/").status == 404  # type: ignore[union-attr]

    ketua = masuk("ketua")
    ketua.goto(f"{ikhtisar}lhe/")
    for isi in (tulisan, "KONSEP", "Data pengukuran belum dirinci.", "Rinci data pengukuran."):
        expect(ketua.locator("main")).to_contain_text(isi)
