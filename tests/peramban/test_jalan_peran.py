"""Every role logs in and walks its pages: nothing overflows, nothing leaves the site, axe has no serious complaint."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from tests.peramban.conftest import Layar

KALTIM, KALBAR = "/instansi/BKD-KALTIM/2024", "/instansi/BKD-KALBAR/2023"
TAB = ("/", "/tujuan/", "/indikator/", "/anggaran/?buka=semua", "/sakip/", "/laporan/", "/unduhan/")
JALAN = {
    "perencana": [
        "/",
        "/impor/",
        "/bantuan/buku-kerja/",
        "/sandi/",
        "/instansi/",
        *(KALTIM + t for t in TAB),
        KALTIM + "/indikator/IKU1/",
    ],
    "perencana-kalbar": ["/", *(KALBAR + t for t in TAB), KALBAR + "/indikator/1.01.06-i1/"],
    "kepala": ["/", KALTIM + "/laporan/"],
    "verifikator": ["/", KALTIM + "/"],
    "inspektorat": ["/", "/?urut=-capaian", "/instansi/", KALTIM + "/sakip/"],
    "pengelola": ["/", "/instansi/", "/impor/"],
    "admin": ["/", "/instansi/?cari=kalimantan", "/halaman/tidak/ada/"],
}
BERAT = {"serious", "critical"}


def _keluhan_axe(layar: Layar, alamat: str) -> list[tuple[str, str, str]]:
    return [
        (alamat, temuan["id"], simpul["html"][:140])
        for temuan in Axe().run(layar.page).response["violations"]
        if temuan["impact"] in BERAT
        for simpul in temuan["nodes"]
    ]


@pytest.mark.parametrize("layar", [1280, 390], ids=["meja", "ponsel"], indirect=True)
@pytest.mark.parametrize("nama", list(JALAN))
def test_jalan_setiap_peran(layar: Layar, nama: str) -> None:
    layar.masuk(nama)
    melebar, keluhan = [], []
    for alamat in JALAN[nama]:
        page = layar.buka(alamat)
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            melebar.append(alamat)
        keluhan += _keluhan_axe(layar, alamat)
    assert melebar == []
    assert keluhan == []
    assert layar.ke_luar == []
    assert layar.galat_skrip == []


@pytest.mark.parametrize("layar", [1280, 390], ids=["meja", "ponsel"], indirect=True)
def test_halaman_masuk_dan_lupa_akses(layar: Layar) -> None:
    for alamat in ("/masuk/", "/tidak-bisa-masuk/"):
        layar.buka(alamat)
        assert _keluhan_axe(layar, alamat) == []
    assert layar.ke_luar == []
