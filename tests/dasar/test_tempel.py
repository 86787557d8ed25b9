"""A pasted block finds its rows by order or by kode; what cannot be read is said line by line, nothing is guessed."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.dasar.isian import JenisIsian, tulis_isian
from lkjip.dasar.tempel import MAKS_BARIS, HasilTempel, Tujuan, cocokkan_tempelan, urai_tempelan

DAFTAR = [Tujuan(n, f"IKU{n}", f"Indikator {n}", None) for n in range(1, 6)]


def _cocok(teks: str, *, mulai: int | None = None, daftar: list[Tujuan] | None = None) -> HasilTempel:
    return cocokkan_tempelan(teks, DAFTAR if daftar is None else daftar, JenisIsian.ANGKA, mulai=mulai)


def _isi(hasil: HasilTempel) -> dict[int, object]:
    return {b.tujuan.pk: b.nilai for b in hasil.daftar if b.berubah and b.tujuan}


def test_satu_kolom_mengisi_menurut_urutan() -> None:
    assert _isi(_cocok("90,43\r\n98%\r\n1.234,5\r\n")) == {1: Decimal("90.43"), 2: Decimal(98), 3: Decimal("1234.5")}


def test_mulai_dari_baris_yang_dipilih() -> None:
    assert _isi(_cocok("1\n2", mulai=4)) == {4: Decimal(1), 5: Decimal(2)}


def test_lebih_panjang_dari_sisa_baris_dikatakan() -> None:
    hasil = _cocok("1\n2\n3", mulai=4)
    assert hasil.banyak_berubah == 2
    assert [b.galat for b in hasil.daftar if b.galat] == ["Tidak ada lagi baris untuk nilai ini."]


def test_kolom_kode_di_depan_menentukan_barisnya() -> None:
    hasil = _cocok("Kode\tRealisasi\nIKU3\t30\niku1\t10\nIKU9\t90\n")
    assert _isi(hasil) == {3: Decimal(30), 1: Decimal(10)}
    assert hasil.daftar[0].lewat == "baris judul"
    assert hasil.daftar[-1].galat == "Tidak ada baris berkode “IKU9”."


def test_kode_uraian_nilai_memakai_sel_terakhir() -> None:
    assert _isi(_cocok("IKU2\tIndikator dua\t75,5")) == {2: Decimal("75.5")}


def test_kode_ganda_tidak_ditulis_dua_kali() -> None:
    hasil = _cocok("IKU1\t10\nIKU1\t11")
    assert _isi(hasil) == {1: Decimal(10)}
    assert "muncul dua kali" in hasil.daftar[1].galat


def test_beberapa_kolom_tanpa_kode_ditolak() -> None:
    assert "lebih dari satu kolom" in _cocok("1\t2\n3\t4").galat


def test_judul_di_atas_angka_tidak_memakan_baris() -> None:
    hasil = _cocok("Realisasi\n10\n20")
    assert _isi(hasil) == {1: Decimal(10), 2: Decimal(20)}


def test_sel_kosong_tidak_menghapus_nilai_lama() -> None:
    daftar = [Tujuan(1, "A", "a", Decimal(5)), Tujuan(2, "B", "b", Decimal(6))]
    hasil = _cocok("\n7\n", daftar=daftar)
    assert _isi(hasil) == {2: Decimal(7)}
    assert hasil.daftar[0].lewat == "sel kosong, nilai lama tetap"


def test_yang_sama_dan_yang_tak_boleh_dilewati() -> None:
    daftar = [Tujuan(1, "A", "a", Decimal(5)), Tujuan(2, "B", "b", None, boleh=False), Tujuan(3, "C", "c", None)]
    hasil = _cocok("5\n6\n7", daftar=daftar)
    assert _isi(hasil) == {3: Decimal(7)}
    assert [b.lewat for b in hasil.daftar] == ["sama dengan yang tersimpan", "baris ini tidak dapat Anda isi", ""]


def test_angka_rancu_dikatakan_di_barisnya() -> None:
    hasil = _cocok("10\n1.234\n30")
    assert _isi(hasil) == {1: Decimal(10), 3: Decimal(30)}
    assert "dapat berarti dua angka" in hasil.daftar[1].galat


@pytest.mark.parametrize("teks", ["", " \n \n", "\t\t\n"])
def test_kosong_dikatakan(teks: str) -> None:
    assert _cocok(teks).galat.startswith("Tempelan kosong")


def test_terlalu_banyak_dikatakan() -> None:
    assert f"paling banyak {MAKS_BARIS}" in _cocok("1\n" * (MAKS_BARIS + 1)).galat


def test_sel_berbaris_banyak_dalam_kutip_tetap_satu_sel() -> None:
    teks = 'IKU1\t"baris satu\nbaris dua"\nIKU2\tx\n'
    assert urai_tempelan(teks) == [["IKU1", "baris satu baris dua"], ["IKU2", "x"]]


@given(st.lists(st.decimals(min_value=0, max_value=10**9, places=4), min_size=1, max_size=5))
def test_yang_ditempel_sebagaimana_ditampilkan_terbaca_sama(daftar: list[Decimal]) -> None:
    teks = "\n".join(tulis_isian(nilai, JenisIsian.ANGKA) for nilai in daftar)
    assert list(_isi(_cocok(teks)).values()) == daftar


@given(st.text(max_size=300))
def test_teks_apa_pun_tidak_pernah_menjatuhkan(teks: str) -> None:
    hasil = _cocok(teks)
    assert hasil.galat or hasil.daftar
    assert len({b.tujuan.pk for b in hasil.daftar if b.berubah and b.tujuan}) == hasil.banyak_berubah


@pytest.mark.parametrize("teks", ["a" * 200_000, '"' + "5\n" * 100_000], ids=["sel_panjang", "kutip_tak_ditutup"])
def test_sel_yang_terlalu_panjang_ditolak_dengan_kalimat(teks: str) -> None:
    assert "Satu sel tempelan terlalu panjang" in _cocok(teks).galat


_SEL = st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"]), max_size=12)


@given(
    st.lists(
        st.tuples(st.sampled_from([t.kode for t in DAFTAR]), _SEL), min_size=1, max_size=5, unique_by=lambda s: s[0]
    )
)
def test_yang_disalin_dari_lembar_sebar_terurai_sama(isi: list[tuple[str, str]]) -> None:
    """Quoted cells, tabs, quotes and line breaks inside a cell: as a spreadsheet writes them, so they are read."""
    papan = io.StringIO()
    csv.writer(papan, "excel-tab").writerows(isi)
    assert urai_tempelan(papan.getvalue()) == [[kode, " ".join(sel.split())] for kode, sel in isi]


@given(st.dictionaries(st.sampled_from([t.kode for t in DAFTAR]), st.decimals(0, 10**12, places=2), min_size=1))
def test_rupiah_berkode_masuk_ke_barisnya_dalam_urutan_apa_pun(isi: dict[str, Decimal]) -> None:
    teks = "\r\n".join(f"{kode}.\t{tulis_isian(nilai, JenisIsian.UANG)}" for kode, nilai in isi.items())
    hasil = cocokkan_tempelan(teks, DAFTAR, JenisIsian.UANG)
    assert {b.tujuan.kode: b.nilai for b in hasil.daftar if b.berubah and b.tujuan} == isi
