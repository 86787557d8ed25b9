"""Classes of claims: sesuai, pembulatan, tidak_sesuai, tak_terhitung (buku-kerja.md, sheet `klaim`)."""

from __future__ import annotations

import pytest

from kinerja.data import MetodePengukuran, Sakip, Skala
from lkjip.data import DataInstansi
from lkjip.pemeriksaan.data import KelasKlaim, Klaim
from lkjip.pemeriksaan.klaim import periksa_klaim
from renstra.data import Akumulasi, Arah, Indikator
from tests.pembuat import D, baris, buat_data, buat_kinerja, buat_renstra, target, tw, uang


@pytest.fixture
def data() -> DataInstansi:
    renstra = buat_renstra(
        Indikator("I1", "S1"),
        Indikator("I2", "S2", akumulasi=Akumulasi.RATA_RATA),
        daftar_target_tahunan=(target("I1", "90", predikat="A"), target("I2", 80)),
    )
    kinerja = buat_kinerja(
        renstra,
        metode=MetodePengukuran(skala="x"),
        daftar_skala=(Skala("x", Arah.POSITIF, D(0), "Rendah"), Skala("x", Arah.POSITIF, D(91), "Sangat Tinggi")),
        daftar_kinerja_triwulan=(tw("I1", 3, "89.5"), tw("I2", 1, 80), tw("I2", 2, 81), tw("I2", 4, 81)),
        daftar_sakip=tuple(
            Sakip(2024, komponen, D(bobot), D(nilai))
            for komponen, bobot, nilai in (
                ("Perencanaan Kinerja", 30, "27"),
                ("Pengukuran Kinerja", 25, "16.4"),
                ("Pelaporan Kinerja", 15, "9.6"),
                ("Evaluasi Kinerja", 10, "14.40"),
                ("Capaian Kinerja", 20, "17.60"),
            )
        ),
    )
    return buat_data(kinerja, daftar_anggaran=(baris("P", pagu=3),), daftar_realisasi_anggaran=(uang("P", 2),))


@pytest.mark.parametrize(
    ("besaran", "subjek", "triwulan", "nilai", "kelas"),
    [
        ("capaian", "I1", 3, "99.44", KelasKlaim.SESUAI),
        ("capaian", "I1", 3, "99.4", KelasKlaim.SESUAI),
        ("capaian", "I1", 3, "99", KelasKlaim.SESUAI),
        ("capaian", "I1", 3, "100", KelasKlaim.PEMBULATAN),
        ("capaian", "I1", 3, "99.45", KelasKlaim.PEMBULATAN),
        ("capaian", "I1", 3, "99.00", KelasKlaim.TIDAK_SESUAI),
        ("capaian", "I1", 2, "100", KelasKlaim.TAK_TERHITUNG),
        ("realisasi", "I1", 3, "89.50", KelasKlaim.SESUAI),
        ("realisasi", "I1", 3, "89.6", KelasKlaim.TIDAK_SESUAI),
        ("realisasi", "I2", None, "80.67", KelasKlaim.SESUAI),
        ("realisasi", "I2", None, "80.66", KelasKlaim.PEMBULATAN),
        ("selisih_target", "I1", None, "90", KelasKlaim.SESUAI),
        ("selisih_target", "I1", None, "90.4", KelasKlaim.TIDAK_SESUAI),
        ("serapan", "P", None, "66.66", KelasKlaim.PEMBULATAN),
        ("serapan", "P", None, "66.67", KelasKlaim.SESUAI),
        ("jumlah_pagu", "P", None, "3.4", KelasKlaim.TIDAK_SESUAI),
        ("jumlah_pagu", "TIDAK-ADA", None, "3", KelasKlaim.TAK_TERHITUNG),
        ("nilai_komponen_maks", "Evaluasi Kinerja", None, "14.40", KelasKlaim.TIDAK_SESUAI),
        ("nilai_komponen_maks", "Evaluasi Kinerja", None, "10", KelasKlaim.SESUAI),
        ("nilai_komponen_maks", "Capaian Kinerja", None, "-1", KelasKlaim.TIDAK_SESUAI),
        ("nilai_sakip", "", None, "85", KelasKlaim.SESUAI),
        ("nilai_sakip", "", None, "84.99", KelasKlaim.TIDAK_SESUAI),
    ],
)
def test_kelas_klaim_angka(
    data: DataInstansi, besaran: str, subjek: str, triwulan: int | None, nilai: str, kelas: KelasKlaim
) -> None:
    hasil = periksa_klaim(data, Klaim("Tabel", besaran, subjek, 2024, triwulan, nilai=D(nilai)))
    assert hasil.kelas is kelas
    assert bool(hasil.hasil.alasan) == (kelas is KelasKlaim.TAK_TERHITUNG)


@pytest.mark.parametrize(
    ("besaran", "subjek", "teks", "kelas"),
    [
        ("predikat_sakip", "", "A", KelasKlaim.SESUAI),
        ("predikat_sakip", "", ' "memuaskan"', KelasKlaim.SESUAI),
        ("predikat_sakip", "", "BB", KelasKlaim.TIDAK_SESUAI),
        ("kategori_capaian", "I2", "“Sangat tinggi” ", KelasKlaim.SESUAI),
        ("kategori_capaian", "I2", "rendah", KelasKlaim.TIDAK_SESUAI),
        ("selisih_target", "I1", "Memuaskan", KelasKlaim.SESUAI),
        ("selisih_target", "I2", "A", KelasKlaim.TAK_TERHITUNG),
        ("rata_rata_total", "", "> 100 %", KelasKlaim.TIDAK_SESUAI),
    ],
)
def test_kelas_klaim_kata(data: DataInstansi, besaran: str, subjek: str, teks: str, kelas: KelasKlaim) -> None:
    assert periksa_klaim(data, Klaim("Tabel", besaran, subjek, 2024, teks=teks)).kelas is kelas


def test_kolom_desimal_mengalahkan_desimal_yang_tampak(data: DataInstansi) -> None:
    klaim = Klaim("Tabel", "capaian", "I1", 2024, 3, nilai=D("99"), desimal=2)
    assert periksa_klaim(data, klaim).kelas is KelasKlaim.TIDAK_SESUAI


def test_tahun_kosong_berarti_tahun_laporan(data: DataInstansi) -> None:
    assert periksa_klaim(data, Klaim("Tabel", "selisih_target", "I1", nilai=D(90))).kelas is KelasKlaim.SESUAI
