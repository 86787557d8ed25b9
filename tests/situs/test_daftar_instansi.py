"""The list of agencies: search, filter, pages, and a number of queries that rows do not change."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from renstra.models import Instansi, Pemda
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, SEPEMDA


def _isi(client: Client, **saring: str | int) -> str:
    return client.get(reverse("daftar_instansi"), saring).content.decode()


def _tambah(banyak: int, pemda: Pemda) -> None:
    Instansi.objects.bulk_create(
        Instansi(kode=f"X{n:03}", nama=f"Kantor Nomor {n:03}", pemda=pemda) for n in range(banyak)
    )


def test_hanya_instansi_dalam_penugasan(sebagai: _Sebagai) -> None:
    isi = _isi(sebagai("inspektorat"))
    assert SENDIRI in isi
    assert SEPEMDA in isi
    assert ASING not in isi


def test_cari_menurut_nama_dan_kode(sebagai: _Sebagai) -> None:
    isi = _isi(sebagai("admin"), cari="b1")
    assert ASING in isi
    assert SENDIRI not in isi


def test_cari_tanpa_hasil_mengatakan_demikian(sebagai: _Sebagai) -> None:
    assert "Tidak ada instansi" in _isi(sebagai("admin"), cari="tidak-mungkin-ada")


def test_saring_menurut_pemda(sebagai: _Sebagai) -> None:
    pemda = Pemda.objects.get(nama="Kabupaten B")
    isi = _isi(sebagai("admin"), pemda=pemda.pk)
    assert ASING in isi
    assert SENDIRI not in isi


@pytest.mark.parametrize("saring", [{"pemda": "abc"}, {"halaman": "9999"}, {"halaman": "x"}, {"cari": "\x00"}])
def test_saringan_aneh_tidak_menjatuhkan_halaman(sebagai: _Sebagai, saring: dict[str, str]) -> None:
    assert sebagai("admin").get(reverse("daftar_instansi"), saring).status_code == 200


def test_banyak_kueri_tetap_walau_baris_bertambah(sebagai: _Sebagai) -> None:
    client = sebagai("admin")
    with CaptureQueriesContext(
        connection,
    ) as sedikit:
        _isi(client)
    _tambah(60, Pemda.objects.get(nama="Kabupaten A"))
    with CaptureQueriesContext(connection) as banyak:
        isi = _isi(client)
    assert "Halaman 1 dari 3" in isi
    assert len(banyak) == len(sedikit) <= 8
