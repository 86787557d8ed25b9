"""The workbook as a value: the day on which its report asks for figures."""

from __future__ import annotations

from datetime import date

import pytest

from lkjip.besaran import hitung
from lkjip.dasar.hasil import Keadaan
from lkjip.data import BukuKerja
from lkjip.laporan.data import DataLaporan, IdentitasLaporan, JenisLaporan
from tests.pembuat import buat_data, buat_kinerja, buat_renstra, target, tw


@pytest.mark.parametrize(
    ("identitas", "hari"),
    [
        (IdentitasLaporan(), date(2024, 12, 31)),
        (IdentitasLaporan(JenisLaporan.TRIWULAN, 1), date(2024, 3, 31)),
        (IdentitasLaporan(JenisLaporan.TRIWULAN, 1, date(2024, 4, 12)), date(2024, 4, 12)),
        (IdentitasLaporan(JenisLaporan.TAHUNAN, None, date(2025, 2, 14)), date(2025, 2, 14)),
    ],
)
def test_laporan_bertanya_pada_harinya_sendiri_atau_akhir_masanya(identitas: IdentitasLaporan, hari: date) -> None:
    assert BukuKerja(buat_data(), DataLaporan(identitas)).hari_laporan == hari


def test_pada_suatu_hari_hanya_yang_kosong_berubah_menjadi_belum_waktunya() -> None:
    renstra = buat_renstra(daftar_target_tahunan=(target("I1", 50),))
    buku = BukuKerja(buat_data(buat_kinerja(renstra, daftar_kinerja_triwulan=(tw("I1", 1, 25),))))
    maret = buku.pada(date(2024, 3, 31))
    for triwulan, keadaan in ((1, Keadaan.ADA), (2, Keadaan.BELUM_WAKTUNYA)):
        assert hitung(maret.data, "capaian", "I1", triwulan=triwulan).keadaan is keadaan
    assert hitung(buku.data, "capaian", "I1", triwulan=2).keadaan is Keadaan.KOSONG
    assert hitung(maret.data, "capaian", "I1", triwulan=1) == hitung(buku.data, "capaian", "I1", triwulan=1)
