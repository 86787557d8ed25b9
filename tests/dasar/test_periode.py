"""Quarters end on the right day and dates read as Indonesians write them."""

from __future__ import annotations

from datetime import date

import pytest

from lkjip.dasar.periode import akhir_tahun, akhir_triwulan, nama_triwulan, singkatan_triwulan, tulis_tanggal


@pytest.mark.parametrize(("triwulan", "bulan", "hari"), [(1, 3, 31), (2, 6, 30), (3, 9, 30), (4, 12, 31)])
def test_triwulan_berakhir_pada_hari_terakhir_bulan_ketiganya(triwulan: int, bulan: int, hari: int) -> None:
    assert akhir_triwulan(2024, triwulan) == date(2024, bulan, hari)


def test_tahun_berakhir_bersama_triwulan_keempat() -> None:
    assert akhir_tahun(2023) == akhir_triwulan(2023, 4)


def test_nama_triwulan_berangka_romawi() -> None:
    assert nama_triwulan(3) == "Triwulan III"
    assert singkatan_triwulan(4) == "TW IV"


@pytest.mark.parametrize(
    ("tanggal", "tulisan"), [(date(2025, 2, 28), "28 Februari 2025"), (date(2024, 12, 1), "1 Desember 2024")]
)
def test_tanggal_ditulis_dengan_nama_bulan_indonesia(tanggal: date, tulisan: str) -> None:
    assert tulis_tanggal(tanggal) == tulisan
