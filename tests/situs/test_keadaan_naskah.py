"""The report's page says which places are empty or out of date, whatever their number in one query."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from lkjip.laporan.models import CatatanNaskah, Narasi
from lkjip.laporan.selectors_naskah import load_catatan
from renstra.models import TahunKinerja
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN

LAMA = {"besaran": "rata_rata_total", "subjek": "", "tahun": TAHUN, "triwulan": None, "versi": "", "nilai": "12.5"}
TEMPAT = ("bab4.kesimpulan", "bab1.latar_belakang", "bab2.renstra", "bab3.efisiensi")


def tulis_lama(tahun: TahunKinerja, *daftar_bagian: str) -> None:
    for urutan, bagian in enumerate(daftar_bagian):
        Narasi.objects.create(tahun_kinerja=tahun, urutan=900 + urutan, bagian=bagian, nomor=1, isi="Uraian.")
        CatatanNaskah.objects.create(
            tahun_kinerja=tahun, urutan=900 + urutan, bagian=bagian, angka=[LAMA], ditulis_pada=timezone.now()
        )


def kueri(sebagai: _Sebagai, alamat: str) -> tuple[int, str]:
    client = sebagai("perencana")
    with CaptureQueriesContext(
        connection,
    ) as tercatat:
        isi = client.get(alamat).content.decode()
    return len(tercatat), isi


def test_halaman_laporan_menyebut_bagian_kosong_dan_usang(sebagai: _Sebagai) -> None:
    alamat = reverse("laporan", args=[SENDIRI, TAHUN])
    tahun = TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN)
    tulis_lama(tahun, TEMPAT[0])
    satu, isi = kueri(sebagai, alamat)
    assert "bagian wajib masih kosong" in isi
    assert "1 bagian usang" in isi
    assert "12,50% →" in isi
    assert reverse("naskah_ruas", args=[SENDIRI, TAHUN, TEMPAT[0]]) in isi
    tulis_lama(tahun, *TEMPAT[1:])
    banyak, isi = kueri(sebagai, alamat)
    assert "4 bagian usang" in isi
    assert banyak == satu


@pytest.mark.usefixtures("pemeran")
def test_catatan_dimuat_per_bagian() -> None:
    tahun = TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN)
    assert load_catatan(tahun) == {}
    tulis_lama(tahun, TEMPAT[0])
    with CaptureQueriesContext(connection) as tercatat:
        (catatan,) = load_catatan(tahun).values()
    assert len(tercatat) == 1
    assert (catatan.bagian, catatan.angka, catatan.oleh) == (TEMPAT[0], (LAMA,), "")
