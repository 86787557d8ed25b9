"""The desk and the pages of one evaluation ask as often for many rows as for one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from kinerja.data_evaluasi import AsalEvaluasi, TahapEvaluasi
from kinerja.models import Evaluasi, TimEvaluasi
from kinerja.selectors_meja import daftar_giliran
from kinerja.selectors_pengisian import hari_ini
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import Instansi
from tests.evaluasi.dunia_alur import DuniaEvaluasi, buat_dunia, buka, catat, jawab_semua, sampai

pytestmark = pytest.mark.django_db
MEJA, IKHTISAR, IKHTISAR_LENGKAP = 12, 22, 85


@pytest.fixture
def dunia(db: None) -> DuniaEvaluasi:
    return buat_dunia()


def _banyak(dunia: DuniaEvaluasi, contoh: Evaluasi, banyak: int) -> None:
    """More agencies of the pemda, each with an evaluation by the same team."""
    with konteks_riwayat(jalur="uji"):
        for n in range(banyak):
            instansi = Instansi.objects.create(kode=f"X{n}", nama=f"Dinas X{n}", pemda=dunia.pemda)
            baru = Evaluasi.objects.create(
                instansi=instansi, tahun=contoh.tahun, skema=contoh.skema, tingkat=contoh.tingkat,
                asal=AsalEvaluasi.DIKERJAKAN, tahap=TahapEvaluasi.PENILAIAN,
            )  # fmt: skip
            for pk, peran in dunia.tim.peran_per_pengguna.items():
                TimEvaluasi.objects.create(evaluasi=baru, pengguna_id=pk, peran=peran)


@pytest.mark.parametrize("banyak", [0, 30])
def test_meja_tetap_sekian_kueri(
    client: Client, dunia: DuniaEvaluasi, django_assert_num_queries: DjangoAssertNumQueries, banyak: int
) -> None:
    _banyak(dunia, buka(dunia), banyak)
    client.force_login(dunia["ketua"])
    with django_assert_num_queries(MEJA):
        isi = client.get(reverse("meja_evaluasi") + "?tahun=2024&menunggu=ya").content.decode()
    assert isi.count('scope="row"') == banyak + 1
    cari = client.get(reverse("meja_evaluasi") + "?tahun=2024&cari=Dinas+X1&tahap=penilaian")
    assert cari.content.decode().count('scope="row"') == (11 if banyak else 0)


@pytest.mark.parametrize(("terisi", "temuan"), [(False, 0), (True, 0), (True, 5)])
def test_ikhtisar_tetap_sekian_kueri(
    client: Client,
    dunia: DuniaEvaluasi,
    django_assert_num_queries: DjangoAssertNumQueries,
    terisi: bool,
    temuan: int,
) -> None:
    """A sheet that can be handed in is checked for warnings first, with the facts that this needs."""
    evaluasi = buka(dunia)
    if terisi:
        jawab_semua(evaluasi)
    for n in range(temuan):
        catat(evaluasi, f"Temuan {n}")
    client.force_login(dunia["ketua"])
    with django_assert_num_queries(IKHTISAR_LENGKAP if terisi else IKHTISAR):
        client.get(reverse("evaluasi", args=[evaluasi.pk]))


def test_giliran_berpindah_dan_kembali_ke_tim_setelah_batas_tanggapan(dunia: DuniaEvaluasi) -> None:
    evaluasi = sampai(dunia, TahapEvaluasi.TANGGAPAN)
    assert evaluasi.batas_tanggapan is not None
    assert not daftar_giliran(dunia["ketua"], hari_ini())
    lewat = evaluasi.batas_tanggapan + timedelta(days=1)
    assert daftar_giliran(dunia["ketua"], lewat) == [evaluasi]
    assert not daftar_giliran(dunia["anggota"], lewat)
