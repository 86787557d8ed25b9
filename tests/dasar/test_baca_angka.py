"""Indonesian number notations: read exactly, or refused; never guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.dasar.baca_angka import AngkaRancu, AngkaTakTerbaca, baca_angka
from lkjip.dasar.tulisan_angka import tulis_angka, tulis_rupiah


@pytest.mark.parametrize("titik_desimal", [False, True])
@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("90,43", "90.43"),
        ("1.234.567,89", "1234567.89"),
        ("1.234.567", "1234567"),
        ("Rp53.700.257.782,-", "53700257782"),
        ("Rp. 53.700.257.782", "53700257782"),
        ("rp 53.700.257.782,00", "53700257782.00"),
        ("Rp1.234,-", "1234"),
        ("Rp1.000.000,–", "1000000"),
        ("98,60%", "98.60"),
        ("98,60 %", "98.60"),
        ("(27.346.788.906)", "-27346788906"),
        ("(Rp1.000.000,-)", "-1000000"),
        ("-Rp5.000.000", "-5000000"),
        ("−5", "-5"),
        ("\u00a090,43\u00a0", "90.43"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
        ("01.060", "1.060"),
        ("1234.567", "1234.567"),
        ("99.00", "99.00"),
        ("-0,00", "0.00"),
        ("1,234.5", "1234.5"),
    ],
)
def test_notasi_indonesia_terbaca_dengan_desimal_seperti_diketik(teks: str, nilai: str, titik_desimal: bool) -> None:
    terbaca = baca_angka(teks, titik_desimal=titik_desimal)
    assert str(terbaca) == nilai


@pytest.mark.parametrize("teks", ["", " ", "-", "–", "—", "\u00a0"])
def test_tanda_kosong_berarti_tidak_ada_nilai(teks: str) -> None:
    assert baca_angka(teks, titik_desimal=False) is None


@pytest.mark.parametrize("teks", ["1.234", "1,234", "-1.234", "(12.345)", "Rp1.234", "1.060", "98.600%"])
def test_angka_yang_dapat_dibaca_dua_cara_ditolak(teks: str) -> None:
    with pytest.raises(AngkaRancu) as galat:
        baca_angka(teks, titik_desimal=False)
    assert galat.value.bacaan[1] == galat.value.bacaan[0] * 1000


def test_di_csv_titik_adalah_tanda_desimal_tetapi_koma_tetap_rancu() -> None:
    assert str(baca_angka("1.234", titik_desimal=True)) == "1.234"
    assert str(baca_angka("1.060", titik_desimal=True)) == "1.060"
    with pytest.raises(AngkaRancu):
        baca_angka("1,234", titik_desimal=True)


@pytest.mark.parametrize(
    "teks",
    [
        "221.442.00", "1.23.456", "1.234.56,7", "1,2,3", "1.234,", ",5", "5.", "NaN", "Infinity", "1e5", "1E+10", "--5",
        "-(5)", "(5", "Rp", "5 orang", "1 000", "0x10", "١٢", "1_000", "5%%", "9" * 21, "0." + "1" * 21, "1" * 500,
        "0.123.456", "1.234,567,8",
    ],
)  # fmt: skip
def test_yang_bukan_angka_ditolak(teks: str) -> None:
    for titik_desimal in (False, True):
        with pytest.raises(AngkaTakTerbaca):
            baca_angka(teks, titik_desimal=titik_desimal)


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=2))
def test_angka_yang_dicetak_aplikasi_terbaca_kembali(nilai: Decimal) -> None:
    assert baca_angka(tulis_angka(nilai, 2), titik_desimal=False) == nilai
    assert baca_angka(tulis_rupiah(nilai), titik_desimal=True) == nilai


@given(st.text(alphabet="0123456789.,-()Rp% –", max_size=30))
def test_teks_apa_pun_memberi_angka_atau_ditolak(teks: str) -> None:
    try:
        nilai = baca_angka(teks, titik_desimal=False)
    except AngkaTakTerbaca:
        return
    assert nilai is None or nilai.is_finite()


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**19), max_value=10**19, places=12))
def test_desimal_polos_terbaca_utuh_di_csv(nilai: Decimal) -> None:
    terbaca = baca_angka(f"{nilai:f}", titik_desimal=True)
    assert terbaca is not None
    assert terbaca.as_tuple().digits == nilai.as_tuple().digits
    assert terbaca == nilai
