"""The start page says what evaluations and reviu wait for."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kinerja.data_evaluasi import TahapEvaluasi
from kinerja.data_reviu import TahapReviu
from kinerja.models import CatatanReviu, Reviu
from lkjip.akun.models import Pengguna
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import TahunKinerja
from tests.evaluasi.dunia_alur import DuniaEvaluasi, buat_dunia, sampai
from tests.situs.pemeran import SENDIRI, TAHUN

pytestmark = pytest.mark.django_db


@pytest.fixture
def dunia(db: None) -> DuniaEvaluasi:
    return buat_dunia()


def _beranda(client: Client, pengguna: Pengguna) -> str:
    client.force_login(pengguna)
    return client.get(reverse("beranda")).content.decode()


def test_penilaian_mandiri_dikerjakan_perencana_bukan_kepala(client: Client, dunia: DuniaEvaluasi) -> None:
    sampai(dunia, TahapEvaluasi.PENILAIAN)
    alamat = reverse("penilaian_mandiri", args=[SENDIRI, TAHUN])
    assert alamat in _beranda(client, dunia["perencana"])
    assert alamat not in _beranda(client, dunia["kepala"])
    assert alamat not in _beranda(client, dunia["anggota"])


def test_catatan_reviu_menunggu_instansi_sampai_ditanggapi(client: Client, dunia: DuniaEvaluasi) -> None:
    with konteks_riwayat(jalur="uji"):
        reviu = Reviu.objects.create(
            tahun_kinerja=TahunKinerja.objects.get(instansi=dunia.instansi, tahun=TAHUN), tahap=TahapReviu.TANGGAPAN,
            pereviu=dunia["anggota"], nama_pereviu="Tuan anggota", mulai=timezone.now(),
        )  # fmt: skip
        catatan = CatatanReviu.objects.create(reviu=reviu, isi="Perjelas.", nama_oleh="A", waktu=timezone.now())
    assert "menunggu tanggapan" in _beranda(client, dunia["perencana"])
    assert "belum selesai" in _beranda(client, dunia["anggota"])
    assert "Reviu laporan" not in _beranda(client, dunia["luar"])
    with konteks_riwayat(jalur="uji"):
        catatan.tanggapan, catatan.nama_penanggap, catatan.ditanggapi_pada = "Sudah.", "P", timezone.now()
        catatan.save()
    assert "menunggu tanggapan" not in _beranda(client, dunia["perencana"])
