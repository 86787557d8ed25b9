"""Years, quarters and dates in Indonesian."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

DAFTAR_TRIWULAN = (1, 2, 3, 4)
NAMA_BULAN = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
              "November", "Desember")  # fmt: skip
_ROMAWI = {1: "I", 2: "II", 3: "III", 4: "IV"}


# A year of this century that stands for itself in a text: no part of a date, a code or a longer number.
POLA_TAHUN = re.compile(r"(?<![\d.,/])20\d\d(?![\d.,/]*\d)")

# A quarter in a text, with its number as the group that `baca_triwulan` reads; upper and lower case alike.
TRIWULAN_TERTULIS = r"(?:triwulan|tw)[\s.-]*(iv|iii|ii|i|[1-4])\b"


def baca_triwulan(tulisan: str) -> int:
    """1–4 of `III` or `3`. Raises ValueError for another number or word."""
    romawi = {tulis.casefold(): nomor for nomor, tulis in _ROMAWI.items()}
    nomor = romawi.get(tulisan.casefold()) or int(tulisan)
    if nomor not in DAFTAR_TRIWULAN:
        raise ValueError(tulisan)
    return nomor


def nama_triwulan(triwulan: int) -> str:
    """`Triwulan III`."""
    return f"Triwulan {_ROMAWI[triwulan]}"


def singkatan_triwulan(triwulan: int) -> str:
    """`TW III`."""
    return f"TW {_ROMAWI[triwulan]}"


def akhir_triwulan(tahun: int, triwulan: int) -> date:
    """Last day of the quarter."""
    return date(tahun + triwulan // 4, triwulan % 4 * 3 + 1, 1) - timedelta(days=1)


def akhir_tahun(tahun: int) -> date:
    return date(tahun, 12, 31)


def tulis_tanggal(tanggal: date) -> str:
    """`28 Februari 2025`."""
    return f"{tanggal.day} {NAMA_BULAN[tanggal.month - 1]} {tanggal.year}"


def tulis_saat(saat: datetime) -> str:
    """`12 Oktober 2024 pukul 14.03`, of a local time."""
    return f"{tulis_tanggal(saat.date())} pukul {saat:%H.%M}"
