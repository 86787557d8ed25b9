"""SAKIP as the site shows it: components per year evaluated, and the recommendations."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.data import Rekomendasi
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Angka


@dataclass(frozen=True)
class BarisKomponen:
    nama: str
    bobot: Angka
    nilai: Angka


@dataclass(frozen=True)
class SakipTahun:
    tahun: int
    nilai: Angka
    predikat: Angka
    daftar_komponen: tuple[BarisKomponen, ...]


@dataclass(frozen=True)
class HalamanSakip:
    daftar_tahun: tuple[SakipTahun, ...]
    daftar_rekomendasi: tuple[Rekomendasi, ...]


def daftar_tahun_sakip(konteks: Konteks) -> tuple[int, ...]:
    """Years evaluated of which anything is known, latest first."""
    return tuple(sorted({*konteks.kinerja.daftar_sakip_per_tahun, *konteks.kinerja.lke_per_tahun}, reverse=True))


def sakip_tahun(konteks: Konteks, tahun: int) -> SakipTahun:
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
    )


def halaman_sakip(konteks: Konteks) -> HalamanSakip:
    return HalamanSakip(
        tuple(sakip_tahun(konteks, tahun) for tahun in daftar_tahun_sakip(konteks)),
        konteks.kinerja.daftar_rekomendasi,
    )
