"""The page of the tree: what it shows, what a save does, and who may."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from anggaran.models import Anggaran
from lkjip.buku_kerja.services import impor_buku
from lkjip.riwayat import services_isian
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import Indikator, Sasaran, Tujuan
from tests.perencanaan.buku_pohon import buku_besar, buku_kecil
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, TAHUN

HX = {"HX-Request": "true"}
KUERI = 35
ALAMAT = ("pohon_kinerja", "gambar_pohon", "pohon_svg")


@pytest.fixture
def pohon(sebagai: _Sebagai) -> _Sebagai:
    impor_buku(buku=buku_kecil())
    return sebagai


def _alamat(nama: str = "pohon_kinerja", kueri: str = "") -> str:
    return reverse(nama, args=[SENDIRI, TAHUN]) + kueri


def _baris(kode: str) -> Anggaran:
    return Anggaran.objects.get(tahun_kinerja__instansi__kode=SENDIRI, kode=kode)


def _isi(kode: str, **lain: str) -> dict[str, str]:
    baris = _baris(kode)
    sasaran = baris.sasaran.kode if baris.sasaran else ""
    tetap = {"sasaran": sasaran, "unit": baris.penanggung_jawab}
    return {"anggaran": kode, **tetap, **{f"dasar_{k}": v for k, v in tetap.items()}, **lain}


def _ubah(client: Client, kode: str, **lain: str) -> int:
    return client.post(_alamat("ubah_pohon"), _isi(kode, **lain)).status_code


def test_baris_pohon_menautkan_penyuntingnya_bagi_yang_boleh_mengubah(pohon: _Sebagai) -> None:
    baris = Anggaran.objects.filter(tahun_kinerja__instansi__kode=SENDIRI).first()
    assert baris is not None
    penyunting, renstra = reverse("baris_anggaran_rencana", args=[SENDIRI, TAHUN, baris.pk]), "Ubah di Renstra"
    for nama, ada in (("perencana", True), ("kepala", False)):
        isi = pohon(nama).get(_alamat()).content.decode()
        assert (f'href="{penyunting}"' in isi, renstra in isi) == (ada, ada)


def test_halaman_menampilkan_pohon_dan_yang_perlu_dibenahi(pohon: _Sebagai) -> None:
    isi = pohon("kepala").get(_alamat()).content.decode()
    for potongan in ('id="sasaran-S1"', 'id="anggaran-1-2"', "Yang perlu dibenahi", "tidak didukung", "sebagian"):
        assert potongan in isi
    assert all(isi.count(f"<{unsur}") == isi.count(f"</{unsur}>") for unsur in ("ul", "details"))
    assert "data-ubah" not in isi
    assert "data-formulir" not in isi


def test_perencana_mendapat_formulir_dan_tanpa_skrip_formulir_di_barisnya(pohon: _Sebagai) -> None:
    client = pohon("perencana")
    assert 'data-ubah="1.1"' in client.get(_alamat()).content.decode()
    isi = client.get(_alamat(kueri="?ubah=1.1")).content.decode()
    assert 'id="sasaran-anggaran-1__1"' in isi
    assert '<option value="S1" selected>' in isi
    assert "data-formulir" not in pohon("perencana_unit").get(_alamat(kueri="?ubah=1.1")).content.decode()


def test_saringan_lewat_alamat(pohon: _Sebagai) -> None:
    isi = pohon("kepala").get(_alamat(kueri="?cari=keluaran+kegiatan")).content.decode()
    assert "5 dari 13 simpul ditampilkan" in isi
    assert isi.count(" hidden>") == 8
    assert "Tidak ada simpul yang cocok" in pohon("kepala").get(_alamat(kueri="?cari=zzz")).content.decode()
    assert pohon("kepala").get(_alamat(kueri="?unit=x&tingkat=y&masalah=z&cari=%00")).status_code == 200


def test_menautkan_lalu_mengurungkan(pohon: _Sebagai) -> None:
    client = pohon("perencana")
    jawaban = client.post(_alamat("ubah_pohon"), _isi("2", sasaran="S3"), follow=True)
    assert jawaban.redirect_chain == [(_alamat() + "#anggaran-2", 302)]
    isi = jawaban.content.decode()
    assert "Tautan baris anggaran 2 disimpan." in isi
    assert "tidak didukung" not in isi
    baris = _baris("2")
    assert baris.sasaran is not None
    assert baris.sasaran.kode == "S3"
    riwayat = Riwayat.objects.filter(tabel="anggaran_anggaran", kunci=str(baris.pk)).latest("pk")
    assert (riwayat.jalur, riwayat.oleh_id) == ("halaman", pohon.pemeran["perencana"].pk)
    urung = reverse("urungkan", args=[baris.tahun_kinerja.instansi_id, riwayat.kejadian])
    assert urung in isi
    client.post(urung, {"kembali": _alamat()})
    assert _baris("2").sasaran is None


def test_mengganti_dan_mengosongkan_penanggung_jawab(pohon: _Sebagai) -> None:
    client = pohon("pengelola")
    assert _ubah(client, "1.2", unit="  Bidang   B ") == 302
    assert _baris("1.2").penanggung_jawab == "Bidang B"
    assert _ubah(client, "1.2", unit="") == 302
    assert _baris("1.2").penanggung_jawab == ""


def test_yang_tidak_berubah_tidak_ditulis(pohon: _Sebagai) -> None:
    terakhir = Riwayat.objects.latest("pk").pk
    jawaban = pohon("perencana").post(_alamat("ubah_pohon"), _isi("1.1"), follow=True)
    assert "Tidak ada yang berubah." in jawaban.content.decode()
    assert Riwayat.objects.latest("pk").pk == terakhir


def test_jawaban_htmx_hanya_pohonnya_dengan_urungkan(pohon: _Sebagai) -> None:
    jawaban = pohon("perencana").post(_alamat("ubah_pohon"), _isi("2", sasaran="S3"), headers=HX)
    isi = jawaban.content.decode()
    assert jawaban.status_code == 200
    assert isi.lstrip().startswith('<div id="pohon"')
    assert 'data-jangkar="anggaran-2"' in isi
    assert f'name="kembali" value="{_alamat()}#anggaran-2"' in isi


def test_yang_lebih_dulu_disimpan_orang_lain_tidak_ditimpa(pohon: _Sebagai) -> None:
    basi = _isi("1.1", sasaran="S3")
    assert _ubah(pohon("pengelola"), "1.1", sasaran="S2") == 302
    jawaban = pohon("perencana").post(_alamat("ubah_pohon"), basi)
    assert jawaban.status_code == 409
    assert "baru saja diubah oleh Tuan pengelola" in jawaban.content.decode()
    assert _baris("1.1").sasaran.kode == "S2"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("lain", "pesan"),
    [
        ({"sasaran": "S9"}, "sudah tidak ada dalam Renstra"),
        ({"anggaran": "9"}, "Baris anggaran ini sudah tidak ada"),
        ({"anggaran": ""}, "tidak disebut"),
        ({"unit": "x" * 401}, "paling banyak 400 huruf"),
        ({"unit": "a\x00b"}, ""),
    ],
)
def test_kiriman_salah_ditolak_dengan_kalimat(pohon: _Sebagai, lain: dict[str, str], pesan: str) -> None:
    for kepala in ({}, HX):
        jawaban = pohon("perencana").post(_alamat("ubah_pohon"), _isi("1.1", **lain), headers=kepala)
        assert jawaban.status_code == 422
        assert pesan in jawaban.content.decode()
    assert _baris("1.1").penanggung_jawab == ""


def test_sasaran_instansi_lain_tidak_dapat_ditunjuk(pohon: _Sebagai) -> None:
    """The kode is looked for in the year's own Renstra only."""
    impor_buku(buku=buku_besar(1, ASING, sasaran=12))
    assert _ubah(pohon("admin"), "1.1", sasaran="S11") == 422


