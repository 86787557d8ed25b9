"""What is typed into a field: read exactly, or refused with a sentence; never guessed, never another error."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lkjip.dasar.baca_angka import MAKS_DIGIT_BULAT, MAKS_DIGIT_DESIMAL
from lkjip.dasar.isian import (
    MAKS_TEKS,
    IsianTakTerbaca,
    JenisIsian,
    NilaiIsian,
    baca_dasar,
    baca_isian,
    sama_isi,
    tak_disentuh,
    tulis_dasar,
    tulis_isian,
)

_Baca = Callable[[str, JenisIsian], NilaiIsian]
ANGKA, UANG, TEKS = JenisIsian.ANGKA, JenisIsian.UANG, JenisIsian.TEKS


def D(teks: str) -> Decimal:
    return Decimal(teks)


def _baca(teks: str, jenis: JenisIsian, baca: _Baca = baca_isian) -> tuple[NilaiIsian, str]:
    """What was read, or the sentence of the refusal."""
    try:
        return baca(teks, jenis), ""
    except IsianTakTerbaca as galat:
        return None, str(galat)


@st.composite
def tersimpan(draw: st.DrawFn, desimal: int = MAKS_DIGIT_DESIMAL) -> Decimal:
    """Any decimal that a column can hold."""
    banyak = draw(st.integers(0, desimal))
    bulat = draw(st.integers(0, 10**MAKS_DIGIT_BULAT - 1) | st.integers(0, 2000))
    pecahan = f"{draw(st.integers(0, 10**banyak - 1)):0{banyak}d}" if banyak else ""
    nilai = D(f"{bulat}.{pecahan}" if pecahan else str(bulat))
    return nilai.copy_negate() if draw(st.booleans()) and nilai else nilai


@pytest.mark.parametrize(
    ("teks", "jenis", "nilai"),
    [
        ("90,43", ANGKA, "90.43"),
        ("1.234,5", ANGKA, "1234.5"),
        ("98%", ANGKA, "98"),
        ("98,60 %", ANGKA, "98.60"),
        ("27,00", ANGKA, "27.00"),
        ("-3,5", ANGKA, "-3.5"),
        ("1234", ANGKA, "1234"),
        ("1.234.567", ANGKA, "1234567"),
        ("Rp1.000.000,-", UANG, "1000000"),
        ("Rp 1.000.000,00", UANG, "1000000.00"),
        ("1.234", UANG, "1234"),
        ("1,234", UANG, "1234"),
        ("-1.234", UANG, "-1234"),
        ("(1.234)", UANG, "-1234"),
        ("(1.234,50)", UANG, "-1234.50"),
        ("1.234,5", UANG, "1234.5"),
    ],
)
def test_angka_terbaca_seperti_yang_diketik(teks: str, jenis: JenisIsian, nilai: str) -> None:
    assert sama_isi(baca_isian(teks, jenis), D(nilai))


@pytest.mark.parametrize("teks", ["", "  ", "-", "–"])
@pytest.mark.parametrize("jenis", [ANGKA, UANG])
def test_kosong_adalah_tanpa_nilai(teks: str, jenis: JenisIsian) -> None:
    assert baca_isian(teks, jenis) is None


@pytest.mark.parametrize(
    ("teks", "satu", "dua"),
    [
        ("1.234", "1234", "1,2340"),
        ("1,234", "1234", "1,2340"),
        ("1.000", "1000", "1,0000"),
        ("12,340", "12340", "12,3400"),
        ("-1.500", "-1500", "-1,5000"),
    ],
)
def test_yang_rancu_ditolak_dengan_dua_bacaan_yang_terbaca(teks: str, satu: str, dua: str) -> None:
    with pytest.raises(IsianTakTerbaca, match="dua angka") as ditolak:
        baca_isian(teks, ANGKA)
    assert str(ditolak.value).endswith(f"Tulis {satu} atau {dua}.")
    bulat, desimal = (baca_isian(saran, ANGKA) for saran in (satu, dua))
    assert isinstance(bulat, Decimal)
    assert isinstance(desimal, Decimal)
    assert bulat == desimal * 1000


@pytest.mark.parametrize("teks", ["abc", "1,2,3", "12a", "Rp", "%", "1..2", "5,", ",5", "--5", "9" * 81, "1e5", "٣"])
@pytest.mark.parametrize("jenis", [ANGKA, UANG])
def test_yang_bukan_angka_ditolak_dengan_kalimat(teks: str, jenis: JenisIsian) -> None:
    with pytest.raises(IsianTakTerbaca, match=r"bukan angka\. Tulis misalnya"):
        baca_isian(teks, jenis)


@pytest.mark.parametrize("teks", ["1,2345", "0,123", "1.234,567"])
def test_rupiah_paling_banyak_dua_desimal(teks: str) -> None:
    with pytest.raises(IsianTakTerbaca, match="sen"):
        baca_isian(teks, UANG)


@given(nilai=tersimpan())
@example(nilai=D("1.234"))
@example(nilai=D("-12.340"))
@example(nilai=D("1234567.890"))
@example(nilai=D("0.123"))
def test_angka_yang_ditampilkan_terbaca_kembali_sama(nilai: Decimal) -> None:
    assert baca_isian(tulis_isian(nilai, ANGKA), ANGKA) == nilai


@given(nilai=tersimpan(desimal=2))
@example(nilai=D("-1234"))
@example(nilai=D("-0.50"))
def test_rupiah_yang_ditampilkan_terbaca_kembali_sama(nilai: Decimal) -> None:
    assert baca_isian(tulis_isian(nilai, UANG), UANG) == nilai


@given(nilai=tersimpan())
def test_rupiah_berdesimal_banyak_tidak_pernah_terbaca_sebagai_jumlah_lain(nilai: Decimal) -> None:
    terbaca, galat = _baca(tulis_isian(nilai, UANG), UANG)
    assert terbaca == nilai or "sen" in galat


@given(nilai=tersimpan() | st.none(), jenis=st.sampled_from([ANGKA, UANG]))
def test_dasar_kembali_sampai_digit_terakhir_dan_tidak_disentuh(nilai: Decimal | None, jenis: JenisIsian) -> None:
    assert sama_isi(baca_dasar(tulis_dasar(nilai), jenis), nilai)
    assert tak_disentuh(f" {tulis_isian(nilai, jenis)} ", nilai, jenis)


@given(teks=st.text(max_size=60) | st.text("0123456789.,-–Rp%() ", max_size=30), jenis=st.sampled_from(JenisIsian))
def test_teks_apa_pun_terbaca_atau_ditolak_dengan_kalimat(teks: str, jenis: JenisIsian) -> None:
    for baca in (baca_isian, baca_dasar):
        galat = _baca(teks, jenis, baca)[1]
        assert not galat or galat.endswith(".")


@pytest.mark.parametrize(
    ("teks", "dasar", "jenis", "sama"),
    [
        ("1.234,00", "1234", UANG, True),
        ("Rp1.234,-", "1234.00", UANG, True),
        ("1234", "1234.00", UANG, True),
        ("1.235", "1234", UANG, False),
        ("27,0", "27.00", ANGKA, False),
        ("27,00", "27.00", ANGKA, True),
    ],
)
def test_notasi_lain_dari_rupiah_yang_sama_bukan_perubahan(
    teks: str, dasar: str, jenis: JenisIsian, sama: bool
) -> None:
    assert tak_disentuh(teks, D(dasar), jenis) is sama


def test_teks_satu_baris_tanpa_karakter_yang_tidak_dapat_disimpan() -> None:
    assert baca_isian("  dua \r\n baris ", TEKS) == "dua baris"
    for rusak in ("a\0b", "a\ud800b"):
        with pytest.raises(IsianTakTerbaca, match="karakter kendali"):
            baca_isian(rusak, TEKS)
    with pytest.raises(IsianTakTerbaca, match="terlalu panjang"):
        baca_isian("a" * (MAKS_TEKS + 1), TEKS)


def test_teks_berbaris_banyak_dari_buku_kerja_bukan_perubahan_bila_tidak_disentuh() -> None:
    """A field of one line shows it in one line; the browser sends the hidden base with its own ends of line."""
    tersimpan = "satu\ndua"
    dasar = baca_dasar("satu\r\ndua", TEKS)
    assert sama_isi(dasar, tersimpan)
    assert tulis_isian(tersimpan, TEKS) == "satu dua"
    assert tak_disentuh("satu dua", dasar, TEKS)
    assert not tak_disentuh("satu dua tiga", dasar, TEKS)


def test_catatan_menyimpan_barisnya_dan_tidak_disentuh_bila_hanya_akhir_barisnya_lain() -> None:
    paragraf = JenisIsian.PARAGRAF
    assert baca_isian(" satu  kata \r\n\r\ndua \n", paragraf) == "satu kata\n\ndua"
    assert tulis_isian("satu\ndua", paragraf) == "satu\ndua"
    assert tak_disentuh("satu\r\ndua", baca_dasar("satu\r\ndua", paragraf), paragraf)
    assert not tak_disentuh("satu dua", "satu\ndua", paragraf)


@pytest.mark.parametrize("teks", ["abc", "1,2,3", "1.2.3"])
def test_dasar_yang_diutak_atik_ditolak(teks: str) -> None:
    with pytest.raises(IsianTakTerbaca, match="Muat ulang"):
        baca_dasar(teks, ANGKA)
