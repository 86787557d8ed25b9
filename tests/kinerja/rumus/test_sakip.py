"""SAKIP: weights, answers, letters; upper bounds are inclusive."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.data import Jawaban, SkemaSakip
from kinerja.rumus.kategori import kategori
from kinerja.rumus.predikat import BATAS_BAWAH_PREDIKAT, NAMA_PREDIKAT, huruf_predikat, predikat
from kinerja.rumus.sakip import BOBOT_KOMPONEN, DAFTAR_SUBKOMPONEN, bobot_subkomponen, nilai_dari_jawaban

nilai_sakip = st.decimals(min_value=0, max_value=100, places=2, allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("nilai", "huruf"),
    [("100", "AA"), ("90.01", "AA"), ("90", "A"), ("80.00", "BB"), ("70", "B"), ("60", "CC"), ("50", "C"), ("30", "D"),
     ("30.01", "C"), ("0", "D"), ("71.51", "BB")],
)  # fmt: skip
def test_batas_atas_predikat_termasuk_di_dalamnya(nilai: str, huruf: str) -> None:
    assert predikat(Decimal(nilai)) == huruf


@given(nilai=nilai_sakip)
def test_predikat_selalu_di_atas_batas_bawahnya(nilai: Decimal) -> None:
    huruf = predikat(nilai)
    assert nilai > BATAS_BAWAH_PREDIKAT[huruf] or (huruf == "D" and nilai == 0)
    lebih_baik = [batas for h, batas in BATAS_BAWAH_PREDIKAT.items() if batas > BATAS_BAWAH_PREDIKAT[huruf]]
    assert all(nilai <= batas for batas in lebih_baik)


@pytest.mark.parametrize(("teks", "huruf"), [("bb", "BB"), (' "A" ', "A"), ("sangat  baik", "BB"), ("Unggul", None)])
def test_predikat_dikenal_sebagai_huruf_atau_nama(teks: str, huruf: str | None) -> None:
    assert huruf_predikat(teks) == huruf


def test_setiap_nama_predikat_kembali_ke_hurufnya() -> None:
    assert {nama: huruf_predikat(nama) for nama in NAMA_PREDIKAT.values()} == {v: k for k, v in NAMA_PREDIKAT.items()}


def test_bobot_setiap_skema_berjumlah_seratus() -> None:
    assert {skema: sum(bobot.values()) for skema, bobot in BOBOT_KOMPONEN.items()} == dict.fromkeys(SkemaSakip, 100)
    assert sum(bobot_subkomponen(s) for s in DAFTAR_SUBKOMPONEN) == 100


def test_nilai_komponen_dari_jawaban_lke() -> None:
    hasil = nilai_dari_jawaban({"1.a": Jawaban.BB, "1.b": Jawaban.B, "1.c": Jawaban.CC})
    assert hasil.angka == Decimal("4.8") + Decimal("6.3") + Decimal("9")


@given(jawaban=st.lists(st.sampled_from(list(Jawaban)), min_size=3, max_size=3), nomor=st.integers(1, 4))
def test_nilai_komponen_di_antara_nol_dan_bobotnya(jawaban: list[Jawaban], nomor: int) -> None:
    hasil = nilai_dari_jawaban(dict(zip((f"{nomor}.{h}" for h in "abc"), jawaban, strict=True)))
    bobot = list(BOBOT_KOMPONEN[SkemaSakip.PERMENPAN88_2021].values())[nomor - 1]
    assert hasil.angka is not None
    assert 0 <= hasil.angka <= bobot


BATAS_54 = {91: "Sangat Tinggi", 76: "Tinggi", 66: "Sedang", 51: "Rendah", 0: "Sangat Rendah"}
SKALA_54 = [(Decimal(batas), kata) for batas, kata in BATAS_54.items()]


@pytest.mark.parametrize(
    ("capaian", "desimal", "kata"),
    [("91", 2, "Sangat Tinggi"), ("90.995", 2, "Sangat Tinggi"), ("90.994", 2, "Tinggi"), ("90.5", 0, "Sangat Tinggi"),
     ("380.95", 2, "Sangat Tinggi"), ("0", 2, "Sangat Rendah"), ("75.99", 2, "Sedang")],
)  # fmt: skip
def test_kategori_dibaca_dari_capaian_yang_dibulatkan(capaian: str, desimal: int, kata: str) -> None:
    assert kategori(Decimal(capaian), SKALA_54, desimal=desimal).kata == kata


def test_di_bawah_batas_terendah_tidak_ada_kategori() -> None:
    assert not kategori(Decimal(10), [(Decimal(50), "Cukup")], desimal=2).ada
