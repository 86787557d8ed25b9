"""What a page sends: only touched fields of the rows that one may fill in are changes; nothing vanishes in silence."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from lkjip.dasar.isian import Isian, JenisIsian, tulis_dasar, tulis_isian
from lkjip.pengisian.forms import baca_kiriman

KOLOM = {
    "realisasi": JenisIsian.ANGKA,
    "pagu_murni": JenisIsian.UANG,
    "catatan": JenisIsian.TEKS,
}
BOLEH = {12, 7}


def _kiriman(isi: dict[str, str]) -> QueryDict:
    kiriman = QueryDict(mutable=True)
    kiriman.update(isi)
    return kiriman


def test_perubahan_membawa_nilai_dan_dasarnya() -> None:
    hasil = baca_kiriman(
        _kiriman({"realisasi-12": "90,43", "dasar-realisasi-12": "88.5", "catatan-7": "baru", "dasar-catatan-7": ""}),
        KOLOM,
        BOLEH,
    )
    assert hasil.isian == {
        12: [Isian("realisasi", Decimal("90.43"), Decimal("88.5"))],
        7: [Isian("catatan", "baru", "")],
    }
    assert hasil.banyak == 2
    assert not hasil.galat
    assert not hasil.asing


@pytest.mark.parametrize(
    ("nama", "nilai"),
    [
        ("realisasi", Decimal("1.234")),
        ("realisasi", Decimal("27.00")),
        ("realisasi", None),
        ("pagu_murni", Decimal("1234567.5")),
        ("pagu_murni", Decimal("1234567.00")),
        ("pagu_murni", Decimal("12.345")),
        ("pagu_murni", Decimal("-1234")),
        ("catatan", "satu\ndua"),
        ("catatan", ""),
    ],
)
def test_yang_tidak_disentuh_bukan_perubahan(nama: str, nilai: object) -> None:
    isi = {f"{nama}-12": tulis_isian(nilai, KOLOM[nama]), f"dasar-{nama}-12": tulis_dasar(nilai)}
    hasil = baca_kiriman(_kiriman(isi), KOLOM, BOLEH)
    assert (hasil.isian, hasil.galat, hasil.asing) == ({}, {}, [])
    assert hasil.ketikan == {f"{nama}-12": isi[f"{nama}-12"]}


def test_kolom_yang_dikosongkan_adalah_perubahan() -> None:
    hasil = baca_kiriman(_kiriman({"realisasi-12": "", "dasar-realisasi-12": "5"}), KOLOM, BOLEH)
    assert hasil.isian == {12: [Isian("realisasi", None, Decimal(5))]}


def test_yang_tak_terbaca_disebut_pada_kolomnya_dan_yang_lain_tetap_terbaca() -> None:
    hasil = baca_kiriman(_kiriman({"realisasi-12": "abc", "realisasi-7": "5"}), KOLOM, BOLEH)
    assert list(hasil.galat) == ["realisasi-12"]
    assert list(hasil.isian) == [7]
    assert hasil.ketikan == {"realisasi-12": "abc", "realisasi-7": "5"}


@pytest.mark.parametrize(
    "nama",
    [
        *("realisasi-012", "realisasi-1²", "realisasi--12", "realisasi-", "realisasi", "status-12", "tahun_kinerja-12"),
        *("csrfmiddlewaretoken", "-12", f"realisasi-{'9' * 5000}", "dasar-realisasi-12", "realisasi-0"),
    ],
)
def test_nama_lain_dilewati(nama: str) -> None:
    hasil = baca_kiriman(_kiriman({nama: "5"}), KOLOM, BOLEH)
    assert (hasil.isian, hasil.galat, hasil.ketikan, hasil.asing) == ({}, {}, {}, [])


def test_baris_yang_bukan_wewenangnya_tidak_diubah_tetapi_disebut() -> None:
    isi = {"realisasi-99": "5", "realisasi-98": "6", "dasar-realisasi-98": "6", "realisasi-97": "abc"}
    hasil = baca_kiriman(_kiriman(isi), KOLOM, BOLEH)
    assert (hasil.isian, hasil.galat, hasil.ketikan) == ({}, {}, {})
    assert hasil.asing == ["realisasi-99", "realisasi-97"]


@given(
    isi=st.dictionaries(
        st.builds(
            "{}{}-{}".format,
            st.sampled_from(["", "dasar-"]),
            st.sampled_from([*KOLOM, "lain"]),
            st.integers(0, 20) | st.text(max_size=4),
        ),
        st.text(max_size=30) | st.text("0123456789.,- Rp%()", max_size=15),
        max_size=8,
    )
)
def test_kiriman_apa_pun_tidak_menggagalkan_dan_hanya_menyentuh_yang_boleh(isi: dict[str, str]) -> None:
    hasil = baca_kiriman(_kiriman(isi), KOLOM, BOLEH)
    assert set(hasil.isian) <= BOLEH
    assert {i.kolom for daftar in hasil.isian.values() for i in daftar} <= set(KOLOM)
    assert all(len({i.kolom for i in daftar}) == len(daftar) for daftar in hasil.isian.values())
    assert set(hasil.galat) | set(hasil.asing) <= set(isi)
