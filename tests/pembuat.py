"""Builders with defaults: a whole agency-year in one line, so that a test shows only what it is about."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from anggaran.data import Anggaran, Belanja, DataAnggaran, Penunjang, RealisasiAnggaran
from kinerja.data import DataKinerja, KinerjaTriwulan, MetodePengukuran, RealisasiTahunan
from lkjip.data import DataInstansi
from renstra.data import (
    DataRenstra,
    Indikator,
    Instansi,
    Periode,
    Perjanjian,
    Sasaran,
    TargetTahunan,
    Tujuan,
    Versi,
)

TAHUN = 2024


def D(teks: str | int) -> Decimal:
    return Decimal(teks)


def buat_renstra(*daftar_indikator: Indikator, **lain: object) -> DataRenstra:
    """A Renstra 2024–2026 with the sasaran S1 and S2 under the tujuan T1."""
    data = DataRenstra(
        instansi=Instansi("UJI", nama="Badan Uji"),
        periode=Periode(TAHUN, 2024, 2026),
        daftar_tujuan=(Tujuan("T1"),),
        daftar_sasaran=(Sasaran("S1", "T1", "Sasaran satu"), Sasaran("S2", "T1", "Sasaran dua")),
        daftar_indikator=daftar_indikator or (Indikator("I1", "S1"),),
    )
    return replace(data, **lain)  # type: ignore[arg-type]


def buat_kinerja(renstra: DataRenstra | None = None, **lain: object) -> DataKinerja:
    return replace(DataKinerja(renstra or buat_renstra()), **lain)  # type: ignore[arg-type]


def buat_data(kinerja: DataKinerja | None = None, **lain: object) -> DataInstansi:
    return DataInstansi(replace(DataAnggaran(kinerja or buat_kinerja()), **lain))  # type: ignore[arg-type]


def target(kode: str, nilai: str | int | None, tahun: int = TAHUN, predikat: str = "") -> TargetTahunan:
    return TargetTahunan(kode, tahun, None if nilai is None else D(nilai), predikat)


def pk(kode: str, versi: Versi, nilai: str | int | None, tahun: int = TAHUN, predikat: str = "") -> Perjanjian:
    return Perjanjian(kode, tahun, versi, None if nilai is None else D(nilai), predikat)


def tw(kode: str, triwulan: int, realisasi: str | int | None = None, **lain: object) -> KinerjaTriwulan:
    baris = KinerjaTriwulan(kode, TAHUN, triwulan, realisasi=None if realisasi is None else D(realisasi))
    return replace(baris, **lain)  # type: ignore[arg-type]


def setahun(kode: str, realisasi: str | int | None, tahun: int = TAHUN, **lain: object) -> RealisasiTahunan:
    baris = RealisasiTahunan(kode, tahun, None if realisasi is None else D(realisasi))
    return replace(baris, **lain)  # type: ignore[arg-type]


def baris(kode: str, induk: str = "", pagu: str | int | None = None, sasaran: str = "", **lain: object) -> Anggaran:
    hasil = Anggaran(kode, induk, sasaran=sasaran, pagu_murni=None if pagu is None else D(pagu))
    return replace(hasil, **lain)  # type: ignore[arg-type]


def uang(kode: str, realisasi: str | int, triwulan: int = 4, tahun: int = TAHUN) -> RealisasiAnggaran:
    return RealisasiAnggaran(kode, tahun, triwulan, D(realisasi))


__all__ = [
    "TAHUN",
    "Belanja",
    "D",
    "MetodePengukuran",
    "Penunjang",
    "baris",
    "buat_data",
    "buat_kinerja",
    "buat_renstra",
    "pk",
    "setahun",
    "target",
    "tw",
    "uang",
]
