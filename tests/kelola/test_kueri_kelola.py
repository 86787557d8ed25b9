"""The number of queries is that of one row, however many agencies, users, terms or units there are."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lkjip.akun.models import Pengguna
from renstra.models import Instansi, Pejabat, Penugasan, TahunKinerja, UnitKerja, UnitPenugasan
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI


def _tambah(banyak: int) -> None:
    """Agencies with a unit and a year, users who are limited to it, terms of each post."""
    sendiri = Instansi.objects.get(kode=SENDIRI)
    renstra = TahunKinerja.objects.filter(instansi=sendiri).first()
    assert renstra is not None
    for n in range(banyak):
        instansi = Instansi.objects.create(kode=f"X{n}", nama=f"Dinas X{n}", pemda=sendiri.pemda)
        unit = UnitKerja.objects.create(instansi=sendiri, nama=f"Unit {n}")
        orang = Pengguna.objects.create_user(f"orang{n}", nama=f"Orang {n}")
        for tempat in (sendiri, instansi):
            tugas = Penugasan.objects.create(pengguna=orang, peran="perencana", instansi=tempat)
        UnitPenugasan.objects.create(penugasan=Penugasan.objects.get(pengguna=orang, instansi=sendiri), unit=unit)
        satu = Pengguna.objects.get(username="perencana")
        tugas = Penugasan.objects.create(pengguna=satu, peran="perencana", instansi=instansi)
        isi = {"nama": f"Ani {n}", "mulai": date(2000 + n, 1, 1), "sampai": date(2000 + n, 6, 1)}
        for milik in ({"instansi": sendiri}, {"instansi": sendiri, "unit": unit}, {"pemda": sendiri.pemda}):
            Pejabat.objects.create(jabatan="Kepala", **milik, **isi)
        TahunKinerja.objects.create(instansi=sendiri, tahun=1950 + n, renstra=renstra.renstra)
        assert tugas.pk


def _banyak_kueri(sebagai: _Sebagai, nama: str, *argumen: object) -> int:
    client = sebagai("pengelola")
    with CaptureQueriesContext(connection) as kueri:
        assert client.get(reverse(nama, args=argumen)).status_code == 200
    return len(kueri)


@pytest.mark.parametrize(
    "nama",
    [
        *("kelola_pemda", "kelola_pengguna", "undang_pengguna", "kepala_daerah", "logo_pemda", "aturan_pengisian"),
        *("profil_instansi", "pejabat", "pengguna_pemda"),
    ],
)
def test_satu_dan_empat_puluh_baris_sama_banyak_kuerinya(sebagai: _Sebagai, nama: str) -> None:
    instansi = Instansi.objects.get(kode=SENDIRI)
    argumen: list[object] = [instansi.kode] if nama in {"profil_instansi", "pejabat"} else [instansi.pemda_id]
    if nama == "pengguna_pemda":
        argumen.append(sebagai.pemeran["perencana"].pk)
    _tambah(1)
    sedikit = _banyak_kueri(sebagai, nama, *argumen)
    Instansi.objects.filter(kode="X0").delete()
    for model in (Pejabat, UnitKerja):
        model.objects.filter(instansi=instansi).delete()
    Pejabat.objects.all().delete()
    Pengguna.objects.filter(username="orang0").delete()
    TahunKinerja.objects.filter(tahun=1950).delete()
    _tambah(40)
    assert _banyak_kueri(sebagai, nama, *argumen) == sedikit <= 25
