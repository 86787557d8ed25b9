"""A worker killed in the middle of its work: another one finishes, nothing is left over. With real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings as setelan
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_penyusunan import Bentuk, JenisBerkas, Pesanan
from lkjip.laporan.models import PekerjaBerkas, PenyusunanBerkas
from lkjip.penyusunan.services_sapu import sapu
from lkjip.penyusunan.simpanan import folder_hasil, path_hasil
from tests.pengisian.serentak import basis_data_berkas
from tests.penyusunan.dunia import pesan
from tests.situs.pemeran import siapkan_pemeran

pytestmark = pytest.mark.django_db(transaction=True)
Nyalakan = Callable[[], "subprocess.Popen[bytes]"]


def _alamat_basis_data() -> str:
    """The tests' own database, as DATABASE_URL names it."""
    isi = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{quote(str(isi['NAME']))}"
    return f"postgresql://{isi['USER']}@/{isi['NAME']}?host={isi['HOST']}"


@pytest.fixture
def nyalakan(tmp_path: Path, settings: Settings) -> Iterator[Nyalakan]:
    """Starts a worker on the tests' database; all are gone afterwards."""
    daftar: list[subprocess.Popen[bytes]] = []
    siapkan_pemeran()

    def mulai() -> subprocess.Popen[bytes]:
        daftar.append(
            subprocess.Popen(
                [sys.executable, "manage.py", "db_worker", "--no-startup-delay", "--interval", "0.1"],
                cwd=setelan.BASE_DIR,
                env={
                    **os.environ,
                    "DATABASE_URL": _alamat_basis_data(),
                    "LKJIP_BERKAS": str(settings.MEDIA_ROOT),
                    "DJANGO_SETTINGS_MODULE": "lkjip.settings",
                },
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )
        return daftar[-1]

    with basis_data_berkas(tmp_path / "uji.sqlite3"):
        yield mulai
        for satu in daftar:
            satu.kill()
            satu.wait()


def _tunggu(syarat: Callable[[], bool], detik: float = 30) -> None:
    batas = time.monotonic() + detik
    while not syarat():
        assert time.monotonic() < batas, list(PenyusunanBerkas.objects.values())
        time.sleep(0.03)


def _keadaan() -> str:
    return str(PenyusunanBerkas.objects.get().keadaan)


def _anak(pid: int) -> list[int]:
    isi = Path(f"/proc/{pid}/task")
    return [int(p) for utas in isi.iterdir() for p in (utas / "children").read_text().split()]


def test_pekerja_dibunuh_di_tengah_jalan_digantikan_yang_lain(nyalakan: Nyalakan) -> None:
    pesan(Pengguna.objects.get(username="kepala"))
    pertama = nyalakan()
    _tunggu(lambda: _keadaan() == "berjalan" and bool(_anak(pertama.pid)))
    (anak,) = _anak(pertama.pid)
    os.kill(pertama.pid, signal.SIGKILL)
    pertama.wait()
    assert _keadaan() == "berjalan"
    assert DBTaskResult.objects.get().status == "RUNNING"
    _tunggu(lambda: not Path(f"/proc/{anak}").exists())  # the child does not outlive its worker

    sapu(sekarang=timezone.now() + timedelta(seconds=31))
    assert _keadaan() == "antre"
    nyalakan()
    _tunggu(lambda: _keadaan() == "siap")
    baris = PenyusunanBerkas.objects.get()
    assert baris.percobaan == 2
    assert path_hasil(baris.hasil).read_bytes().startswith(b"%PDF-")
    _tunggu(lambda: sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["FAILED", "SUCCESSFUL"])
    assert [p.name for p in folder_hasil().iterdir() if p.suffix == ".pdf"] == [f"{baris.sidik}.pdf"]


def test_dua_pekerja_membagi_antrean_dan_pamit_bila_disuruh_berhenti(nyalakan: Nyalakan) -> None:
    kepala = Pengguna.objects.get(username="kepala")
    for jenis in (JenisBerkas.LAPORAN, JenisBerkas.IKU, JenisBerkas.RENCANA_AKSI, JenisBerkas.PERJANJIAN):
        pesan(kepala, Pesanan(jenis, Bentuk.HTML))
    dua = [nyalakan(), nyalakan()]
    _tunggu(lambda: PenyusunanBerkas.objects.filter(keadaan="siap").count() == 4)
    assert set(PenyusunanBerkas.objects.values_list("percobaan", flat=True)) == {1}
    _tunggu(lambda: PekerjaBerkas.objects.count() == 2)
    for satu in dua:
        satu.terminate()
        satu.wait(10)
    assert not PekerjaBerkas.objects.exists()
