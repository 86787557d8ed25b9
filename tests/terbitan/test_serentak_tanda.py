"""Two clicks at once, and processes killed in the middle: never two signed versions, never a lost one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings as setelan
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_terbitan import CaraTandaTangan
from lkjip.laporan.models import TandaTanganTerbitan, TindakanTandaTangan
from lkjip.laporan.signing.setelan import kepercayaan
from lkjip.laporan.signing.verifikasi import verifikasi
from lkjip.laporan.simpanan_terbitan import baca_berkas
from lkjip.terbitan.services_pulih_tanda_tangan import HasilPulih, pulihkan_tindakan
from lkjip.terbitan.services_tanda_tangan import TandaTanganDitolak
from lkjip.terbitan.simpanan_tindakan import BerkasKembali, daftar_kembali, simpan_kembali
from tests.laporan.signing import pejabat_uji
from tests.pengisian.serentak import basis_data_berkas, serentak
from tests.situs.pemeran import siapkan_pemeran
from tests.terbitan.dunia_tanda import DuniaTanda, buat_dunia_tanda, penanda, percayai, tandai, teken

pytestmark = pytest.mark.django_db(transaction=True)
_GUBERNUR = {"bidang": "ttd-kepala-daerah", "nama": "Contoh Gubernur"}


@pytest.fixture(autouse=True)
def _berkas(transactional_db: None, settings: Settings, tmp_path: Path) -> Iterator[None]:
    percayai(settings, tmp_path)
    folder = Path(settings.KUNCI) / "pemegang"
    folder.mkdir()
    (folder / "kepala.p12").write_bytes(pejabat_uji.p12(pejabat_uji.kepala()))
    with basis_data_berkas(tmp_path / "uji.sqlite3"):
        yield


@pytest.fixture
def kepala(_berkas: None) -> Pengguna:
    return siapkan_pemeran()["kepala"]


@pytest.fixture
def dunia(kepala: Pengguna) -> DuniaTanda:
    return buat_dunia_tanda()


def _satu_versi(dunia: DuniaTanda) -> None:
    """One signature, one attempt that succeeded, and the file that counts is good."""
    tanda = dunia.segar().kepala
    assert (dunia.terbitan.keadaan, dunia.terbitan.sidik_kini) == ("ditandatangani", tanda.sidik_hasil)
    assert TindakanTandaTangan.objects.filter(keadaan="berhasil").count() == 1
    assert not TindakanTandaTangan.objects.filter(keadaan="berlangsung").exists()
    hasil = verifikasi(baca_berkas(tanda.sidik_hasil), kepercayaan())
    assert (hasil.sah, len(hasil.daftar)) == (True, 1)
    assert list(daftar_kembali()) == []


def test_klik_serentak_hanya_menghasilkan_satu_tanda_tangan(dunia: DuniaTanda, kepala: Pengguna) -> None:
    hasil = serentak([partial(teken, dunia, kepala)] * 5)
    assert sum(isinstance(satu, TandaTanganTerbitan) for satu in hasil) == 1, hasil
    assert sum(isinstance(satu, TandaTanganDitolak) for satu in hasil) == 4, hasil
    _satu_versi(dunia)


def test_dua_tempat_ditandatangani_serentak_tidak_saling_menimpa(kepala: Pengguna) -> None:
    """Both signed the same bytes would leave one of them out: the second has to read and sign anew."""
    dunia = buat_dunia_tanda(tempat=({"bidang": "ttd-kepala", "nama": "Contoh Nama"}, _GUBERNUR))
    gubernur = penanda(pejabat_uji.gubernur())
    hasil = serentak([partial(teken, dunia, kepala), partial(teken, dunia, kepala, gubernur, ke=1)])
    assert sum(isinstance(satu, TandaTanganTerbitan) for satu in hasil) == 1, hasil
    assert sum(bool(satu.sidik_hasil) for satu in dunia.segar().daftar) == 1
    assert dunia.terbitan.keadaan == "final"


def test_pemulihan_serentak_menyelesaikan_sekali(dunia: DuniaTanda, kepala: Pengguna) -> None:
    tindakan = TindakanTandaTangan.objects.create(
        terbitan=dunia.terbitan, tanda_tangan=dunia.kepala, cara=CaraTandaTangan.P12.value, oleh=kepala,
        sidik_masuk=dunia.terbitan.sidik_kini, mulai=timezone.now(),
    )  # fmt: skip
    simpan_kembali(tindakan.pk, BerkasKembali(tandai(), tindakan.sidik_masuk))
    nanti = timezone.now() + timedelta(seconds=setelan.TINDAKAN_DETIK + 60)
    hasil = serentak([partial(pulihkan_tindakan, sekarang=nanti)] * 3)
    assert all(isinstance(satu, HasilPulih) for satu in hasil), hasil
    _satu_versi(dunia)


def _alamat_basis_data() -> str:
    isi = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{quote(str(isi['NAME']))}"
    return f"postgresql://{isi['USER']}@/{isi['NAME']}?host={isi['HOST']}"


def _bunuh_di(dunia: DuniaTanda, tempat: str, tmp_path: Path) -> None:
    """A real process signs, and is killed (-9) at this place."""
    tanda = tmp_path / "sampai"
    lingkungan = {
        "DATABASE_URL": _alamat_basis_data(), "LKJIP_BERKAS": str(setelan.MEDIA_ROOT),
        "LKJIP_KUNCI": str(setelan.KUNCI), "DJANGO_SETTINGS_MODULE": "lkjip.settings",
    }  # fmt: skip
    perintah = [sys.executable, "-m", "tests.terbitan.proses_tanda", str(dunia.kepala.pk), "kepala", tempat, str(tanda)]
    proses = subprocess.Popen(
        perintah, cwd=setelan.BASE_DIR, env={**os.environ, **lingkungan}, stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert proses.stdin is not None
    proses.stdin.write(pejabat_uji.SANDI.encode() + b"\n")
    proses.stdin.flush()
    batas = time.monotonic() + 60
    while not tanda.exists():
        assert proses.poll() is None, proses.communicate()[1].decode()[-2000:]
        assert time.monotonic() < batas
        time.sleep(0.05)
    os.kill(proses.pid, signal.SIGKILL)
    proses.communicate()


@pytest.mark.parametrize(("tempat", "diselesaikan"), [("penanda", 0), ("kembali", 1), ("simpan", 1)])
def test_proses_yang_dibunuh_tidak_menghilangkan_dan_tidak_menggandakan(
    dunia: DuniaTanda, kepala: Pengguna, settings: Settings, tmp_path: Path, tempat: str, diselesaikan: int
) -> None:
    _bunuh_di(dunia, tempat, tmp_path)
    assert dunia.segar().terbitan.keadaan == "final"
    assert TindakanTandaTangan.objects.get().keadaan == "berlangsung"
    with pytest.raises(TandaTanganDitolak, match="sedang ditandatangani"):
        teken(dunia, kepala)
    TindakanTandaTangan.objects.update(mulai=timezone.now() - timedelta(seconds=settings.TINDAKAN_DETIK + 60))
    call_command("pulihkan_tanda_tangan")
    if not diselesaikan:
        assert TindakanTandaTangan.objects.get().keadaan == "terputus"
        teken(dunia, kepala)
    _satu_versi(dunia)
