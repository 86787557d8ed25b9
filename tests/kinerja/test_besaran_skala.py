"""Scales of regulations, mirrored scales, and what a scale lacks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.besaran_penurunan import dua_bilangan, pembilang_penyebut
from kinerja.besaran_skala import DAFTAR_SKALA_BAKU, SKALA_BAKU_PER_NAMA, cermin, periksa_skala, predikat_indeks
from kinerja.rumus.kategori import kategori
from kinerja.rumus.predikat import predikat
from tests.pembuat import D

_DUA = st.decimals(min_value=0, max_value=200, places=2)


@given(_DUA)
def test_skala_sakip_membaca_seperti_predikatnya(nilai: Decimal) -> None:
    """> 90 is AA: the classes begin one step above the inclusive upper bounds."""
    kata = predikat_indeks(SKALA_BAKU_PER_NAMA["sakip"], nilai).kata
    assert kata is not None
    assert kata.partition(" ")[0] == predikat(nilai)


@given(_DUA)
def test_cermin_menilai_sama_baik_di_seberang_seratus(capaian: Decimal) -> None:
    kelas = SKALA_BAKU_PER_NAMA["permendagri_54"].kelas
    seberang = max(D(200) - capaian, D(0))
    assert kategori(seberang, cermin(kelas, desimal=2), desimal=2).kata == kategori(capaian, kelas, desimal=2).kata


@pytest.mark.parametrize(
    ("nama", "nilai", "kata"),
    [
        ("skm", "88.31", "A (Sangat Baik)"),
        ("skm", "88.30", "B (Baik)"),
        ("skm", "64.99", "D (Tidak Baik)"),
        ("nspk", "90.43", "A (Unggul)"),
        ("sistem_merit", "250", "III (Baik)"),
        ("sistem_merit", "249.99", "II (Kurang)"),
        ("ip_asn", "80.5", "Tinggi"),
        ("ip_asn", "60", "Sangat Rendah"),
        ("permendagri_54", "75.99", "Sedang"),
    ],
)
def test_batas_kelas_indeks(nama: str, nilai: str, kata: str) -> None:
    assert predikat_indeks(SKALA_BAKU_PER_NAMA[nama], D(nilai)).kata == kata


def test_nilai_di_bawah_tabel_tidak_punya_predikat() -> None:
    assert not predikat_indeks(SKALA_BAKU_PER_NAMA["sistem_merit"], D(99)).ada


def test_hanya_skala_capaian_yang_mulai_dari_nol_boleh_dipakai() -> None:
    for skala in DAFTAR_SKALA_BAKU:
        if skala.capaian:
            assert periksa_skala([(s.batas_bawah, s.kategori) for s in skala.daftar_skala()]) == ()
            assert max(batas for batas, _ in skala.kelas) <= 100
    assert {s.nama for s in DAFTAR_SKALA_BAKU if s.capaian} == {"permendagri_54", "sakip"}


def test_yang_kurang_pada_skala_disebut() -> None:
    temuan = " ".join(periksa_skala([(D(91), "Baik"), (D(91), "Baik"), (None, "X"), (D(51), "")]))
    for bagian in ("dipakai 2 kelas", "dipakai dua kali", "belum punya batas", "belum punya nama", "mulai dari 0"):
        assert bagian in temuan


@given(_DUA, _DUA)
def test_penurunan_pulang_pergi(lalu: Decimal, kini: Decimal) -> None:
    assert dua_bilangan(*pembilang_penyebut(lalu, kini)) == (lalu, kini)


def test_penurunan_dengan_satu_angka_belum_lengkap() -> None:
    assert dua_bilangan(None, D(5)) == (D(5), None)
