"""Every address of the site × every role × own, neighbouring and foreign agency."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from lkjip.akun.models import Pengguna
from lkjip.laporan.models import PenyusunanBerkas
from tests.evaluasi import alamat as alamat_evaluasi
from tests.kelola.alamat_kelola import SEMUA_NAMA as DIKELOLA
from tests.pemeriksaan import alamat_statistik
from tests.pengisian.alamat import Alamat
from tests.pengisian.alamat import semua as semua_pengisian
from tests.pengisian.alamat_alur import DI_LUAR_TAHUN
from tests.penyusunan.alamat_penyusunan import SEMUA_NAMA as DISUSUN
from tests.perencanaan.alamat import di_luar_tahun
from tests.perencanaan.alamat import semua as semua_perencanaan
from tests.publik.alamat_publik import SEMUA_NAMA as DIBUKA_PEMDA
from tests.publik.alamat_verifikasi import SEMUA_NAMA as TERBUKA_BERKODE
from tests.situs.pemeran import ASING, SENDIRI, SEPEMDA, TAHUN
from tests.terbitan import alamat_tanda, alamat_terbitan

MASUK = 302
SEMUA = (
    *(
        "perencana",
        "perencana_unit",
        "perencana_unit_lain",
        "verifikator",
        "kepala",
        "inspektorat",
        "pengelola",
        "admin",
    ),
    *("bekas_perencana", "tanpa_tugas"),
)
PELIHAT = {
    SENDIRI: {
        "perencana",
        "perencana_unit",
        "perencana_unit_lain",
        "verifikator",
        "kepala",
        "inspektorat",
        "pengelola",
        "admin",
    },
    SEPEMDA: {"inspektorat", "pengelola", "admin"},
    ASING: {"admin"},
}
PENGIMPOR = {"perencana", "pengelola", "admin"}

# Addresses of one agency-year: name → further arguments, and the status for those who may see it; others get 404.
HALAMAN_TAHUN: dict[str, tuple[list[object], int]] = {
    "ringkasan_tahun": ([], 200),
    "pimpinan": ([], 200),
    "tujuan": ([], 200),
    "indikator": ([], 200),
    "rincian_indikator": (["I1"], 200),
    "anggaran": ([], 200),
    "sakip": ([], 200),
    "laporan": ([], 200),
    "unduhan": ([], 200),
    "unduh_pdf": ([], 302),
    "unduh_docx": ([], 200),
    "unduh_xlsx": ([], 200),
    "unduh_html": ([], 200),
    "unduh_buku_kerja": ([], 200),
}
# Addresses without an agency: status for everyone who is logged in, or a rule of their own.
HALAMAN_UMUM: dict[str, int] = {
    "beranda": 200, "daftar_instansi": 200, "unduh_templat": 200, "bantuan_buku_kerja": 200, "ganti_sandi": 200
}  # fmt: skip
HALAMAN_IMPOR: dict[str, int] = {"impor": 200, "pratinjau_impor": 302}  # without a file, the preview sends back
HALAMAN_TERBUKA: dict[str, int] = {"masuk": 200, "lupa_akses": 200, "verifikasi": 200, "publik": 200, "robots": 200}
HANYA_POST = {"keluar"}
MASUK_ADMIN = "masuk_admin"  # sends to the one log-in
KE_TAHUN = "instansi"  # sends to the latest year


def semua() -> list[Alamat]:
    terbitan = [*alamat_tanda.DAFTAR, *alamat_terbitan.DAFTAR]
    return [*semua_pengisian(), *semua_perencanaan(), *terbitan, *alamat_evaluasi.DAFTAR]


def _nama_alamat(daftar: list[URLPattern | URLResolver]) -> Iterator[str | None]:
    for pola in daftar:
        if isinstance(pola, URLResolver):
            if pola.namespace != "admin":
                yield from _nama_alamat(pola.url_patterns)
        else:
            yield pola.name


def test_semua_alamat_ada_dalam_tabel_akses() -> None:
    tabel = {*HALAMAN_TAHUN, *HALAMAN_UMUM, *HALAMAN_IMPOR, *HALAMAN_TERBUKA, *HANYA_POST, KE_TAHUN, MASUK_ADMIN}
    tabel |= (
        {alamat.nama for alamat in semua()} | DI_LUAR_TAHUN | di_luar_tahun() | DIKELOLA | DISUSUN | TERBUKA_BERKODE
    )
    tabel |= DIBUKA_PEMDA | alamat_evaluasi.DI_LUAR_TAHUN | alamat_statistik.DI_LUAR_TAHUN
    assert set(_nama_alamat(get_resolver().url_patterns)) == tabel


def test_halaman_tahun_hanya_bagi_yang_boleh_melihat_instansinya(client: Client, pemeran: dict[str, Pengguna]) -> None:
    salah = []
    for nama in SEMUA:
        client.force_login(pemeran[nama])
        for kode, boleh in PELIHAT.items():
            for alamat, (lain, status) in HALAMAN_TAHUN.items():
                didapat = client.get(reverse(alamat, args=[kode, TAHUN, *lain])).status_code
                if didapat != (status if nama in boleh else 404):
                    salah.append((nama, kode, alamat, didapat))
            didapat = client.get(reverse(KE_TAHUN, args=[kode])).status_code
            if didapat != (302 if nama in boleh else 404):
                salah.append((nama, kode, KE_TAHUN, didapat))
    assert salah == []


@pytest.mark.jalan_akses
@pytest.mark.parametrize("nama", SEMUA)
def test_halaman_pengisian_menurut_peran_dan_instansi(client: Client, pemeran: dict[str, Pengguna], nama: str) -> None:
    salah = []
    client.force_login(pemeran[nama])
    for kode, boleh in PELIHAT.items():
        for alamat in semua():
            tujuan = reverse(alamat.nama, args=[kode, TAHUN, *alamat.argumen(kode)])
            seharusnya = alamat.status if nama in boleh or alamat.status == 405 else 404
            if nama in boleh and alamat.pembaca is not None and nama not in alamat.pembaca:
                seharusnya = 403
            if (didapat := client.get(tujuan).status_code) != seharusnya:
                salah.append((kode, alamat.nama, "GET", didapat, seharusnya))
    assert salah == []


@pytest.mark.jalan_akses
@pytest.mark.parametrize("nama", SEMUA)
def test_kiriman_pengisian_menurut_peran_dan_instansi(client: Client, pemeran: dict[str, Pengguna], nama: str) -> None:
    """An empty POST by whoever may send is answered (saved, or refused with a sentence), never 403, 404 or 500."""
    salah = []
    client.force_login(pemeran[nama])
    for kode, boleh in PELIHAT.items():
        for alamat in semua():
            didapat = client.post(reverse(alamat.nama, args=[kode, TAHUN, *alamat.argumen(kode)])).status_code
            if alamat.pengirim is None:
                cocok = didapat == 405
            elif nama not in boleh:
                cocok = didapat == 404
            elif nama not in alamat.pengirim:
                cocok = didapat == 403
            else:
                cocok = didapat in {200, 204, 302, 409, 422}
            if not cocok:
                salah.append((kode, alamat.nama, "POST", didapat))
    assert salah == []


def test_pdf_tidak_disusun_bagi_yang_tidak_boleh(client: Client, pemeran: dict[str, Pengguna]) -> None:
    client.force_login(pemeran["perencana"])
    assert client.get(reverse("unduh_pdf", args=[ASING, TAHUN])).status_code == 404
    assert not PenyusunanBerkas.objects.exists()
    assert client.get(reverse("unduh_pdf", args=[SENDIRI, TAHUN])).status_code == 302
    assert PenyusunanBerkas.objects.count() == 1


@pytest.mark.parametrize("nama", SEMUA)
def test_halaman_umum_dan_impor_menurut_peran(client: Client, pemeran: dict[str, Pengguna], nama: str) -> None:
    client.force_login(pemeran[nama])
    for alamat, status in HALAMAN_UMUM.items():
        assert client.get(reverse(alamat)).status_code == status, alamat
    for alamat, status in HALAMAN_IMPOR.items():
        seharusnya = status if nama in PENGIMPOR else 403
        assert client.get(reverse(alamat)).status_code == seharusnya, alamat
        if nama not in PENGIMPOR:
            assert client.post(reverse(alamat)).status_code == 403, alamat


@pytest.mark.usefixtures("pemeran")
def test_tanpa_masuk_semua_halaman_mengantar_ke_halaman_masuk(client: Client) -> None:
    tertutup = [reverse(a, args=[SENDIRI, TAHUN, *lain]) for a, (lain, _) in HALAMAN_TAHUN.items()]
    tertutup += [reverse(a.nama, args=[SENDIRI, TAHUN, *a.argumen(SENDIRI)]) for a in semua() if a.status != 405]
    tertutup += [reverse(a) for a in (*HALAMAN_UMUM, *HALAMAN_IMPOR)] + [reverse(KE_TAHUN, args=[SENDIRI])]
    for alamat in tertutup:
        jawaban = client.get(alamat)
        assert jawaban.status_code == MASUK, alamat
        assert jawaban.headers["Location"].startswith(reverse("masuk")), alamat
    for nama, status in HALAMAN_TERBUKA.items():
        assert client.get(reverse(nama)).status_code == status


def test_halaman_baca_menolak_post(client: Client, pemeran: dict[str, Pengguna]) -> None:
    client.force_login(pemeran["admin"])
    for alamat, (lain, _) in HALAMAN_TAHUN.items():
        assert client.post(reverse(alamat, args=[SENDIRI, TAHUN, *lain])).status_code == 405, alamat
    assert client.get(reverse("keluar")).status_code == 405


def test_perubahan_tanpa_token_csrf_ditolak(pemeran: dict[str, Pengguna]) -> None:
    ketat = Client(enforce_csrf_checks=True)
    ketat.force_login(pemeran["perencana"])
    for alamat in (reverse("impor"), reverse("keluar"), reverse("ganti_sandi")):
        assert ketat.post(alamat).status_code == 403


@pytest.mark.parametrize(
    "alamat",
    [
        "/instansi/%00/",
        "/instansi/%00/2024/",
        "/instansi/DINAS-A1/99999999999999999999/",
        "/instansi/DINAS-A1/0/indikator/",
        "/instansi/DINAS-A1/2024/indikator/%00/",
        "/instansi/DINAS-A1/2024/indikator/tidak-ada/",
        "/instansi/DINAS-A1/2024/bukan-tab/",
        "/instansi/../../etc/passwd/2024/",
        "/instansi/%F0%9F%98%80/2024/",
    ],
)
def test_alamat_aneh_dijawab_tidak_ditemukan(client: Client, pemeran: dict[str, Pengguna], alamat: str) -> None:
    client.force_login(pemeran["admin"])
    assert client.get(alamat).status_code == 404
