"""From quarters to the year, composites, quotients, growth."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.rumus.akumulasi import akumulasi, hasil_bagi, komposit, pertumbuhan
from renstra.data import Akumulasi

deret = st.lists(
    st.decimals(min_value=-(10**6), max_value=10**6, places=2, allow_nan=False, allow_infinity=False),
    min_size=1,
    max_size=4,
).map(lambda nilai: list(enumerate(nilai, start=1)))


@pytest.mark.parametrize(
    ("cara", "harapan", "adalah_rata_rata"),
    [
        (None, "84.70", False),
        (Akumulasi.AKHIR, "84.70", False),
        (Akumulasi.JUMLAH, "327.10", False),
        (Akumulasi.RATA_RATA, "81.775", True),
        (Akumulasi.MAKSIMUM, "84.70", False),
    ],
)
def test_akumulasi_empat_triwulan(cara: Akumulasi | None, harapan: str, adalah_rata_rata: bool) -> None:
    daftar = [(1, Decimal("80.80")), (2, Decimal("80.80")), (3, Decimal("80.80")), (4, Decimal("84.70"))]
    hasil = akumulasi(daftar, cara)
    assert hasil.angka == Decimal(harapan)
    assert hasil.hasil_bagi is adalah_rata_rata


@given(daftar=deret)
def test_rata_rata_terletak_di_antara_terkecil_dan_maksimum(daftar: list[tuple[int, Decimal]]) -> None:
    rata = akumulasi(daftar, Akumulasi.RATA_RATA).angka
    terbesar = akumulasi(daftar, Akumulasi.MAKSIMUM).angka
    assert rata is not None
    assert terbesar is not None
    assert min(n for _, n in daftar) <= rata <= terbesar


@given(daftar=deret)
def test_jumlah_sama_dengan_rata_rata_kali_banyaknya(daftar: list[tuple[int, Decimal]]) -> None:
    rata, jumlah = akumulasi(daftar, Akumulasi.RATA_RATA).angka, akumulasi(daftar, Akumulasi.JUMLAH).angka
    assert rata is not None
    assert jumlah is not None
    assert abs(rata * len(daftar) - jumlah) < Decimal("1e-18")


def test_pembilang_penyebut_dikali_seratus_hanya_untuk_persen() -> None:
    assert hasil_bagi(Decimal(1), Decimal(4), persen=True).angka == 25
    assert hasil_bagi(Decimal(1), Decimal(4), persen=False).angka == Decimal("0.25")
    assert not hasil_bagi(Decimal(1), Decimal(0), persen=True).ada


def test_komposit_adalah_jumlah_bobot_kali_nilai() -> None:
    daftar = [("0.4", "100"), ("0.3", "96"), ("0.25", "100"), ("0.05", "86.46")]
    hasil = komposit([(Decimal(b), Decimal(n)) for b, n in daftar])
    assert hasil.angka == Decimal("98.123")
    assert hasil.hasil_bagi


@pytest.mark.parametrize(("ini", "lalu", "harapan"), [("98", "85", None), ("90", "100", "-10"), ("5", "4", "25")])
def test_pertumbuhan_terhadap_tahun_lalu(ini: str, lalu: str, harapan: str | None) -> None:
    hasil = pertumbuhan(Decimal(ini), Decimal(lalu)).angka
    assert hasil is not None
    assert harapan is None or hasil == Decimal(harapan)
    assert (hasil > 0) == (Decimal(ini) > Decimal(lalu))


def test_pertumbuhan_dari_nol_tidak_ada() -> None:
    assert not pertumbuhan(Decimal(5), Decimal(0)).ada
