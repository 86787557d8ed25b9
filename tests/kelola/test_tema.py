"""The look of the reports of a pemda: chosen, tried, kept, and taken back."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from lkjip.laporan.data_tema import HurufTema, Kertas, Tema
from lkjip.laporan.models import TemaLaporan
from lkjip.laporan.selectors import load_tema
from renstra.models import Instansi, Pemda
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI

ISI = {"huruf": "caladea", "warna_utama": "#7A1F1F", "warna_aksen": "#c0a060", "kertas": "F4"}


def _pemda() -> Pemda:
    pemda = Instansi.objects.get(kode=SENDIRI).pemda
    assert pemda is not None
    return pemda


def test_tampilan_disimpan_lalu_kembali_ke_baku(sebagai: _Sebagai) -> None:
    client, pemda = sebagai("pengelola"), _pemda()
    alamat = reverse("tema_pemda", args=[pemda.pk])
    assert client.post(alamat, ISI).status_code == 302
    assert load_tema(pemda) == Tema(HurufTema.CALADEA, "#7a1f1f", "#c0a060", Kertas.F4, logo_sampul=False)
    assert "#7a1f1f" in client.get(alamat).content.decode()
    assert client.post(alamat, {"aksi": "baku"}).status_code == 302
    assert load_tema(pemda) == Tema()
    assert not TemaLaporan.objects.exists()


def test_contoh_dilihat_tanpa_disimpan(sebagai: _Sebagai) -> None:
    pemda = _pemda()
    jawaban = sebagai("admin").post(reverse("tema_pemda", args=[pemda.pk]), {**ISI, "aksi": "lihat"})
    assert jawaban.status_code == 200
    assert "LK Caladea" in jawaban.content.decode()
    assert load_tema(pemda) == Tema()


@pytest.mark.parametrize("warna", ["merah", "#12345", "#1d3557;}body{display:none", "<script>"])
def test_yang_bukan_warna_ditolak(sebagai: _Sebagai, warna: str) -> None:
    pemda = _pemda()
    jawaban = sebagai("pengelola").post(reverse("tema_pemda", args=[pemda.pk]), {**ISI, "warna_utama": warna})
    assert jawaban.status_code == 422
    assert load_tema(pemda) == Tema()


def test_warna_yang_terlalu_terang_diberi_peringatan(sebagai: _Sebagai) -> None:
    isi = {**ISI, "warna_utama": "#ffee00", "aksi": "lihat"}
    jawaban = sebagai("pengelola").post(reverse("tema_pemda", args=[_pemda().pk]), isi)
    assert "terlalu terang" in jawaban.content.decode()


def test_kueri_halaman_tetap_berapa_pun_instansinya(
    sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client, pemda = sebagai("pengelola"), _pemda()
    alamat = reverse("tema_pemda", args=[pemda.pk])
    with CaptureQueriesContext(connection) as awal:
        client.get(alamat)
    Instansi.objects.bulk_create(Instansi(kode=f"TAMBAH-{n}", nama=f"Dinas {n}", pemda=pemda) for n in range(5))
    with django_assert_num_queries(len(awal)):
        client.get(alamat)
