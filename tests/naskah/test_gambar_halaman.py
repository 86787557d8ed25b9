"""Pictures of the report through their pages: uploaded, described, ordered, replaced, removed, served."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from lkjip.halaman.gambar_laporan import banyak_rujukan
from lkjip.laporan.data import Narasi
from lkjip.laporan.isi import Bab, Dokumen, Gambar, JenisBab
from lkjip.laporan.models import GambarLaporan
from lkjip.laporan.models import Narasi as BarisNarasi
from lkjip.laporan.render.html import MediaSitus, html_isi, html_laporan
from lkjip.naskah.services_gambar import usul_nama
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import TahunKinerja
from tests.naskah.gambar_uji import bagan, foto
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, TAHUN

pytestmark = pytest.mark.django_db
BAGIAN = "bab4.kesimpulan"
GALERI_KUERI = 51


def _alamat(nama: str, *lain: str) -> str:
    return reverse(nama, args=[SENDIRI, TAHUN, *lain])


def _berkas(isi: bytes, nama: str = "Rapat Koordinasi.JPG") -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, isi, "image/jpeg")


def _unggah(client: Client, *daftar: SimpleUploadedFile, bagian: str = BAGIAN, ikut: bool = True) -> object:
    kirim = {"berkas": list(daftar), "bagian": bagian, "sumber": "Dokumentasi"}
    return client.post(_alamat("unggah_gambar"), kirim, follow=ikut)


def _urungkan(client: Client, jawaban: object) -> None:
    isi: str = jawaban.content.decode()  # type: ignore[attr-defined]
    client.post("/urungkan/" + isi.partition('action="/urungkan/')[2].partition('"')[0])


def _simpan(client: Client, yang: str, **lain: str) -> object:
    dasar = client.get(_alamat("ubah_gambar", yang)).context["dasar"]
    isi = {"judul": "Rapat", "alt": "Peserta rapat", "sumber": "", "bagian": BAGIAN, "lebar_mm": "", "nama": yang}
    return client.post(_alamat("ubah_gambar", yang), isi | {"dasar": dasar} | lain, follow=True)


def test_satu_gambar_diunggah_lalu_dilengkapi(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    jawaban = _unggah(client, _berkas(foto()))
    assert jawaban.redirect_chain[-1][0] == _alamat("ubah_gambar", "rapat-koordinasi")  # type: ignore[attr-defined]
    baris = GambarLaporan.objects.get()
    assert (baris.nama, baris.bagian, baris.sumber, baris.mime) == (
        "rapat-koordinasi",
        BAGIAN,
        "Dokumentasi",
        "image/jpeg",
    )
    kurang = client.post(_alamat("ubah_gambar", baris.nama), {"judul": "Rapat"})
    assert kurang.status_code == 422
    assert "Uraikan apa yang terlihat" in kurang.content.decode()
    _simpan(client, baris.nama, lebar_mm="120", nama="rapat")
    baris.refresh_from_db()
    assert (baris.judul, baris.alt, baris.lebar_mm, baris.nama) == ("Rapat", "Peserta rapat", 120, "rapat")
    _urungkan(client, jawaban)
    assert GambarLaporan.objects.exists()  # somebody, here the same user, has written it since


def test_beberapa_gambar_sekaligus_dan_nama_berkas_yang_aneh(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    nama = ["../../etc/passwd", "<img src=x onerror=alert(1)>.png", "denah.png", "DENAH.png", "日本.png"]
    jawaban = _unggah(client, *(_berkas(bagan(), satu) for satu in nama))
    assert "5 gambar diunggah" in jawaban.content.decode()  # type: ignore[attr-defined]
    assert "<img src=x" not in jawaban.content.decode()  # type: ignore[attr-defined]
    didapat = list(GambarLaporan.objects.order_by("urutan").values_list("nama", flat=True))
    assert didapat == ["passwd", "img-srcx-onerroralert1", "denah", "denah-2", "gambar"]
    assert len(set(GambarLaporan.objects.values_list("sidik", flat=True))) == 1
    _urungkan(client, jawaban)
    assert not GambarLaporan.objects.exists()


def test_satu_yang_ditolak_membuat_semuanya_tidak_disimpan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    jawaban = _unggah(client, _berkas(foto()), _berkas(b"<svg onload=alert(1)>", "<b>.svg"))
    assert jawaban.status_code == 422  # type: ignore[attr-defined]
    assert "Berkas SVG tidak diterima" in jawaban.content.decode()  # type: ignore[attr-defined]
    assert "<b>.svg" not in jawaban.content.decode()  # type: ignore[attr-defined]
    assert not GambarLaporan.objects.exists()
    for kirim in ({}, {"bagian": BAGIAN}, {"berkas": [_berkas(foto())], "bagian": "bukan.bagian"}):
        assert client.post(_alamat("unggah_gambar"), kirim).status_code == 422
    banyak = [_berkas(bagan()) for _ in range(21)]
    assert "paling banyak 20 gambar" in _unggah(client, *banyak).content.decode()  # type: ignore[attr-defined]


def test_gambar_disajikan_hanya_bagi_yang_boleh_melihat_tahunnya(sebagai: _Sebagai) -> None:
    _unggah(sebagai("perencana"), _berkas(foto()))
    sidik = GambarLaporan.objects.get().sidik
    jawaban = sebagai("kepala").get(_alamat("berkas_gambar", sidik))
    assert jawaban.headers["Content-Type"] == "image/jpeg"
    assert jawaban.headers["X-Content-Type-Options"] == "nosniff"
    assert jawaban.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert "sandbox" in jawaban.headers["Content-Security-Policy"]
    admin = sebagai("admin")
    assert admin.get(reverse("berkas_gambar", args=[ASING, TAHUN, sidik])).status_code == 404
    assert admin.get(_alamat("berkas_gambar", "..%2f..%2fetc")).status_code == 404
    assert sebagai("tanpa_tugas").get(_alamat("berkas_gambar", sidik)).status_code == 404


def test_berkas_diganti_gambar_digeser_dan_dihapus_lalu_kembali(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _unggah(client, _berkas(foto(), "a.jpg"), _berkas(foto((80, 80)), "b.jpg"))
    urutan = GambarLaporan.objects.order_by("urutan").values_list("nama", flat=True)
    kepala = {"HX-Request": "true"}
    potongan = client.post(_alamat("geser_gambar", "b"), {"arah": "naik"}, headers=kepala).content.decode()
    assert list(urutan.all()) == ["b", "a"]
    assert potongan.strip().startswith('<div id="galeri">')
    assert potongan.index("gambar-b") < potongan.index("gambar-a")
    lama = GambarLaporan.objects.get(nama="a").sidik
    jawaban = client.post(_alamat("ganti_gambar", "a"), {"berkas": _berkas(bagan())}, follow=True)
    assert GambarLaporan.objects.get(nama="a").mime == "image/png"
    _urungkan(client, jawaban)
    assert GambarLaporan.objects.get(nama="a").sidik == lama
    assert client.post(_alamat("ganti_gambar", "a"), {"berkas": _berkas(b"bukan")}).status_code == 422
    jawaban = client.post(_alamat("hapus_gambar", "a"), follow=True)
    assert list(urutan.all()) == ["b"]
    _urungkan(client, jawaban)
    assert list(urutan.all()) == ["b", "a"]
    assert client.get(_alamat("berkas_gambar", lama)).status_code == 200


def test_simpanan_orang_lain_tidak_tertimpa(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _unggah(client, _berkas(foto(), "a.jpg"), _berkas(foto(), "b.jpg"))
    dasar = client.get(_alamat("ubah_gambar", "a")).context["dasar"]
    _simpan(sebagai("pengelola"), "a", judul="Judul orang lain")
    jawaban = _simpan(client, "a", dasar=dasar)
    assert "sudah diubah atau dihapus orang lain" in jawaban.content.decode()  # type: ignore[attr-defined]
    assert GambarLaporan.objects.get(nama="a").judul == "Judul orang lain"
    assert "sudah dipakai gambar lain" in _simpan(client, "a", nama="b").content.decode()  # type: ignore[attr-defined]


def test_nama_yang_dirujuk_naskah_tidak_berubah(sebagai: _Sebagai) -> None:
    client, tahun = sebagai("perencana"), TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN)
    _unggah(client, _berkas(foto(), "a.jpg"))
    with konteks_riwayat(jalur="uji"):
        BarisNarasi.objects.create(tahun_kinerja=tahun, urutan=1, bagian=BAGIAN, isi="Lihat {gambar a}.")
    assert "dirujuk 1 naskah" in _simpan(client, "a", nama="z").content.decode()  # type: ignore[attr-defined]
    assert "dipakai 1 naskah" in client.get(_alamat("daftar_gambar")).content.decode()
    assert banyak_rujukan("a", [Narasi("b", 1, "{gambar ab} {gambar  A }"), Narasi("b", 2, "{gambar ab}")]) == 1


def test_gambar_lebih_banyak_tidak_menambah_kueri(
    sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = sebagai("perencana")
    for banyak in (1, 12):
        _unggah(client, *(_berkas(bagan(), f"g{n}.png") for n in range(banyak)))
        client.get(_alamat("daftar_gambar"))
        with django_assert_num_queries(GALERI_KUERI):
            client.get(_alamat("daftar_gambar"))


def test_nama_singkat_diusulkan_dan_tidak_kembar() -> None:
    assert usul_nama("Rapat Koordinasi (TW I)", set()) == "rapat-koordinasi-tw-i"
    assert usul_nama("  ", {"gambar"}) == "gambar-2"
    assert usul_nama("a", {"a", "a-2", "a-3"}) == "a-4"


def test_halaman_situs_memakai_alamat_dan_unduhan_memuat_gambarnya() -> None:
    gambar = Gambar("g", "Judul", foto(), "image/jpeg", "Uraian", sidik="ab" * 32)
    dokumen = Dokumen("J", "P", "", None, None, (Bab("b", "B", (gambar,), JenisBab.BAB),))
    situs = html_isi(dokumen, MediaSitus(alamat=lambda sidik: f"/gambar/{sidik}/"))
    assert f'src="/gambar/{gambar.sidik}/"' in situs
    assert "base64" not in situs
    assert "data:image/jpeg;base64," in html_laporan(dokumen)
