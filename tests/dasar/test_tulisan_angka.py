"""Indonesian writing of numbers and the one rounding."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.dasar.tulisan_angka import (
    bulat,
    terbilang,
    tulis_angka,
    tulis_persen,
    tulis_polos,
    tulis_rupiah,
    tulis_tepat,
    tulis_uang,
)


@pytest.mark.parametrize(
    ("tulisan", "harapan"),
    [
        (tulis_angka(Decimal("1234567.895")), "1.234.567,9"),
        (tulis_angka(Decimal("90.43")), "90,43"),
        (tulis_angka(Decimal("-0.001"), 2), "0,00"),
        (tulis_angka(Decimal("100")), "100"),
        (tulis_angka(Decimal("1000"), 0), "1.000"),
        (tulis_persen(Decimal("97.405")), "97,41%"),
        (tulis_rupiah(Decimal("53700257782")), "Rp53.700.257.782,00"),
        (tulis_rupiah(Decimal("-27346788906.5")), "(Rp27.346.788.906,50)"),
        (tulis_uang(Decimal("60940205374.11")), "60.940.205.374,11"),
        (tulis_uang(Decimal("53700257782")), "53.700.257.782"),
        (tulis_tepat(Decimal("98.1230")), "98,123"),
        (tulis_polos(Decimal(9043) / Decimal(90)), "100.4777777778"),
        (tulis_polos(Decimal("1E+3")), "1000"),
    ],
)
def test_angka_ditulis_seperti_di_kantor(tulisan: str, harapan: str) -> None:
    assert tulisan == harapan


@pytest.mark.parametrize(
    ("angka", "kata"),
    [(0, "nol"), (11, "sebelas"), (16, "enam belas"), (100, "seratus"), (1000, "seribu"), (1001, "seribu satu"),
     (1_000_000, "satu juta"), (1_000_000_000, "satu miliar"), (2_115, "dua ribu seratus lima belas"),
     (Decimal("90.43"), "sembilan puluh koma empat tiga"), (-3, "minus tiga")],
)  # fmt: skip
def test_terbilang(angka: Decimal | int, kata: str) -> None:
    assert terbilang(angka) == kata


def test_seri_tepat_di_tengah_dibulatkan_ke_atas_walau_berasal_dari_pecahan_tak_berhingga() -> None:
    sepertiga = Decimal(1) / Decimal(3)
    seperenam = Decimal(1) / Decimal(6)
    assert bulat(Decimal("0.125"), 2) == Decimal("0.13")
    assert bulat(-Decimal("0.125"), 2) == Decimal("-0.13")
    assert tulis_angka((sepertiga + seperenam) / 4, 2) == "0,13"


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=6, allow_nan=False, allow_infinity=False))
def test_pembulatan_tidak_pernah_lebih_dari_setengah_satuan_terakhir(nilai: Decimal) -> None:
    assert abs(bulat(nilai, 2) - nilai) <= Decimal("0.005")
