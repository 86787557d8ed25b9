"""Records: one text for a decimal, equality by digits, and the way to a table row and back."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import pytest

from lkjip.dasar.rekaman import bentuk_baku, isi_kolom, sebutan, susun_rekaman, tulisan_baku, tulisan_nilai


class Warna(StrEnum):
    MERAH = "merah"


@dataclass(frozen=True)
class Contoh:
    kode: str
    warna: Warna | None = None
    nilai: Decimal | None = None
    induk: str = ""


@pytest.mark.parametrize(
    ("nilai", "tulisan"),
    [("27.00", "27.00"), ("1E+3", "1000"), ("0E-8", "0.00000000"), ("-0.0", "0.0"), ("-0", "0"), ("-1.50", "-1.50")],
)
def test_satu_desimal_satu_tulisan(nilai: str, tulisan: str) -> None:
    assert tulisan_baku(Decimal(nilai)) == tulisan


def test_rekaman_sama_bila_sama_sampai_digitnya() -> None:
    satu, dua = (Contoh("A", nilai=Decimal(nilai)) for nilai in ("27.0", "27.00"))
    assert satu == dua
    assert bentuk_baku(satu) != bentuk_baku(dua)
    assert bentuk_baku((satu,)) == bentuk_baku((Contoh("A", nilai=Decimal("27.0")),))


@pytest.mark.parametrize(
    ("nilai", "tulisan"),
    [
        (None, ""),
        (True, "ya"),
        (False, "tidak"),
        (Decimal("90.430"), "90,430"),
        (Warna.MERAH, "merah"),
        ((Decimal("1.5"), None, "a"), "1,5; ; a"),
    ],
)
def test_nilai_kolom_terbaca_orang(nilai: object, tulisan: str) -> None:
    assert tulisan_nilai(nilai) == tulisan


def test_rekaman_menjadi_kolom_dan_kembali() -> None:
    asal = Contoh("A", Warna.MERAH, Decimal("1.10"), "B")
    kolom = isi_kolom(asal)
    assert kolom == {"kode": "A", "warna": "merah", "nilai": Decimal("1.10"), "induk": "B"}
    assert susun_rekaman(Contoh, [kolom]) == (asal,)


def test_pilihan_kosong_dan_acuan_kosong_tidak_tertukar() -> None:
    assert isi_kolom(Contoh("A"), "induk") == {"kode": "A", "warna": "", "nilai": None}
    baris = {"kode": "A", "warna": "", "nilai": None, "kode_induk": None}
    assert susun_rekaman(Contoh, [baris], nama_lain={"kode_induk": "induk"}) == (Contoh("A"),)


def test_sebutan_baris_tidak_lebih_dari_satu_baris_layar() -> None:
    assert sebutan("S1", "Meningkatnya kualitas") == "S1 Meningkatnya kualitas"
    panjang = sebutan("S1", "kata " * 40)
    assert len(panjang) <= 80
    assert panjang.endswith("…")
