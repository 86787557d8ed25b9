"""The pages on which one waits for a file, and the list of one's files."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from lkjip.akun.models import Pengguna
from lkjip.laporan.models import PekerjaBerkas, PemintaBerkas, PenyusunanBerkas
from lkjip.penyusunan.services_kerja import ambil_giliran
from lkjip.penyusunan.services_sapu import catat_pekerja
from lkjip.penyusunan.simpanan import folder_hasil, path_hasil
from tests.penyusunan.dunia import pakai_anak_tiruan, pesan, susun_semua
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN

HX = {"HX-Request": "true"}


def _alamat(nama: str, berkas: PenyusunanBerkas) -> str:
    return reverse(nama, args=[berkas.pk])


def _isi(client: Client, berkas: PenyusunanBerkas, **kepala: dict[str, str]) -> str:
    return client.get(_alamat("berkas_susunan", berkas), **kepala).content.decode()  # type: ignore[arg-type]


def test_klik_unduh_mengantar_ke_halaman_tunggu_lalu_ke_berkasnya(
    sebagai: _Sebagai, monkeypatch: pytest.MonkeyPatch
) -> None:
    pakai_anak_tiruan(monkeypatch)
    client, alamat = sebagai("kepala"), reverse("unduh_pdf", args=[SENDIRI, TAHUN])
    tunggu = client.get(alamat)
    berkas = PenyusunanBerkas.objects.get()
    assert tunggu.headers["Location"] == _alamat("berkas_susunan", berkas)
    assert client.get(_alamat("unduh_susunan", berkas)).headers["Location"] == _alamat("berkas_susunan", berkas)
    isi = _isi(client, berkas)
    assert "PDF menunggu giliran" in isi
    assert 'hx-trigger="every 1s"' in isi
    assert '<meta http-equiv="refresh" content="3">' in isi
    susun_semua()
    siap = _isi(client, berkas, headers=HX)
    assert "PDF siap" in siap
    assert f'hx-get="{_alamat("unduh_susunan", berkas)}"' in siap
    mulai = client.get(_alamat("unduh_susunan", berkas), headers=HX)
    assert mulai.headers["HX-Redirect"] == _alamat("unduh_susunan", berkas)
    for tujuan in (_alamat("unduh_susunan", berkas), alamat):
        jawaban = client.get(tujuan)
        assert b"".join(jawaban) == b"%PDF-tiruan"
        assert jawaban.headers["Content-Disposition"] == 'attachment; filename="lkjip-dinas-a1-2024.pdf"'


def test_kembali_ke_halaman_yang_siap_tidak_mengunduh_sendiri(
    sebagai: _Sebagai, monkeypatch: pytest.MonkeyPatch
) -> None:
    pakai_anak_tiruan(monkeypatch)
    berkas = pesan(sebagai.pemeran["kepala"])
    susun_semua()
    assert 'hx-trigger="load"' not in _isi(sebagai("kepala"), berkas)


def test_kemajuan_terbaca_mesin_dan_pembaca_layar_mendengar_hanya_yang_baru(sebagai: _Sebagai) -> None:
    berkas = pesan(sebagai.pemeran["kepala"])
    ambil_giliran(pk=berkas.pk, pekerja="uji")
    PenyusunanBerkas.objects.update(tahap="menata halaman", selesai=12, seluruh=27)
    isi = _isi(sebagai("kepala"), berkas, headers=HX)
    assert '<progress max="27" value="12" aria-label="Kemajuan tahap ini">' in isi
    assert "12 dari 27" in isi
    assert 'id="kabar-berkas" hx-swap-oob' in isi
    alamat = re.search('hx-get="([^"]+)"', isi)
    assert alamat is not None
    assert "kabar-berkas" not in sebagai("kepala").get(alamat[1], headers=HX).content.decode()


def test_tanpa_pekerja_dikatakan_setelah_menunggu(sebagai: _Sebagai) -> None:
    berkas = pesan(sebagai.pemeran["kepala"])
    assert "Segera dimulai" in _isi(sebagai("kepala"), berkas)
    PenyusunanBerkas.objects.update(antre_sejak=timezone.now() - timedelta(seconds=20))
    assert "belum berjalan" in _isi(sebagai("kepala"), berkas)
    catat_pekerja(nama="a", mesin="b")
    assert "Segera dimulai" in _isi(sebagai("kepala"), berkas)


def test_halaman_tunggu_menyelamatkan_yang_ditinggalkan(sebagai: _Sebagai) -> None:
    berkas = pesan(sebagai.pemeran["kepala"])
    ambil_giliran(pk=berkas.pk, pekerja="mati")
    PenyusunanBerkas.objects.update(denyut=timezone.now() - timedelta(seconds=40))
    assert "menunggu giliran" in _isi(sebagai("kepala"), berkas)


def test_batal_lalu_susun_lagi(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    berkas = pesan(sebagai.pemeran["perencana"])
    assert client.post(_alamat("batalkan_susunan", berkas)).headers["Location"] == _alamat("berkas_susunan", berkas)
    isi = _isi(client, berkas)
    assert "Penyusunan dibatalkan" in isi
    assert "Susun lagi" in isi
    client.post(_alamat("ulangi_susunan", berkas))
    assert "menunggu giliran" in _isi(client, berkas)


def test_batal_yang_masih_ditunggu_orang_lain_hanya_meninggalkan(sebagai: _Sebagai) -> None:
    berkas = pesan(sebagai.pemeran["perencana"])
    pesan(sebagai.pemeran["kepala"])
    client = sebagai("perencana")
    isi = client.post(_alamat("batalkan_susunan", berkas), follow=True).content.decode()
    assert "Orang lain masih menunggu" in isi
    assert PenyusunanBerkas.objects.get().keadaan == "antre"


def test_kegagalan_dikatakan_dan_dapat_dicoba_lagi(sebagai: _Sebagai) -> None:
    berkas = pesan(sebagai.pemeran["perencana"])
    PenyusunanBerkas.objects.update(keadaan="gagal", pesan="Alasannya.")
    isi = _isi(sebagai("perencana"), berkas)
    assert "PDF belum dapat disusun" in isi
    assert "Alasannya." in isi
    assert "Coba lagi" in isi


def test_berkas_yang_hilang_dikatakan_dan_tidak_500(sebagai: _Sebagai, monkeypatch: pytest.MonkeyPatch) -> None:
    pakai_anak_tiruan(monkeypatch)
    berkas = pesan(sebagai.pemeran["perencana"])
    susun_semua()
    berkas.refresh_from_db()
    path_hasil(berkas.hasil).unlink()
    client = sebagai("perencana")
    assert client.get(_alamat("unduh_susunan", berkas)).status_code == 302
    assert "tidak tersimpan lagi" in _isi(client, berkas)
    assert "tidak tersimpan lagi" in client.get(reverse("daftar_susunan")).content.decode()


def test_dihapus_dari_daftar(sebagai: _Sebagai, monkeypatch: pytest.MonkeyPatch) -> None:
    pakai_anak_tiruan(monkeypatch)
    berkas = pesan(sebagai.pemeran["perencana"])
    client = sebagai("perencana")
    assert "masih disusun" in client.post(_alamat("hapus_susunan", berkas), follow=True).content.decode()
    susun_semua()
    isi = client.post(_alamat("hapus_susunan", berkas), follow=True).content.decode()
    assert "dihapus dari daftar Anda" in isi
    assert "Belum ada berkas" in isi


def _perbanyak(berkas: PenyusunanBerkas, banyak: int, pengguna: Pengguna) -> None:
    asal = PenyusunanBerkas.objects.get(pk=berkas.pk)
    for n in range(banyak):
        asal.pk, asal.sidik = None, f"{n:064d}"
        asal.save(force_insert=True)
        PemintaBerkas.objects.create(penyusunan=asal, pengguna=pengguna)


def test_daftar_sama_banyak_kuerinya(sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    kepala = sebagai.pemeran["kepala"]
    berkas, client = pesan(kepala), sebagai("kepala")
    with django_assert_num_queries(6):
        client.get(reverse("daftar_susunan"))
    _perbanyak(berkas, 30, kepala)
    with django_assert_num_queries(6):
        assert client.get(reverse("daftar_susunan")).content.decode().count("<tr>") == 32


def test_halaman_tunggu_hemat_kueri(sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """It is asked each second by everybody who waits."""
    berkas, client = pesan(sebagai.pemeran["kepala"]), sebagai("kepala")
    with django_assert_num_queries(6):
        client.get(_alamat("berkas_susunan", berkas), headers=HX)
    ambil_giliran(pk=berkas.pk, pekerja="uji")
    with django_assert_num_queries(4):
        client.get(_alamat("berkas_susunan", berkas), headers=HX)


def test_admin_melihat_antrean_dan_melepas_yang_tersangkut(
    client: Client, settings: Settings, pemeran: dict[str, Pengguna]
) -> None:
    bos = Pengguna.objects.create_superuser("bos", password="x")
    berkas = pesan(pemeran["kepala"])
    ambil_giliran(pk=berkas.pk, pekerja="mati")
    PenyusunanBerkas.objects.update(denyut=timezone.now() - timedelta(seconds=40))
    PekerjaBerkas.objects.create(nama="a", mesin="b", mulai=timezone.now(), denyut=timezone.now())
    client.force_login(bos)
    daftar = reverse("admin:laporan_penyusunanberkas_changelist")
    assert "0 menunggu, 1 disusun, 1 tersangkut; 1 pekerja hidup" in client.get(daftar).content.decode()
    client.post(daftar, {"action": "ulangi_terpilih", "_selected_action": [berkas.pk]})
    assert PenyusunanBerkas.objects.get().keadaan == "antre"
    client.post(daftar, {"action": "batalkan_terpilih", "_selected_action": [berkas.pk]})
    assert PenyusunanBerkas.objects.get().keadaan == "dibatalkan"
    assert client.get(reverse("admin:laporan_pekerjaberkas_changelist")).status_code == 200


def test_berkas_di_luar_penyimpanan_tidak_pernah_terkirim(sebagai: _Sebagai, tmp_path: Path) -> None:
    """The name of the file is the program's own; the address carries only a number."""
    assert sebagai("kepala").get("/berkas/..%2F..%2Fetc%2Fpasswd/unduh/").status_code == 404
    assert sebagai("kepala").get("/berkas/99999999999999999999/").status_code == 404


@pytest.mark.parametrize("asing", [{"jenis": "baru"}, {"bentuk": "zip"}])
def test_pekerjaan_dari_versi_lain_tidak_merusak_daftar(sebagai: _Sebagai, asing: dict[str, str]) -> None:
    berkas = pesan(sebagai.pemeran["kepala"])
    PenyusunanBerkas.objects.update(**asing)
    client = sebagai("kepala")
    daftar = client.get(reverse("daftar_susunan"))
    assert daftar.status_code == 200
    assert not daftar.context["daftar"]
    assert client.get(_alamat("berkas_susunan", berkas)).status_code == 404
    assert client.get(_alamat("unduh_susunan", berkas)).status_code == 404


def test_nama_hasil_tidak_keluar_dari_mapnya() -> None:
    for nama in ("../../etc/passwd", "/etc/passwd", "laporan/../../x"):
        assert path_hasil(nama).parent == folder_hasil()