@pytest.mark.parametrize("nama", ["perencana_unit", "verifikator", "kepala", "inspektorat"])
def test_hanya_yang_boleh_mengubah_rencana(pohon: _Sebagai, nama: str) -> None:
    assert _ubah(pohon(nama), "1.1", sasaran="S2") == 403
    assert _baris("1.1").sasaran.kode == "S1"  # type: ignore[union-attr]


def test_penolakan_basis_data_menjadi_kalimat(pohon: _Sebagai, monkeypatch: pytest.MonkeyPatch) -> None:
    def tolak(*args: object, **kwargs: object) -> None:
        raise IntegrityError("Triwulan ini sudah diajukan, jadi datanya tidak dapat diubah.")

    monkeypatch.setattr(services_isian, "tulis_baris", tolak)
    jawaban = pohon("perencana").post(_alamat("ubah_pohon"), _isi("1.1", sasaran="S2"))
    assert jawaban.status_code == 422
    assert "Triwulan ini sudah diajukan" in jawaban.content.decode()


@pytest.mark.parametrize("program", [1, 8])
def test_pohon_tetap_sekian_kueri(
    sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries, program: int
) -> None:
    impor_buku(buku=buku_besar(program))
    client = sebagai("perencana")
    for nama, banyak in zip(ALAMAT, (KUERI + 1, KUERI, KUERI - 2), strict=True):
        with django_assert_num_queries(banyak):
            assert client.get(_alamat(nama)).status_code == 200


