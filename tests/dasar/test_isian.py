"""What is typed into a field beyond numbers and text: whole numbers, ya or tidak, dates, choices."""

from __future__ import annotations

from datetime import date

import pytest

from lkjip.dasar.isian import (
    IsianTakTerbaca,
    JenisIsian,
    baca_dasar,
    baca_isian,
    tak_disentuh,
    tulis_dasar,
    tulis_isian,
)


@pytest.mark.parametrize(
    ("jenis", "teks", "nilai"),
    [
        (JenisIsian.BULAT, " 2024 ", 2024),
        (JenisIsian.BULAT, "0", 0),
        (JenisIsian.LOGIKA, "ya", True),
        (JenisIsian.LOGIKA, "Tidak", False),
        (JenisIsian.TANGGAL, "2024-12-31", date(2024, 12, 31)),
        (JenisIsian.PILIHAN, "positif", "positif"),
        *((jenis, "", None) for jenis in (JenisIsian.BULAT, JenisIsian.LOGIKA, JenisIsian.TANGGAL)),
    ],
)
def test_bilangan_bulat_ya_tidak_tanggal_dan_pilihan_kembali_utuh(jenis: JenisIsian, teks: str, nilai: object) -> None:
    assert baca_isian(teks, jenis) == nilai
    assert baca_isian(tulis_isian(nilai, jenis), jenis) == nilai
    assert baca_dasar(tulis_dasar(nilai), jenis) == nilai
    assert tak_disentuh(tulis_isian(nilai, jenis), nilai, jenis)


@pytest.mark.parametrize(
    ("jenis", "teks", "pesan"),
    [
        (JenisIsian.BULAT, "dua", "bukan bilangan bulat"),
        (JenisIsian.BULAT, "1" * 10, "bukan bilangan bulat"),
        (JenisIsian.BULAT, "٣", "bukan bilangan bulat"),
        (JenisIsian.LOGIKA, "mungkin", "bukan ya atau tidak"),
        (JenisIsian.TANGGAL, "31/12/2024", "bukan tanggal"),
    ],
)
def test_yang_bukan_bilangan_bulat_ya_tidak_atau_tanggal_ditolak(jenis: JenisIsian, teks: str, pesan: str) -> None:
    with pytest.raises(IsianTakTerbaca, match=pesan):
        baca_isian(teks, jenis)
