"""The figures of an approved quarter stay what was approved, whatever version of the plan the year follows later."""

from __future__ import annotations

import pytest

from lkjip.perencanaan.services_versi import batalkan_reviu, buat_reviu
from renstra.models import Indikator, Renstra, TargetTahunan
from tests.pembuat import D
from tests.pengisian.dunia import buat_pengguna
from tests.pengisian.test_disetujui import _disetujui, _hasil, _tahun  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_disetujui")]


def test_angka_yang_disetujui_bertahan_melewati_reviu_dan_pembatalannya() -> None:
    semula = _hasil("capaian", 1, "I1").nilai
    oleh = buat_pengguna("penguji")
    buat_reviu(renstra=_tahun().renstra, daftar_tahun=[_tahun()], oleh=oleh)
    baru = _tahun().renstra
    assert _hasil("capaian", 1, "I1").nilai == semula
    TargetTahunan.objects.filter(indikator__renstra=baru).update(target=D(50))
    assert _hasil("capaian", 1, "I1").nilai == semula
    Indikator.objects.filter(renstra=baru, kode="I1").update(kode="IKU-1")
    assert _hasil("capaian", 1, "IKU-1").nilai == semula
    Indikator.objects.filter(renstra=baru, kode="IKU-1").update(kode="I1")
    batalkan_reviu(renstra=baru, oleh=oleh)
    assert Renstra.objects.filter(pk=baru.pk).count() == 0
    assert _hasil("capaian", 1, "I1").nilai == semula