@pytest.mark.parametrize("program", [1, 8])
def test_menyimpan_tetap_sekian_kueri(
    sebagai: _Sebagai, django_assert_max_num_queries: DjangoAssertNumQueries, program: int
) -> None:
    impor_buku(buku=buku_besar(program))
    client, isi = sebagai("perencana"), _isi("0.1", sasaran="S2")
    with django_assert_max_num_queries(71):
        assert client.post(_alamat("ubah_pohon"), isi, headers=HX).status_code == 200


def test_unduhan_svg_png_pdf(pohon: _Sebagai) -> None:
    client = pohon("inspektorat")
    assert client.get(_alamat("pohon_svg")).headers["Content-Disposition"].startswith("inline")
    svg = client.get(_alamat("pohon_svg", "?nomor=2&rinci=subkegiatan&unduh=ya"))
    assert svg.headers["Content-Disposition"] == 'attachment; filename="pohon-kinerja-dinas-a1-2024-2.svg"'
    assert "Baris 1.1.1" in svg.content.decode()
    assert "Baris 1.1.1" not in client.get(_alamat("pohon_svg", "?nomor=2")).content.decode()
    assert client.get(_alamat("pohon_png")).content.startswith(b"\x89PNG")
    for kertas, lebar in (("A4", 842), ("F4", 935)):
        pdf = client.get(_alamat("pohon_pdf", f"?kertas={kertas}")).content
        with pikepdf.open(BytesIO(pdf)) as berkas:
            assert len(berkas.pages) == 4  # overview, S1, S2, what serves no sasaran
            assert all(abs(float(h.mediabox[2]) - lebar) < 1 for h in berkas.pages)
    assert client.get(_alamat("pohon_svg", "?nomor=9")).status_code == 404


def test_tanpa_data_halaman_mengatakan_apa_yang_perlu_diisi(sebagai: _Sebagai) -> None:
    with konteks_riwayat(jalur="uji"):
        Anggaran.objects.all().delete()
        for model in (Indikator, Sasaran, Tujuan):
            model.objects.filter(renstra__instansi__kode=SENDIRI).delete()
    client = sebagai("perencana")
    assert "Pohon kinerja belum dapat disusun" in client.get(_alamat()).content.decode()
    assert "Belum ada yang dapat digambar" in client.get(_alamat("gambar_pohon")).content.decode()
    for nama in ("pohon_svg", "pohon_png", "pohon_pdf"):
        assert client.get(_alamat(nama)).status_code == 404
