"""Columns are guessed from headings, remembered by headings, and kode compared as written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.pengisian.data_pencocokan import PetaKolom, kode_baku, tebak_judul, tebak_kolom


@pytest.mark.parametrize(
    ("judul", "kolom"),
    [
        (["KODE", "URAIAN", "PAGU", "REALISASI"], {"kode": 1, "uraian": 2, "pagu": 3, "realisasi": 4}),
        (["No", "Kode Sub Kegiatan", "Nama Sub Kegiatan", "Alokasi", "Realisasi Keuangan", "Realisasi Fisik"],
         {"kode": 2, "uraian": 3, "pagu": 4, "realisasi": 5}),
        (["Kode\nRekening", "Program/Kegiatan", "Anggaran", "Realisasi (%)", "Realisasi (Rp)", "Sisa Anggaran"],
         {"kode": 1, "uraian": 2, "pagu": 3, "realisasi": 5}),
        (["Realisasi Anggaran", "Kode"], {"kode": 2, "realisasi": 1}),
        (["Kode", "Realisasi: s.d. Bulan Lalu", "Realisasi: Bulan Ini", "Realisasi: s.d. Bulan Ini"],
         {"kode": 1, "realisasi": 4}),
        (["a", "b"], {}),
    ],
)  # fmt: skip
def test_kolom_ditebak_dari_judulnya(judul: list[str], kolom: dict[str, int]) -> None:
    assert tebak_kolom(dict(enumerate(judul, 1)), {}).kolom == kolom


def test_baris_judul_ditebak_di_bawah_kop() -> None:
    baris = {1: {1: "LAPORAN REALISASI"}, 3: {1: "Kode", 2: "Uraian", 3: "Pagu", 4: "Realisasi"}, 4: {1: "1", 4: "5"}}
    assert tebak_judul(baris) == 3
    assert tebak_judul({2: {1: "a"}, 3: {1: "b"}}) == 2
    assert tebak_judul({}) == 1


def test_ingatan_mengikuti_judul_bukan_letak() -> None:
    peta = PetaKolom("L", 1, {"kode": 1, "realisasi": 4}, "5.03")
    ingatan = peta.ingat({1: "Kode  Rekening", 4: "Realisasi s.d. TW"})
    lagi = tebak_kolom({2: "KODE REKENING", 3: "Realisasi", 7: "Realisasi s.d. TW"}, ingatan)
    assert (lagi.kolom, lagi.awalan, lagi.diingat) == ({"kode": 2, "realisasi": 7}, "5.03", True)


def test_judul_yang_hilang_membuat_ditebak_lagi() -> None:
    ingatan = PetaKolom("L", 1, {"kode": 1, "realisasi": 2}).ingat({1: "Kode", 2: "Cair"})
    assert not tebak_kolom({1: "Kode", 2: "Realisasi"}, ingatan).diingat


@pytest.mark.parametrize("ingatan", [{}, {"judul": {"kode": ""}}, {"judul": {"lain": "Kode"}}])
def test_ingatan_tanpa_judul_tidak_dipakai(ingatan: dict[str, object]) -> None:
    assert not tebak_kolom({1: "Kode"}, ingatan).diingat


@pytest.mark.parametrize(
    ("kode", "baku"), [(" 1.01. 01. ", "1.01.01"), ("1.01.01", "1.01.01"), ("5.03.01.1.01.0001", "5.03.01.1.01.0001")]
)
def test_kode_dibandingkan_tanpa_spasi_dan_titik_di_ujung(kode: str, baku: str) -> None:
    assert kode_baku(kode) == baku


@given(st.text(max_size=40))
def test_kode_baku_tidak_berubah_bila_dibakukan_lagi(kode: str) -> None:
    assert kode_baku(kode_baku(kode)) == kode_baku(kode)


def test_angka_nol_di_depan_tidak_hilang() -> None:
    assert kode_baku("1.01") != kode_baku("1.1")


@given(st.dictionaries(st.integers(1, 20), st.text(max_size=30), max_size=12))
def test_satu_kolom_tidak_pernah_untuk_dua_hal(judul: dict[int, str]) -> None:
    kolom = tebak_kolom(judul, {}).kolom
    assert len(set(kolom.values())) == len(kolom)
