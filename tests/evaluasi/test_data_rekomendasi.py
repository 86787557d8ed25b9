from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kinerja.data_evaluasi import KeadaanTindakLanjut
from kinerja.data_rekomendasi import RENTANG_UMUR, ButirRekomendasi, banyak_kali
from lkjip.evaluasi.halaman_tindak_lanjut import BarisRekomendasi

HARI = date(2025, 3, 1)
BUTIR = ButirRekomendasi(
    1, "A", "Dinas A", 2023, 1, "Perencanaan Kinerja", "Tetapkan target.", KeadaanTindakLanjut.BELUM,
    date(2024, 12, 31), date(2024, 5, 22),
)  # fmt: skip


def test_setiap_umur_masuk_tepat_satu_kelompok() -> None:
    for umur in range(2000):
        cocok = [k for k, (awal, akhir) in RENTANG_UMUR.items() if awal <= umur and (akhir is None or umur <= akhir)]
        assert len(cocok) == 1, umur


@pytest.mark.parametrize(
    ("selisih", "lewat", "tulisan"),
    [
        (0, 0, "31 Desember 2024, hari ini"),
        (1, 1, "31 Desember 2024, lewat 1 hari"),
        (-1, 0, "31 Desember 2024, 1 hari lagi"),
    ],
)
def test_hari_batas_waktu_belum_lewat(selisih: int, lewat: int, tulisan: str) -> None:
    baris = BarisRekomendasi(BUTIR, date(2024, 12, 31) + timedelta(days=selisih))
    assert (baris.lewat, baris.batas) == (lewat, tulisan)


def test_yang_selesai_tidak_lewat_dan_tidak_berumur() -> None:
    baris = BarisRekomendasi(replace(BUTIR, keadaan=KeadaanTindakLanjut.SELESAI), HARI)
    assert (baris.lewat, baris.umur, baris.batas) == (0, None, "31 Desember 2024")


def test_umur_dihitung_dari_tanggal_lhe() -> None:
    assert BUTIR.umur(HARI) == 283
    assert replace(BUTIR, tanggal_lhe=None).umur(HARI) is None


def test_banyak_kali_mengikuti_rantai_dan_tidak_berputar() -> None:
    rantai = {3: 2, 2: 1, 1: None, 4: 5, 5: 4}
    assert [banyak_kali(pk, rantai) for pk in (1, 2, 3, 4)] == [1, 2, 3, 2]
