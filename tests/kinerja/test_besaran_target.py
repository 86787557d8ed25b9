"""Targets of quarters: a quarter's own only, and what they add up to."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.data import KinerjaTriwulan
from lkjip.besaran import hitung
from renstra.data import Akumulasi, Indikator, JenisIndikator
from tests.pembuat import TAHUN, buat_data, buat_kinerja, buat_renstra, target

ANGKA = st.decimals(-10_000, 10_000, places=2)


def _data(cara: Akumulasi | None, *nilai: Decimal | None, jenis: JenisIndikator | None = None, huruf: str = ""):  # type: ignore[no-untyped-def]
    renstra = buat_renstra(
        Indikator("I1", "S1", akumulasi=cara, jenis=jenis), daftar_target_tahunan=(target("I1", 100),)
    )
    baris = tuple(KinerjaTriwulan("I1", TAHUN, n, target=t, predikat_target=huruf) for n, t in enumerate(nilai, 1))
    return buat_data(buat_kinerja(renstra, daftar_kinerja_triwulan=baris))


@given(st.lists(ANGKA, min_size=4, max_size=4))
def test_target_triwulan_terhimpun_menurut_akumulasi(nilai: list[Decimal]) -> None:
    harapan = {
        Akumulasi.AKHIR: nilai[-1],
        Akumulasi.JUMLAH: sum(nilai, Decimal(0)),
        Akumulasi.RATA_RATA: sum(nilai, Decimal(0)) / 4,
        Akumulasi.MAKSIMUM: max(nilai),
        None: nilai[-1],
    }
    for cara, angka in harapan.items():
        assert hitung(_data(cara, *nilai), "target_terhimpun", "I1").angka == angka


def test_tanpa_target_triwulan_sendiri_tidak_ada_angka() -> None:
    data = _data(Akumulasi.JUMLAH, Decimal(10), None, Decimal(20), None)
    assert hitung(data, "target_triwulan", "I1", triwulan=1).angka == 10
    assert not hitung(data, "target_triwulan", "I1", triwulan=2).ada  # the year's 100 does not count
    assert not hitung(data, "target_terhimpun", "I1").ada
    assert not hitung(data, "target_triwulan", "I1").ada
    assert not hitung(data, "target_terhimpun", "ENTAH").ada


@pytest.mark.parametrize(
    ("jenis", "huruf", "kata"),
    [
        (JenisIndikator.PREDIKAT, "BB", "BB"),
        (JenisIndikator.PREDIKAT, "", "A"),
        (JenisIndikator.INDEKS, "", None),
    ],
)
def test_predikat_target_triwulan(jenis: JenisIndikator, huruf: str, kata: str | None) -> None:
    data = _data(None, Decimal(85), jenis=jenis, huruf=huruf)
    assert hitung(data, "predikat_target_triwulan", "I1", triwulan=1).kata == kata
