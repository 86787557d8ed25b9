"""Money: own figure against the sum of the children, sasaran without counting twice, efficiency by each method."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anggaran.data import Anggaran, Belanja, Penunjang
from anggaran.rumus.efisiensi import nilai_efisiensi
from kinerja.data import MetodeEfisiensi, MetodePengukuran
from lkjip.besaran import hitung
from lkjip.data import DataInstansi
from renstra.data import Indikator
from tests.pembuat import D, baris, buat_data, buat_kinerja, buat_renstra, target, tw, uang

POHON = (
    baris("P", pagu=None),
    baris("P.1", "P", pagu=100, sasaran="S1"),
    baris("P.1.1", "P.1", pagu=60),
    baris("P.1.2", "P.1", pagu=50),
    baris("P.2", "P", pagu=200, sasaran="S2"),
)
REALISASI = (uang("P.1", 90), uang("P.1.1", 40, 2), uang("P.1.1", 55, 4), uang("P.1.2", 45), uang("P.2", 150))


def isi(daftar: tuple[Anggaran, ...] = POHON, metode: MetodeEfisiensi | None = None, **lain: object) -> DataInstansi:
    renstra = buat_renstra(
        Indikator("I1", "S1"),
        Indikator("I2", "S2"),
        Indikator("IK", "P.2"),
        daftar_target_tahunan=(target("I1", 100), target("I2", 100), target("IK", 4)),
    )
    kinerja = buat_kinerja(
        renstra,
        daftar_kinerja_triwulan=(tw("I1", 4, 120), tw("I2", 4, 90), tw("IK", 4, 4)),
        metode=MetodePengukuran(metode_efisiensi=metode, batas_capaian=D(110)),
    )
    return buat_data(kinerja, **{"daftar_anggaran": daftar, "daftar_realisasi_anggaran": REALISASI, **lain})


@pytest.mark.parametrize(
    ("besaran", "subjek", "harapan"),
    [
        ("pagu", "P.1", 100),
        ("jumlah_pagu", "P.1", 110),
        ("jumlah_pagu", "P.1.1", 60),
        ("jumlah_pagu", "P", 300),
        ("pagu", "P", 300),
        ("jumlah_pagu", "", 300),
        ("jumlah_realisasi", "P.1", 100),
        ("realisasi_anggaran", "P.1", 90),
        ("jumlah_realisasi", "", 240),
        ("jumlah_pagu", "S1", 100),
        ("jumlah_realisasi", "S2", 150),
        ("serapan", "P.1", 90),
        ("serapan", "S2", 75),
        ("serapan", "", 80),
        ("sisa_anggaran", "", 60),
    ],
)
def test_angka_sendiri_dan_jumlah_anak_tidak_tertukar(besaran: str, subjek: str, harapan: int) -> None:
    assert hitung(isi(), besaran, subjek).nilai == harapan


def test_pagu_perubahan_berlaku_bila_ada_dan_versi_memilih() -> None:
    data = isi((baris("P", pagu=100, pagu_perubahan=D(120)), baris("Q", pagu=50), baris("R", pagu_perubahan=D(7))))
    assert hitung(data, "jumlah_pagu", "").nilai == 177
    murni, perubahan = (hitung(data, "jumlah_pagu", "", versi=v) for v in ("murni", "perubahan"))
    assert murni.nilai == 150
    assert "tanpa R" in murni.cara
    assert perubahan.nilai == 177
    assert "tidak diubah" in hitung(data, "jumlah_pagu", "Q", versi="perubahan").cara


def test_versi_yang_tidak_ada_sama_sekali_tidak_dikarang() -> None:
    hanya_perubahan, hanya_murni = isi((baris("P", pagu_perubahan=D(9)),)), isi((baris("P", pagu=9),))
    assert "pagu murni P belum diisi" in hitung(hanya_perubahan, "jumlah_pagu", "", versi="murni").alasan
    assert "pagu perubahan P belum diisi" in hitung(hanya_murni, "jumlah_pagu", "", versi="perubahan").alasan


def test_bagian_yang_kosong_membuat_jumlah_kosong_bukan_nol() -> None:
    data = isi((baris("P", pagu=None), baris("P.1", "P", pagu=None), baris("P.2", "P", pagu=5)))
    hasil = hitung(data, "jumlah_pagu", "P")
    assert not hasil.ada
    assert "P.1" in hasil.alasan


def test_realisasi_per_triwulan_kumulatif() -> None:
    assert hitung(isi(), "realisasi_anggaran", "P.1.1", triwulan=2).nilai == 40
    assert hitung(isi(), "realisasi_anggaran", "P.1.1").nilai == 55
    assert not hitung(isi(), "realisasi_anggaran", "P.1.1", triwulan=3).ada


def test_baris_tertaut_mencakup_turunannya_dan_tidak_dihitung_dua_kali() -> None:
    ganda = (baris("P", pagu=300, sasaran="S1"), baris("P.1", "P", pagu=100, sasaran="S1"), baris("P.2", "P", pagu=200))
    assert hitung(isi(ganda), "jumlah_pagu", "S1").nilai == 300
    bercabang = (ganda[0], ganda[1], replace(ganda[2], sasaran="S2"))
    assert hitung(isi(bercabang), "jumlah_pagu", "S1").nilai == 100
    assert hitung(isi(bercabang), "jumlah_pagu", "S2").nilai == 200


def test_anggaran_tahun_lain_tidak_ada_dalam_buku_ini() -> None:
    assert "2023" in hitung(isi(), "jumlah_pagu", "", tahun=2023).alasan


def test_pagu_nol_tidak_punya_serapan() -> None:
    hasil = hitung(isi((baris("Z", pagu=0),), daftar_realisasi_anggaran=(uang("Z", 0),)), "serapan", "Z")
    assert "pagu nol" in hasil.alasan


def test_belanja_per_jenis_dengan_induk_dan_tahun() -> None:
    belanja = (
        Belanja("5", "", "Belanja", 2024, D(90), D(100), D(80)),
        Belanja("5.1", "5", "Operasi", 2024, D(50), D(60), D(50)),
        Belanja("5.2", "5", "Modal", 2024, D(40), None, D(25)),
        Belanja("5", "", "Belanja", 2023, None, D(10), D(9)),
    )
    data = isi(daftar_belanja=belanja)
    assert hitung(data, "jumlah_pagu", "5").nilai == 100
    assert hitung(data, "jumlah_pagu", "5", versi="murni").nilai == 90
    assert hitung(data, "jumlah_realisasi", "5").nilai == 75
    assert hitung(data, "serapan", "5").nilai == 80
    assert hitung(data, "serapan", "5", tahun=2023).nilai == 90


@pytest.mark.parametrize(
    ("metode", "sasaran_satu", "indikator_dua"),
    [
        (MetodeEfisiensi.SELISIH, D(20), D(15)),
        (MetodeEfisiensi.RASIO, D(110) / D(90), D("1.2")),
        (MetodeEfisiensi.SISA, D(10), D(25)),
        (MetodeEfisiensi.PMK, (D(110) - D(90)) * 100 / D(110), (D(180) - D(150)) * 100 / D(180)),
    ],
)
def test_efisiensi_menurut_metode_memakai_capaian_terbatas(
    metode: MetodeEfisiensi, sasaran_satu: Decimal, indikator_dua: Decimal
) -> None:
    data = isi(metode=metode)
    assert round(hitung(data, "efisiensi", "S1").angka or 0, 12) == round(sasaran_satu, 12)
    assert round(hitung(data, "efisiensi", "I2").angka or 0, 12) == round(indikator_dua, 12)


def test_rata_rata_efisiensi_atas_sasaran() -> None:
    assert hitung(isi(metode=MetodeEfisiensi.SELISIH), "rata_rata_efisiensi").nilai == D("17.5")


def test_baris_penunjang_menggantikan_serapan_sasaran() -> None:
    penunjang = (Penunjang("P.1.1", mendukung="I2"), Penunjang("P.1", mendukung="I2"))
    data = isi(metode=MetodeEfisiensi.SELISIH, daftar_penunjang=penunjang)
    assert hitung(data, "efisiensi", "I2").nilai == 0
    assert "P.1" in hitung(data, "efisiensi", "I2").cara
    assert hitung(data, "efisiensi", "S2").nilai == 15


def test_efisiensi_tahun_lain_tidak_mencampur_pagu_tahun_ini() -> None:
    data = isi(metode=MetodeEfisiensi.SISA, daftar_penunjang=(Penunjang("P.1", mendukung="I1"),))
    hasil = hitung(data, "efisiensi", "I1", tahun=2023)
    assert not hasil.ada
    assert "2023" in hasil.alasan


@pytest.mark.parametrize(
    ("metode", "subjek", "kata"),
    [
        (MetodeEfisiensi.SELISIH, "S1", "efisien"),
        (MetodeEfisiensi.SELISIH, "S2", "tidak efisien"),
        (MetodeEfisiensi.SISA, "S2", "tidak efisien"),
        (MetodeEfisiensi.RASIO, "S2", "efisien"),
    ],
)
def test_simpulan_efisiensi(metode: MetodeEfisiensi, subjek: str, kata: str) -> None:
    assert hitung(isi(metode=metode), "simpulan_efisiensi", subjek).kata == kata


@given(st.decimals(min_value=-(10**6), max_value=10**6, places=3, allow_nan=False, allow_infinity=False))
def test_nilai_efisiensi_selalu_nol_sampai_seratus(efisiensi: Decimal) -> None:
    ne = nilai_efisiensi(efisiensi).angka
    assert ne is not None
    assert 0 <= ne <= 100


daftar_uang = st.lists(st.decimals(min_value=0, max_value=10**15, places=2), min_size=1, max_size=8)


@given(daftar=daftar_uang)
def test_jumlah_uang_tepat_sampai_sen(daftar: list[Decimal]) -> None:
    anak = tuple(baris(f"P.{n}", "P", pagu=str(nilai)) for n, nilai in enumerate(daftar))
    data = isi((baris("P"), *anak))
    assert hitung(data, "jumlah_pagu", "P").nilai == sum(daftar)
    assert hitung(data, "jumlah_pagu", "").nilai == sum(daftar)
