"""Lists typed or pasted one item a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.dasar.butir import MAKS_BUTIR, MAKS_HURUF_BUTIR, ButirDitolak, baca_butir, sidik_butir, tulis_butir


@pytest.mark.parametrize(
    ("teks", "butir"),
    [
        ("Rapat rutin\nData lengkap", ("Rapat rutin", "Data lengkap")),
        ("• Rapat\r\n\t•\tData", ("Rapat", "Data")),
        ("1. Rapat\n2) Data\n(3) Uang", ("Rapat", "Data", "Uang")),
        ("a. Rapat\nb) Data", ("Rapat", "Data")),
        ("- Rapat\n– Data\n* Uang", ("Rapat", "Data", "Uang")),
        ("\uf0b7\tRapat\no\tData", ("Rapat", "Data")),
        ("\n\n  Rapat   rutin \n\n", ("Rapat rutin",)),
        ("-5 persen\n2.500 berkas\n2024 tahun berat", ("-5 persen", "2.500 berkas", "2024 tahun berat")),
        ("o rang tidak dipotong\nA. Yani", ("o rang tidak dipotong", "A. Yani")),
        ("\u200b• Rapat\ufeff", ("Rapat",)),
        ("", ()),
        ("-\n•", ("-", "•")),
    ],
)  # fmt: skip
def test_tanda_butir_di_awal_baris_bukan_teks(teks: str, butir: tuple[str, ...]) -> None:
    assert baca_butir(teks) == butir


@given(st.lists(st.text(alphabet="abc 1.)-•\t", min_size=1, max_size=30), max_size=8).map("\n".join))
def test_daftar_yang_terbaca_tertulis_dan_terbaca_lagi(teks: str) -> None:
    sekali = baca_butir(teks)
    assert len(baca_butir(tulis_butir(sekali))) == len(sekali)


def test_daftar_yang_terlalu_panjang_ditolak_dengan_kalimat() -> None:
    with pytest.raises(ButirDitolak, match=f"paling banyak {MAKS_BUTIR}"):
        baca_butir("\n".join(["butir"] * (MAKS_BUTIR + 1)))
    with pytest.raises(ButirDitolak, match="Butir ke-2 terlalu panjang"):
        baca_butir("pendek\n" + "x" * (MAKS_HURUF_BUTIR + 1))


def test_sidik_mengikuti_isi_dan_urutan() -> None:
    assert sidik_butir(["a", "b"]) == sidik_butir(("a", "b"))
    assert len({sidik_butir(d) for d in ([], ["a"], ["a", "b"], ["b", "a"], ["ab"], ["a\nb"])}) == 6
