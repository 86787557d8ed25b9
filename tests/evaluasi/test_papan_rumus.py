"""Rank, mean, distribution and movement of many agencies, by their definitions."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.data_papan import Gerak
from kinerja.rumus.papan import gerak, peringkat, rata_rata_nilai, sebaran, selisih
from kinerja.rumus.predikat import NAMA_PREDIKAT, predikat
from tests.pembuat import D

NILAI = st.decimals(0, 100, places=2)
BANYAK = st.lists(st.none() | NILAI, max_size=60)


def test_nilai_sama_berperingkat_sama_dan_berikutnya_dilompati() -> None:
    assert peringkat({"a": D("70"), "b": D("90"), "c": D("70.00"), "d": D("60")}) == {"b": 1, "a": 2, "c": 2, "d": 4}


def test_nilai_yang_tercetak_sama_berperingkat_sama() -> None:
    assert peringkat({"a": D("70.004"), "b": D("70.00"), "c": D("69.99")}) == {"a": 1, "b": 1, "c": 3}


@given(st.dictionaries(st.integers(), NILAI, max_size=60))
def test_peringkat_adalah_satu_lebih_dari_banyaknya_yang_lebih_tinggi(nilai: dict[int, Decimal]) -> None:
    hasil = peringkat(nilai)
    assert hasil == {k: 1 + sum(lain > n for lain in nilai.values()) for k, n in nilai.items()}


@given(BANYAK)
def test_rata_rata_di_antara_terendah_dan_tertinggi_dan_menghitung_yang_tanpa_nilai(
    daftar: list[Decimal | None],
) -> None:
    hasil, bernilai = rata_rata_nilai(daftar), [n for n in daftar if n is not None]
    if not bernilai:
        assert hasil.angka is None
        return
    assert hasil.angka is not None
    assert min(bernilai) <= hasil.angka <= max(bernilai)
    assert f"{len(daftar) - len(bernilai)} tanpa nilai" in hasil.cara
    assert rata_rata_nilai([*daftar, None]).angka == hasil.angka


@given(BANYAK)
def test_sebaran_menghitung_setiap_instansi_sekali(daftar: list[Decimal | None]) -> None:
    huruf = ["" if n is None else predikat(n) for n in daftar]
    hasil = sebaran(huruf)
    assert sum(s.banyak for s in hasil) == len(daftar)
    assert [s.huruf for s in hasil] == [*NAMA_PREDIKAT, ""]
    assert all(s.banyak == huruf.count(s.huruf) for s in hasil)


def test_predikat_di_luar_skala_tidak_hilang_dari_sebaran() -> None:
    assert [(s.huruf, s.banyak) for s in sebaran(["A", "Z", ""]) if s.banyak] == [("A", 1), ("Z", 1), ("", 1)]


@pytest.mark.parametrize(
    ("kini", "lalu", "seharusnya"),
    [
        ("70", "69", Gerak.NAIK), ("69", "70", Gerak.TURUN), ("70", "70.00", Gerak.TETAP),
        ("70.004", "70", Gerak.TETAP), ("70", None, Gerak.BARU), (None, "70", None), (None, None, None),
    ],
)  # fmt: skip
def test_gerak_menurut_dua_desimal_yang_terlihat(kini: str | None, lalu: str | None, seharusnya: Gerak | None) -> None:
    satu, dua = (None if n is None else D(n) for n in (kini, lalu))
    assert gerak(satu, dua) is seharusnya
    assert (selisih(satu, dua) is None) == (satu is None or dua is None)
