"""`manage.py buat_demo`: a log-in for every role, repeatable, never on a server."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.services import impor_buku
from lkjip.laporan.models import HalamanPublik
from lkjip.management.commands.buat_demo import SANDI_DEMO
from renstra.models import Penugasan, Peran, UnitKerja, UnitPenugasan

CONTOH = Path(__file__).resolve().parents[2] / "contoh" / "bkd-kaltim-2024"
pytestmark = pytest.mark.django_db


def _jalankan() -> str:
    keluaran = StringIO()
    call_command("buat_demo", stdout=keluaran)
    return keluaran.getvalue()


def test_membuat_satu_akun_untuk_setiap_peran_dan_mencetak_sandi(settings: Settings) -> None:
    settings.DEBUG = True
    keluaran = _jalankan()
    assert SANDI_DEMO in keluaran
    assert set(Penugasan.objects.values_list("peran", flat=True)) == set(Peran.values)
    assert Pengguna.objects.get(username="kepala").check_password(SANDI_DEMO)


def test_pengguna_bidang_dibatasi_pada_unitnya(settings: Settings) -> None:
    settings.DEBUG = True
    assert "unit Sekretariat" in _jalankan()
    batas = UnitPenugasan.objects.get(penugasan__pengguna__username="bidang")
    assert batas.unit.nama == "Sekretariat"


def test_unit_demo_dari_teks_buku_kerja(settings: Settings) -> None:
    settings.DEBUG = True
    buku = baca_buku(CONTOH).buku
    assert buku is not None
    impor_buku(buku=buku)
    for _ in range(2):
        _jalankan()
    daftar = UnitKerja.objects.filter(instansi__kode="BKD-KALTIM").values_list("nama", flat=True)
    assert "Sekretariat" in daftar
    assert "Badan Kepegawaian Daerah Provinsi Kalimantan Timur" not in daftar
    assert len(daftar) == 3


def test_dapat_diulang(settings: Settings) -> None:
    settings.DEBUG = True
    _jalankan()
    sebelum = (Pengguna.objects.count(), Penugasan.objects.count())
    _jalankan()
    assert (Pengguna.objects.count(), Penugasan.objects.count()) == sebelum


def test_menolak_di_server(settings: Settings) -> None:
    settings.DEBUG = False
    with pytest.raises(CommandError, match="tidak dibuat di server"):
        _jalankan()
    assert not Pengguna.objects.exists()


def test_halaman_publik_pemda_contoh_terbuka_dan_yang_ditutup_tetap_tertutup(settings: Settings) -> None:
    settings.DEBUG = True
    _jalankan()
    halaman = HalamanPublik.objects.get()
    assert (halaman.alamat, halaman.aktif) == ("provinsi-kalimantan-timur", True)
    HalamanPublik.objects.update(aktif=False)
    _jalankan()
    assert not HalamanPublik.objects.get().aktif
