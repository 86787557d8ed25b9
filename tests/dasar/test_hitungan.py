"""Decimal arithmetic does not depend on the caller's context and loses nothing."""

from __future__ import annotations

from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext

import pytest

from lkjip.dasar.hitungan import banyak_desimal, jumlah, persen, rata_rata, rata_rata_berbobot


def D(teks: str | int) -> Decimal:
    return Decimal(teks)


def test_konteks_pemanggil_tidak_memengaruhi_hasil() -> None:
    with localcontext(prec=3):
        assert jumlah([D("53700257782.01"), D("0.99")]) == D("53700257783.00")
        assert persen(D(1), D(3)) == D("33." + "3" * 58)


def test_jumlah_daftar_kosong_nol() -> None:
    assert jumlah([]) == 0


@pytest.mark.parametrize(("bagian", "galat"), [("5", DivisionByZero), ("0", InvalidOperation)])
def test_persen_dari_nol_bukan_angka(bagian: str, galat: type[Exception]) -> None:
    with pytest.raises(galat):
        persen(D(bagian), D(0))


def test_rata_rata_sederhana_dan_berbobot() -> None:
    assert rata_rata([D("90"), D("95.5")]) == D("92.75")
    assert rata_rata_berbobot([(D("96"), D("0.4")), (D("90"), D("0.6"))]) == D("92.4")
    assert rata_rata_berbobot([(D("100"), D("40")), (D("50"), D("60"))]) == D("70")


@pytest.mark.parametrize(("tulisan", "desimal"), [("27.00", 2), ("27", 0), ("1E+3", 0), ("0.10", 2), ("-1.5", 1)])
def test_banyak_desimal_menghitung_nol_di_ekor(tulisan: str, desimal: int) -> None:
    assert banyak_desimal(D(tulisan)) == desimal
