"""The page of the LHE: for the APIP alone; forms, files, number, and the way to the signing line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.data_evaluasi import JenisCatatan, KeadaanTindakLanjut, TahapEvaluasi
from kinerja.models import CatatanEvaluasi, Evaluasi, RekomendasiEvaluasi
from lkjip.akun.models import Pengguna
from renstra.models import Instansi, TahunKinerja
from tests.evaluasi.dunia_lhe import buat_evaluasi, lengkapi, majukan
from tests.situs.conftest import _tempat_sendiri, pemeran  # noqa: F401
from tests.situs.pemeran import SENDIRI, TAHUN


@pytest.fixture
def evaluasi(pemeran: dict[str, Pengguna]) -> Evaluasi:  # noqa: F811
    instansi = Instansi.objects.get(kode=SENDIRI)
    return buat_evaluasi(instansi, TAHUN, pemeran["inspektorat"], sampai=TahapEvaluasi.PENILAIAN)


def halaman(client: Client, evaluasi: Evaluasi, kueri: str = "") -> str:
    jawaban = client.get(reverse("lhe_evaluasi", args=[evaluasi.pk]) + kueri)
    assert jawaban.status_code == 200
    return jawaban.content.decode()


def test_hanya_apip_membuka_lhe_dan_berkasnya(
    client: Client, pemeran: dict[str, Pengguna], evaluasi: Evaluasi  # noqa: F811
) -> None:  # fmt: skip
    alamat = [reverse("lhe_evaluasi", args=[evaluasi.pk]), reverse("unduh_lhe", args=[evaluasi.pk, "docx"])]
    assert [client.get(satu).status_code for satu in alamat] == [302, 302]
    for nama in ("perencana", "verifikator", "kepala", "pengelola", "admin", "tanpa_tugas"):
        client.force_login(pemeran[nama])
        assert [client.get(satu).status_code for satu in alamat] == [404, 404], nama
        assert client.post(alamat[0]).status_code == 404, nama
    client.force_login(pemeran["inspektorat"])
    assert [client.get(satu).status_code for satu in alamat] == [200, 200]
    assert client.get(reverse("unduh_lhe", args=[evaluasi.pk, "exe"])).status_code == 404


def test_konsep_lalu_bernomor_lalu_siap_dibekukan(
    client: Client, pemeran: dict[str, Pengguna], evaluasi: Evaluasi  # noqa: F811
) -> None:  # fmt: skip
    client.force_login(pemeran["inspektorat"])
    isi = halaman(client, evaluasi, "?susunan=laporan")
    assert "KONSEP" in isi
    assert "Nomor LHE belum diisi." in isi
    assert "BAB III" in isi
    alamat = reverse("lhe_evaluasi", args=[evaluasi.pk])
    assert client.post(alamat, {"nomor": "x", "tanggal": "32-13-2025"}).status_code == 422
    assert client.post(alamat, {"nomor": "700/1", "tanggal": "2025-05-22"}).status_code == 302
    evaluasi.refresh_from_db()
    assert (evaluasi.nomor_lhe, str(evaluasi.tanggal_lhe)) == ("700/1", "2025-05-22")
    assert "Bekukan LHE" not in halaman(client, evaluasi)
    lengkapi(majukan(evaluasi, pemeran["inspektorat"], sampai=TahapEvaluasi.DISETUJUI))
    isi = halaman(client, evaluasi)
    tujuan = reverse("finalkan_naskah", args=[SENDIRI, TAHUN])
    assert f'href="{tujuan}?jenis=lhe&amp;susunan=surat"' in isi
    jawaban = client.get(f"{tujuan}?jenis=lhe&susunan=laporan")
    assert "Bekukan versi 1" in jawaban.content.decode()


def test_tanpa_tahun_kinerja_lhe_terbaca_tetapi_tidak_dibekukan(
    client: Client, pemeran: dict[str, Pengguna]  # noqa: F811
) -> None:  # fmt: skip
    instansi = Instansi.objects.get(kode=SENDIRI)
    lain = buat_evaluasi(instansi, TAHUN - 3, pemeran["inspektorat"], sampai=TahapEvaluasi.PENILAIAN)
    assert not TahunKinerja.objects.filter(instansi=instansi, tahun=TAHUN - 3).exists()
    client.force_login(pemeran["inspektorat"])
    assert f"belum mempunyai tahun kinerja {TAHUN - 3}" in halaman(client, lain)


def test_banyak_kueri_tidak_mengikuti_banyak_catatan(
    client: Client, pemeran: dict[str, Pengguna], evaluasi: Evaluasi,  # noqa: F811
    django_assert_max_num_queries: Callable[[int], Any],
) -> None:  # fmt: skip
    client.force_login(pemeran["inspektorat"])
    with django_assert_max_num_queries(60) as sedikit:
        halaman(client, evaluasi)
    for n in range(20):
        CatatanEvaluasi.objects.create(
            evaluasi=evaluasi, komponen=2, jenis=JenisCatatan.TEMUAN.value, isi=f"Catatan {n}"
        )
        RekomendasiEvaluasi.objects.create(
            evaluasi=evaluasi, komponen=2, rekomendasi=f"Perbaiki {n}", keadaan=KeadaanTindakLanjut.BELUM.value
        )
    with django_assert_max_num_queries(60) as banyak:
        halaman(client, evaluasi)
    print("kueri:", len(banyak))
    assert len(banyak) == len(sedikit)
