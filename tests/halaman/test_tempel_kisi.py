"""A block of cells pasted into a grid: by kode or in order, by heading or from a column on, and what is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.dasar.isian import JenisIsian
from lkjip.halaman.kisi import KelompokKisi, Kisi, KolomKisi, baris_kisi
from lkjip.halaman.tempel_kisi import TempelanKisi, tempelkan

KOLOM = (
    KolomKisi("target_2024", "2024", JenisIsian.ANGKA),
    KolomKisi("target_2025", "2025", JenisIsian.ANGKA),
    KolomKisi("arah", "Arah", JenisIsian.PILIHAN, (("positif", "Makin tinggi"), ("negatif", "Makin rendah"))),
    KolomKisi("jumlah", "Jumlah", JenisIsian.ANGKA, boleh=False),
)


def _kisi() -> Kisi:
    nilai = {"target_2024": Decimal("90.43"), "arah": "positif"}
    daftar = tuple(baris_kisi(KOLOM, n, f"IKU{n}", f"Indeks {n}", nilai, boleh=True) for n in (1, 2, 3))
    return Kisi(KOLOM, (KelompokKisi("S1", daftar[:2]), KelompokKisi("S2", daftar[2:])), "Indikator", boleh=True)


def _isi(hasil: TempelanKisi) -> dict[str, str]:
    return {s.kotak.nama: s.baru for s in hasil.daftar if s.berubah and s.kotak}


def _galat(hasil: TempelanKisi) -> list[str]:
    return [s.galat for s in hasil.daftar if s.galat]


def test_blok_masuk_berurutan_dari_baris_dan_kolom_tempat_mulai() -> None:
    hasil = tempelkan("91,5\tMakin rendah\n92\tpositif\n", _kisi(), mulai=2, kolom="target_2025")
    assert _isi(hasil) == {"target_2025-2": "91,5", "arah-2": "negatif", "target_2025-3": "92"}
    assert _galat(hasil) == []


def test_kolom_kode_menentukan_baris() -> None:
    hasil = tempelkan("IKU3\t10\t11\niku1.\t20\nIKU8\t5\nIKU3\t1", _kisi())
    assert _isi(hasil) == {"target_2024-3": "10", "target_2025-3": "11", "target_2024-1": "20"}
    assert _galat(hasil) == ["Tidak ada baris berkode “IKU8”.", "Kode “IKU3” muncul dua kali."]


def test_baris_judul_menentukan_kolom() -> None:
    hasil = tempelkan("Kode\t2025\tCatatan\t2024\nIKU2\t7\tapa saja\t8", _kisi(), kolom="target_2024")
    assert _isi(hasil) == {"target_2025-2": "7", "target_2024-2": "8"}
    assert _galat(hasil) == []


def test_judul_yang_sama_dua_kali_ditolak() -> None:
    assert "dua kali" in tempelkan("Kode\t2024\t2024\nIKU1\t1\t2", _kisi()).galat


def test_sel_kosong_yang_sama_dan_kolom_tetap_dilewati() -> None:
    hasil = tempelkan("90,43\t\tpositif\t5", _kisi())
    assert _isi(hasil) == {}
    assert [s.lewat for s in hasil.daftar] == [
        "sama dengan yang tersimpan",
        "sel kosong, nilai lama tetap",
        "sama dengan yang tersimpan",
        "tidak dapat diisi",
    ]
    assert hasil.daftar_berarti == ()


@pytest.mark.parametrize(
    ("teks", "kolom", "pesan"),
    [
        ("88.123", "target_2024", "dapat berarti dua angka"),
        ("naik", "arah", "Pilihannya: Makin tinggi, Makin rendah"),
        ("1\t2\tpositif\t4\t5", "target_2024", "Tidak ada kolom lagi"),
        ("1\n2\n3\n4", "target_2024", "Tidak ada lagi baris"),
    ],
)
def test_yang_tidak_terbaca_disebut(teks: str, kolom: str, pesan: str) -> None:
    assert pesan in " ".join(_galat(tempelkan(teks, _kisi(), kolom=kolom)))


@pytest.mark.parametrize("teks", ["", "\n \n", "1\n" * 2001, "x" * 500_001, "1\t" * 10_001, '"' + "x" * 140_000])
def test_tempelan_kosong_atau_terlalu_besar_ditolak(teks: str) -> None:
    assert tempelkan(teks, _kisi()).galat


@given(st.text(max_size=200), st.integers(0, 5), st.sampled_from(["", "arah", "target_2025", "x"]))
def test_teks_apa_pun_tidak_menulis_satu_kotak_dua_kali(teks: str, mulai: int, kolom: str) -> None:
    hasil = tempelkan(teks, _kisi(), mulai=mulai, kolom=kolom)
    nama = [s.kotak.nama for s in hasil.daftar if s.berubah and s.kotak]
    assert len(nama) == len(set(nama))
    assert not any(n.startswith("jumlah") for n in nama)
