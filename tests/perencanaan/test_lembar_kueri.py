"""A sheet of several hundred rows costs as many queries as one of one row; sheets that are not there are not found."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from kinerja.models import RealisasiTahunan
from lkjip.akun.models import Pengguna
from lkjip.perencanaan.lembar.ruang import BARIS_SEHALAMAN
from renstra.models import TahunKinerja
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN

pytestmark = pytest.mark.django_db
LEMBAR_KUERI = 39
SIMPAN_KUERI = 36


@pytest.mark.parametrize("banyak", [1, 60, 250])
def test_halaman_dan_simpan_tetap_sekian_kueri(
    sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries, banyak: int
) -> None:
    tahun, client = TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN), sebagai("perencana")
    indikator = tahun.renstra.daftar_indikator.get()
    RealisasiTahunan.objects.bulk_create(
        RealisasiTahunan(tahun_kinerja=tahun, indikator=indikator, tahun=1900 + n, urutan=n)
        for n in range(1, banyak + 1)
    )
    argumen = [SENDIRI, TAHUN, "realisasi_tahunan"]
    client.get(reverse("lembar", args=argumen))
    with django_assert_num_queries(LEMBAR_KUERI):
        jawaban = client.get(reverse("lembar", args=argumen), {"hal": "akhir"})
    assert jawaban.content.decode().count('id="baris-') == (banyak - 1) % BARIS_SEHALAMAN + 1
    pk = RealisasiTahunan.objects.first()
    assert pk is not None
    kirim = {f"realisasi-{pk.pk}": "5", f"dasar-realisasi-{pk.pk}": ""}
    with django_assert_num_queries(SIMPAN_KUERI):
        assert client.post(reverse("simpan_lembar", args=argumen), kirim).status_code == 200


@pytest.mark.usefixtures("pemeran")
def test_lembar_tak_dikenal_tidak_ditemukan(client: Client) -> None:
    client.force_login(Pengguna.objects.get(username="admin"))
    for nama in ("indikator", "tidak-ada", "kinerja_triwulan"):
        assert client.get(reverse("lembar", args=[SENDIRI, TAHUN, nama])).status_code == 404
