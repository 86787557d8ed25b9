"""SAKIP as the site shows it: components per year evaluated, and the recommendations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kinerja.data import Rekomendasi
from kinerja.data_evaluasi import AsalEvaluasi
from kinerja.data_terbit import EvaluasiTerbit
from lkjip.dasar.periode import tulis_tanggal
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Angka
from lkjip.pemeriksaan.data import Temuan


@dataclass(frozen=True)
class BarisKomponen:
    nama: str
    bobot: Angka
    nilai: Angka


@dataclass(frozen=True)
class SakipTahun:
    """`sumber`: where the year's figures come from, in words; `terbit`: from an issued LHE."""

    tahun: int
    nilai: Angka
    predikat: Angka
    daftar_komponen: tuple[BarisKomponen, ...]
    sumber: str = ""
    terbit: bool = False
    daftar_temuan: tuple[Temuan, ...] = ()


@dataclass(frozen=True)
class HalamanSakip:
    daftar_tahun: tuple[SakipTahun, ...]
    daftar_rekomendasi: tuple[Rekomendasi, ...]


def daftar_tahun_sakip(konteks: Konteks) -> tuple[int, ...]:
    """Years evaluated of which anything is known, latest first."""
    return tuple(sorted({*konteks.kinerja.daftar_sakip_per_tahun, *konteks.kinerja.lke_per_tahun}, reverse=True))


def sakip_tahun(konteks: Konteks, tahun: int) -> SakipTahun:
    lhe = next((e for e in konteks.kinerja.daftar_terbit if e.tahun == tahun), None)
    komponen = [s.komponen for s in konteks.kinerja.daftar_sakip_per_tahun.get(tahun, ())]
    return SakipTahun(
        tahun,
        konteks.angka("nilai_sakip", tahun=tahun),
        konteks.angka("predikat_sakip", tahun=tahun),
        tuple(
            BarisKomponen(
                nama,
                konteks.angka("bobot_komponen", nama, tahun=tahun),
                konteks.angka("nilai_komponen", nama, tahun=tahun),
            )
            for nama in komponen
        ),
        sumber_sakip(lhe),
        lhe is not None,
    )


def sumber_sakip(lhe: EvaluasiTerbit | None) -> str:
    if lhe is None:
        return "Isian instansi pada lembar sakip dan lke; LHE-nya belum terbit atau belum direkam di sistem ini."
    nomor = f" nomor {lhe.nomor_lhe}" if lhe.nomor_lhe else ""
    tanggal = f" tanggal {tulis_tanggal(lhe.tanggal_lhe)}" if lhe.tanggal_lhe else ""
    direkam = ", direkam dari LHE yang terbit di luar sistem" if lhe.asal is AsalEvaluasi.DIREKAM else ""
    return f"LHE{nomor}{tanggal}{direkam}."


def halaman_sakip(konteks: Konteks, temuan: Mapping[int, tuple[Temuan, ...]]) -> HalamanSakip:
    """`temuan`: per year evaluated, where an LHE states something else than its components make."""
    daftar = (sakip_tahun(konteks, tahun) for tahun in daftar_tahun_sakip(konteks))
    return HalamanSakip(
        tuple(replace(satu, daftar_temuan=temuan.get(satu.tahun, ())) for satu in daftar),
        konteks.kinerja.daftar_rekomendasi,
    )
