"""A row and what it points at belong to one agency, one Renstra and one agency-year, whoever writes it."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, connection, models, transaction
from django.test import Client
from django.urls import reverse

from anggaran.models import Anggaran, Belanja, IndikatorAnggaran, Penunjang, RealisasiAnggaran
from kinerja.models import KinerjaTriwulan, RealisasiTahunan
from renstra.models import Indikator, Instansi, Perjanjian, Renstra, Sasaran, TahunKinerja, Tujuan

pytestmark = pytest.mark.django_db


def _dunia(kode: str) -> SimpleNamespace:
    instansi = Instansi.objects.create(kode=kode)
    renstra = Renstra.objects.create(instansi=instansi)
    tahun = TahunKinerja.objects.create(instansi=instansi, tahun=2024, renstra=renstra)
    tujuan = Tujuan.objects.create(renstra=renstra, kode="T1", urutan=1)
    sasaran = Sasaran.objects.create(renstra=renstra, kode="S1", tujuan=tujuan, urutan=1)
    indikator = Indikator.objects.create(renstra=renstra, kode="I1", sasaran=sasaran, urutan=1)
    keluaran = Indikator.objects.create(tahun_kinerja=tahun, kode="K1", urutan=2)
    anggaran = Anggaran.objects.create(tahun_kinerja=tahun, kode="1", urutan=1)
    belanja = Belanja.objects.create(tahun_kinerja=tahun, kode="5", urutan=1)
    return SimpleNamespace(**locals())


@pytest.fixture
def dua() -> tuple[SimpleNamespace, SimpleNamespace]:
    return _dunia("A"), _dunia("B")


Buat = Callable[[SimpleNamespace, SimpleNamespace], models.Model]
SALAH: dict[str, Buat] = {
    "tahun_renstra": lambda a, b: TahunKinerja(instansi=a.instansi, tahun=2025, renstra=b.renstra),
    "sasaran_tujuan": lambda a, b: Sasaran(renstra=a.renstra, kode="S9", tujuan=b.tujuan, urutan=9),
    "indikator_sasaran": lambda a, b: Indikator(renstra=a.renstra, kode="I9", sasaran=b.sasaran, urutan=9),
    "anggaran_sasaran": lambda a, b: Anggaran(tahun_kinerja=a.tahun, kode="9", sasaran=b.sasaran, urutan=9),
    "anggaran_induk": lambda a, b: Anggaran(tahun_kinerja=a.tahun, kode="9", induk=b.anggaran, urutan=9),
    "belanja_induk": lambda a, b: Belanja(tahun_kinerja=a.tahun, kode="9", induk=b.belanja, urutan=9),
    "tautan_indikator": lambda a, b: IndikatorAnggaran(anggaran=a.anggaran, indikator=b.keluaran),
    "realisasi_anggaran": lambda a, b: RealisasiAnggaran(
        tahun_kinerja=a.tahun, anggaran=b.anggaran, tahun=2024, triwulan=1, urutan=1
    ),
    "penunjang": lambda a, b: Penunjang(tahun_kinerja=a.tahun, anggaran=a.anggaran, mendukung=b.indikator, urutan=1),
    "triwulan": lambda a, b: KinerjaTriwulan(
        tahun_kinerja=a.tahun, indikator=b.indikator, tahun=2024, triwulan=1, urutan=1
    ),
    "triwulan_keluaran": lambda a, b: KinerjaTriwulan(
        tahun_kinerja=a.tahun, indikator=b.keluaran, tahun=2024, triwulan=1, urutan=1
    ),
    "realisasi_tahunan": lambda a, b: RealisasiTahunan(
        tahun_kinerja=a.tahun, indikator=b.indikator, tahun=2023, urutan=1
    ),
    "perjanjian": lambda a, b: Perjanjian(
        tahun_kinerja=a.tahun, indikator=b.indikator, tahun=2024, versi="murni", urutan=1
    ),
}


@pytest.mark.parametrize("nama", SALAH)
def test_rujukan_ke_instansi_lain_ditolak_juga_lewat_bulk_create(
    nama: str, dua: tuple[SimpleNamespace, SimpleNamespace]
) -> None:
    a, b = dua
    salah, benar = SALAH[nama](a, b), SALAH[nama](a, a)
    with pytest.raises(IntegrityError, match="Rujukan"), transaction.atomic():
        type(salah)._base_manager.bulk_create([salah])
    type(benar)._base_manager.bulk_create([benar])


def test_rujukan_yang_dipindah_dengan_sql_ditolak(dua: tuple[SimpleNamespace, SimpleNamespace]) -> None:
    a, b = dua
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as kursor:
        kursor.execute("UPDATE anggaran_anggaran SET sasaran_id = %s WHERE id = %s", [b.sasaran.pk, a.anggaran.pk])
    with pytest.raises(IntegrityError), transaction.atomic():
        Indikator.objects.filter(pk=a.indikator.pk).update(sasaran=b.sasaran)
    assert Anggaran.objects.filter(pk=a.anggaran.pk).update(sasaran=a.sasaran) == 1


def test_admin_mengatakannya_di_kolomnya(client: Client, dua: tuple[SimpleNamespace, SimpleNamespace]) -> None:
    a, b = dua
    client.force_login(get_user_model().objects.create_superuser("root", nama="Root", password="x"))
    isian = {"renstra": a.renstra.pk, "tujuan": b.tujuan.pk, "kode": "S9", "urutan": 9}
    jawaban = client.post(reverse("admin:renstra_sasaran_add"), isian)
    assert jawaban.status_code == 200
    assert "milik instansi, Renstra, atau tahun lain" in jawaban.content.decode()
    assert not Sasaran.objects.filter(kode="S9").exists()
