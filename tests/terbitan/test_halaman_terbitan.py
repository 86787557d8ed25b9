"""The pages of official documents: how many queries they take, and the way from draft to final by clicking."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.data_terbitan import BIDANG_KEPALA_DAERAH, TahapNaskah
from lkjip.laporan.isi import Pihak
from lkjip.laporan.models import CatatanTahap, Terbitan
from lkjip.terbitan.data_penanda import sebab_tanpa_nama
from lkjip.terbitan.halaman import daftar_kekurangan
from lkjip.terbitan.services import catat_tahap, terbitkan
from renstra.models import TahunKinerja
from tests.situs.pemeran import SENDIRI, TAHUN
from tests.terbitan.dunia_terbitan import buat_final, naskah_kini, tandai

pytestmark = pytest.mark.django_db
Pemeran = dict[str, Pengguna]


def test_daftar_dan_halaman_versi_tetap_sekian_kueri(tahun: TahunKinerja, pemeran: Pemeran, client: Client) -> None:
    terbitan = buat_final(tahun, pemeran["kepala"])
    client.force_login(pemeran["perencana"])
    alamat = [
        reverse("penerbitan", args=[SENDIRI, TAHUN]),
        reverse("versi_terbitan", args=[SENDIRI, TAHUN, terbitan.pk]),
    ]
    banyak = [_banyak_kueri(client, satu) for satu in alamat]
    for _ in range(3):
        terbitkan(terbitan=tandai(terbitan), oleh=pemeran["kepala"])
        terbitan = buat_final(tahun, pemeran["kepala"], "lagi")
    buat_final(tahun, pemeran["kepala"], pesanan=Pesanan(JenisBerkas.LAPORAN, akhir=True, triwulan=4))
    assert [_banyak_kueri(client, satu) for satu in alamat] == banyak


def _banyak_kueri(client: Client, alamat: str) -> int:
    client.get(alamat)
    with CaptureQueriesContext(connection) as catatan:
        assert client.get(alamat).status_code == 200
    return len(catatan)


def test_dari_naskah_sampai_final_lewat_situs(tahun: TahunKinerja, pemeran: Pemeran, client: Client) -> None:
    alamat = reverse("dokumen_resmi", args=[SENDIRI, TAHUN])

    def kirim(nama: str, siapa: str, **isi: str) -> int:
        client.force_login(pemeran[siapa])
        return client.post(reverse(nama, args=[SENDIRI, TAHUN]), {"sidik": naskah_kini(tahun).sidik, **isi}).status_code

    assert kirim("catat_tahap_naskah", "perencana", tahap="diajukan") == 302
    assert kirim("catat_tahap_naskah", "perencana", tahap="diajukan") == 422
    assert kirim("catat_tahap_naskah", "perencana", tahap="diperiksa") == 403
    assert kirim("catat_tahap_naskah", "perencana", tahap="disetujui") == 422
    assert list(CatatanTahap.objects.values_list("tahap", flat=True)) == ["diajukan"]
    assert "Menunggu verifikator" in client.get(alamat).content.decode()
    assert kirim("catat_tahap_naskah", "verifikator", tahap="diperiksa") == 302
    assert kirim("finalkan_naskah", "verifikator") == 302
    versi = reverse("versi_terbitan", args=[SENDIRI, TAHUN, Terbitan.objects.get().pk])
    assert "sedang disusun" in client.get(versi).content.decode()


def test_unduhan_menawarkan_yang_terbit_saja(tahun: TahunKinerja, pemeran: Pemeran, client: Client) -> None:
    terbitan = buat_final(tahun, pemeran["kepala"])
    client.force_login(pemeran["inspektorat"])
    alamat = reverse("unduhan", args=[SENDIRI, TAHUN])
    baca = reverse("unduh_terbitan", args=[SENDIRI, TAHUN, terbitan.pk, "baca"])
    assert "Dokumen resmi yang terbit" not in client.get(alamat).content.decode()
    terbitkan(terbitan=tandai(terbitan), oleh=pemeran["kepala"])
    assert baca in client.get(alamat).content.decode()
    jawaban = client.get(baca)
    assert "default-src 'none'" in jawaban.headers["Content-Security-Policy"]


def test_halaman_versi_menyebut_yang_ditunggu_dan_menunjukkan_qr(
    tahun: TahunKinerja, pemeran: Pemeran, client: Client
) -> None:
    terbitan = buat_final(tahun, pemeran["kepala"])
    client.force_login(pemeran["inspektorat"])
    isi = client.get(reverse("versi_terbitan", args=[SENDIRI, TAHUN, terbitan.pk])).content.decode()
    assert "Yang ditunggu: tanda tangan Nama Kepala<" in isi
    assert 'src="data:image/svg+xml;base64,' in isi


def test_kekurangan_yang_akan_tercetak_disebut_sebelum_final(
    tahun: TahunKinerja, pemeran: Pemeran, client: Client
) -> None:
    naskah = naskah_kini(tahun)
    catat_tahap(
        tahun_kinerja=tahun, naskah=naskah, tahap=TahapNaskah.DIPERIKSA, sidik_dibaca=naskah.sidik,
        oleh=pemeran["kepala"],
    )  # fmt: skip
    client.force_login(pemeran["kepala"])
    isi = client.get(reverse("finalkan_naskah", args=[SENDIRI, TAHUN])).content.decode()
    daftar = daftar_kekurangan(naskah.dokumen)
    assert len(daftar) > 8
    assert f"masih menyebut {len(daftar)} kekurangan" in isi
    assert escape(daftar[0]) in isi


def test_naskah_yang_sudah_diperiksa_masih_dapat_dikembalikan_dan_catatannya_tidak_hilang(
    tahun: TahunKinerja, pemeran: Pemeran, client: Client
) -> None:
    alamat, kirim = (reverse(nama, args=[SENDIRI, TAHUN]) for nama in ("dokumen_resmi", "catat_tahap_naskah"))
    client.force_login(pemeran["verifikator"])
    client.post(kirim, {"sidik": naskah_kini(tahun).sidik, "tahap": "diperiksa"})
    client.force_login(pemeran["kepala"])
    assert "Kembalikan untuk diperbaiki" in client.get(alamat).content.decode()
    isian = {"sidik": "sudah basi", "tahap": "dikembalikan", "catatan": "Bab II masih keliru."}
    assert "Bab II masih keliru.</textarea>" in client.post(kirim, isian).content.decode()
    assert client.post(kirim, isian | {"sidik": naskah_kini(tahun).sidik}).status_code == 302


def test_halaman_finalkan_menawarkan_pemeriksaan_atau_versi_yang_berjalan(
    tahun: TahunKinerja, pemeran: Pemeran, client: Client
) -> None:
    client.force_login(pemeran["kepala"])
    alamat = reverse("finalkan_naskah", args=[SENDIRI, TAHUN])
    assert "Sudah saya periksa" in client.get(alamat).content.decode()
    terbitan = buat_final(tahun, pemeran["kepala"])
    isi = client.get(alamat).content.decode()
    assert reverse("versi_terbitan", args=[SENDIRI, TAHUN, terbitan.pk]) in isi
    assert "Finalkan versi" not in isi


@pytest.mark.parametrize(
    ("siapa", "tombol"),
    [("kepala", "Tanda tangani"), ("perencana", "Unggah berkas yang ditandatangani"), ("inspektorat", "")],
)
def test_tombol_tanda_tangan_hanya_bagi_yang_dapat_memakainya(
    tahun: TahunKinerja, pemeran: Pemeran, client: Client, siapa: str, tombol: str
) -> None:
    terbitan = buat_final(tahun, pemeran["kepala"])
    client.force_login(pemeran[siapa])
    isi = client.get(reverse("versi_terbitan", args=[SENDIRI, TAHUN, terbitan.pk])).content.decode()
    semua = {nama for nama in (">Tanda tangani<", ">Unggah berkas yang ditandatangani") if nama in isi}
    assert semua == ({f">{tombol}<" if siapa == "kepala" else f">{tombol}"} if tombol else set())


@pytest.mark.parametrize("kueri", ["jenis=perjanjian&versi=murni", "jenis=rencana_aksi", "jenis=iku", "jenis=laporan"])
def test_setiap_naskah_dapat_dibaca_sebelum_diperiksa(
    tahun: TahunKinerja, pemeran: Pemeran, client: Client, kueri: str
) -> None:
    client.force_login(pemeran["verifikator"])
    isi = client.get(f"{reverse('dokumen_resmi', args=[SENDIRI, TAHUN])}?{kueri}").content.decode()
    baca = isi.split('">Baca naskahnya</a>')[0].rpartition('href="')[2]
    assert client.get(baca).status_code == 200


def test_nama_yang_kosong_disebut_pada_naskah_berikut_tempat_mengisinya(
    tahun: TahunKinerja, pemeran: Pemeran, client: Client
) -> None:
    client.force_login(pemeran["perencana"])
    kurang = sebab_tanpa_nama((Pihak(jabatan="Gubernur", kunci=BIDANG_KEPALA_DAERAH),))
    assert kurang == ("Nama Gubernur belum diisi. Pengelola pemda mengisinya di Pejabat kepala daerah.",)
    TahunKinerja.objects.filter(pk=tahun.pk).update(nama_kepala="")
    isi = client.get(reverse("dokumen_resmi", args=[SENDIRI, TAHUN])).content.decode()
    assert "belum diisi. Lengkapi di Profil dan pejabat." in isi
