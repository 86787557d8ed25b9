"""Every role logs in and walks its pages: nothing overflows, nothing leaves the site, axe has no serious complaint."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from kinerja.data_pengisian import Langkah
from kinerja.selectors_pengisian import hari_ini
from lkjip.akun.models import Pengguna
from lkjip.pengisian.services import jalankan_langkah
from renstra.akses import ambil_hak
from renstra.models import Indikator, Instansi
from renstra.selectors import ambil_tahun_kinerja
from tests.peramban.conftest import Layar

KALTIM, KALBAR = "/instansi/BKD-KALTIM/2024", "/instansi/BKD-KALBAR/2023"
TW = KALTIM + "/pengisian/3"
# Pages of a quarter; {iku1} is the pk of the indicator IKU1, {pemda} that of its pemda.
PENGISIAN = (
    KALTIM + "/pengisian/",
    *(
        f"{TW}/{bagian}"
        for bagian in (
            "",
            "?target=ya",
            "tempel/",
            "indikator/{iku1}/",
            "anggaran/",
            "anggaran/tempel/",
            "anggaran/impor/",
            "kirim/",
            "riwayat/",
            "riwayat/{iku1}/",
        )
    ),
)
RENCANA = (
    *(f"{KALTIM}/perencanaan/{b}" for b in ("", "identitas/", "renstra/", "renstra/target/", "indikator/{iku1}/")),
    KALTIM + "/perencanaan/iku/",
    KALTIM + "/perencanaan/perjanjian-kinerja/",
    KALTIM + "/perencanaan/perjanjian-kinerja/salin/murni/",
    KALTIM + "/perencanaan/perjanjian-kinerja/lembar/perubahan/0/",
    KALTIM + "/perencanaan/rencana-aksi/",
    *(KALTIM + f"/perencanaan/{bagian}/" for bagian in ("anggaran", "belanja", "riwayat-dpa", "anggaran/impor")),
    *(KALTIM + f"/perencanaan/pohon/{bagian}" for bagian in ("?buka=semua", "?ubah=1.01", "gambar/")),
    *(KALTIM + "/perencanaan/" + s for s in ("versi/", "versi/banding/", "sejarah/", "sejarah/realisasi/")),
    KALTIM + "/perencanaan/sejarah/indikator/IKU1/",
    *(f"{KALTIM}/naskah/{b}" for b in ("", "?perlu", "ruas/bab4.kesimpulan/", "riwayat/bab4.kesimpulan/")),
    KALTIM + "/naskah/ruas/bab4.kesimpulan.kalimat/",
    *(f"{KALTIM}/naskah/{b}/" for b in ("gambar", "struktur", "swot")),
    KALTIM + "/hapus-tahun/",
    "/instansi/BKD-KALTIM/tahun-baru/",
    KALTIM + "/perencanaan/coba-rumus/",
    *(KALTIM + f"/perencanaan/{bagian}" for bagian in ("metode/", "skala/", "lembar/", "lembar/komponen/")),
)
EVALUASI = (
    *(f"/evaluasi/{b}" for b in ("", "buka/?tahun=2024", "rekam/", "tempel/")),
    "/pemda/{pemda}/evaluasi/",
    KALTIM + "/sakip/evaluasi/",
)
AMBANG = "/pemda/{pemda}/ambang-pemeriksaan/"
UNIT, ATURAN = "/instansi/BKD-KALTIM/unit/", "/pemda/{pemda}/aturan-pengisian/"
PROFIL, PEJABAT = "/instansi/BKD-KALTIM/profil/", "/instansi/BKD-KALTIM/pejabat/"
KELOLA = (
    *("/pemda/{pemda}/", "/pemda/{pemda}/instansi/baru/", "/pemda/{pemda}/pejabat/", "/pemda/{pemda}/pejabat/baru/"),
    *("/pemda/{pemda}/pengguna/", "/pemda/{pemda}/pengguna/undang/", "/pemda/{pemda}/pengguna/{perencana}/"),
    *(
        "/pemda/{pemda}/logo/",
        "/pemda/{pemda}/tema/",
        "/pemda/{pemda}/publik/",
        PROFIL,
        f"{PROFIL}ubah/",
        f"{PROFIL}hapus/",
        PEJABAT,
        f"{PEJABAT}baru/",
    ),
)
PAPAN = ("/nilai-sakip/", "/nilai-sakip/banding/?pilih={instansi}")
TAB = ("/", "/tujuan/", "/indikator/", "/anggaran/?buka=semua", "/sakip/", "/laporan/", "/unduhan/")
JALAN = {
    "perencana": [
        "/",
        "/impor/",
        "/bantuan/buku-kerja/",
        "/sandi/",
        "/berkas/",
        "/instansi/",
        *(KALTIM + t for t in TAB),
        KALTIM + "/indikator/IKU1/",
        KALTIM + "/sakip/tindak-lanjut/",
        *PENGISIAN,
        *RENCANA,
        UNIT,
        f"{PROFIL}ubah/",
        PEJABAT,
    ],
    "bidang": ["/", TW + "/", TW + "/anggaran/", TW + "/kirim/"],
    "perencana-kalbar": ["/", *(KALBAR + t for t in TAB), KALBAR + "/naskah/", KALBAR + "/indikator/1.01.06-i1/"],
    "kepala": [
        "/",
        KALTIM + "/temuan/",
        KALTIM + "/temuan/perubahan/",
        KALTIM + "/temuan/uji-petik/",
        KALTIM + "/pimpinan/",
        KALTIM + "/laporan/",
        KALTIM + "/naskah/ruas/bab4.kesimpulan/",
        TW + "/kirim/",
        PROFIL,
        PEJABAT,
    ],
    "verifikator": ["/", KALTIM + "/", TW + "/kirim/", TW + "/indikator/{iku1}/"],
    "inspektorat": [
        *("/", "/?urut=-capaian", "/instansi/", KALTIM + "/sakip/", KALTIM + "/reviu/", TW + "/", RENCANA[1]),
        *EVALUASI,
        *PAPAN,
        "/rekomendasi/",
        *("/temuan/", "/temuan/?kelompok=rencana&aturan=KON-08", AMBANG),
    ],
    "pengelola": ["/", "/instansi/", "/impor/", KALTIM + "/pengisian/", UNIT, ATURAN, AMBANG, *KELOLA],
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
    iku1 = Indikator.objects.get(kode="IKU1", renstra__instansi__kode="BKD-KALTIM")
    pk = {"iku1": iku1.pk, "pemda": Instansi.objects.get(kode="BKD-KALTIM").pemda_id}
    pk["instansi"] = Instansi.objects.get(kode="BKD-KALTIM").pk
    pk["perencana"] = Pengguna.objects.get(username="perencana").pk
    melebar, keluhan = [], []
    for alamat in JALAN[nama]:
        page = layar.buka(alamat.format(**pk))
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            melebar.append(alamat)
        keluhan += _keluhan_axe(layar, alamat)
    assert melebar == []
    assert keluhan == []
    assert layar.ke_luar == []
    assert layar.galat_skrip == []


@pytest.mark.parametrize("layar", [1280, 390], ids=["meja", "ponsel"], indirect=True)
def test_halaman_masuk_dan_lupa_akses(layar: Layar) -> None:
    for alamat in ("/masuk/", "/tidak-bisa-masuk/", "/verifikasi/", "/v/0000-0000-0000/", "/publik/"):
        page = layar.buka(alamat)
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        assert _keluhan_axe(layar, alamat) == []
    assert layar.ke_luar == []


def _langkah(nama: str, langkah: Langkah) -> None:
    tahun, oleh = ambil_tahun_kinerja("BKD-KALTIM", 2024), Pengguna.objects.get(username=nama)
    assert tahun is not None
    hak = ambil_hak(oleh, tahun.instansi)
    jalankan_langkah(
        tahun_kinerja=tahun, triwulan=3, langkah=langkah, oleh=oleh, hak=hak, hari=hari_ini(), catatan="Uji"
    )


@pytest.mark.parametrize("layar", [1280, 390], ids=["meja", "ponsel"], indirect=True)
@pytest.mark.parametrize(
    ("langkah", "nama"),
    [
        ([("perencana", Langkah.AJUKAN)], "verifikator"),
        ([("perencana", Langkah.AJUKAN), ("verifikator", Langkah.KEMBALIKAN)], "perencana"),
    ],
    ids=["diajukan", "dikembalikan"],
)
def test_jalan_di_tengah_alur(layar: Layar, langkah: list[tuple[str, Langkah]], nama: str) -> None:
    for oleh, satu in langkah:
        _langkah(oleh, satu)
    layar.masuk(nama)
    for alamat in ("/", KALTIM + "/pengisian/", TW + "/", TW + "/kirim/"):
        page = layar.buka(alamat)
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), alamat
        assert _keluhan_axe(layar, alamat) == []
    assert layar.galat_skrip == []
