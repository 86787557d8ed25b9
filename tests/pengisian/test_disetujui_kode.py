"""Accepted figures keep to their own row, whatever becomes of the kode by which they are asked for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from anggaran.models import Anggaran
from renstra.models import Indikator as BarisIndikator
from renstra.models import TahunKinerja, TargetTahunan
from tests.pembuat import TAHUN
from tests.pengisian.test_disetujui import _disetujui, _ganti_kode, _hasil, _impor_target_baru, _tahun  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_disetujui")]


def test_kode_yang_dipakai_lagi_tidak_mengambil_angka_indikator_lain() -> None:
    _ganti_kode()
    sasaran = BarisIndikator.objects.get(kode="IKU-1", renstra__daftar_tahun=_tahun()).sasaran
    assert sasaran is not None
    baru = BarisIndikator.objects.create(renstra=sasaran.renstra, sasaran=sasaran, kode="I1", urutan=9)
    TargetTahunan.objects.create(indikator=baru, tahun=TAHUN, target=Decimal(10))
    assert _hasil("capaian", 1, "IKU-1").nilai == 40
    assert not _hasil("capaian", 1, "I1").ada
    assert _hasil("selisih_target", 1, "I1").nilai == 10


def test_kode_anggaran_yang_menyamai_kode_lain_tidak_mengubah_angkanya() -> None:
    semula = _hasil("rata_rata_sasaran", 1, "S1"), _hasil("capaian", 1, "I1")
    for kode in ("S1", "I1"):
        Anggaran.objects.filter(tahun_kinerja=_tahun()).update(kode=kode)
        assert (_hasil("rata_rata_sasaran", 1, "S1"), _hasil("capaian", 1, "I1")) == semula


def test_kode_yang_diganti_setelah_tahun_ini_punya_renstra_sendiri() -> None:
    """Another year shares the plan; the import of a changed one gives this year new indicators of the same kode."""
    lama = _tahun()
    TahunKinerja.objects.create(instansi=lama.instansi, tahun=TAHUN + 1, renstra=lama.renstra, nama=lama.nama)
    semula = BarisIndikator.objects.get(kode="I1", renstra=lama.renstra).pk
    _impor_target_baru()
    assert BarisIndikator.objects.get(kode="I1", renstra__daftar_tahun=_tahun()).pk != semula
    assert _hasil("capaian", 1, "I1").nilai == 40
    _ganti_kode()
    assert _hasil("capaian", 1, "IKU-1").nilai == 40
