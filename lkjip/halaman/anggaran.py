"""Money as the site shows it: a tree of program, kegiatan, subkegiatan with totals."""

from __future__ import annotations

from dataclasses import dataclass

from anggaran.data import Anggaran
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Angka


@dataclass(frozen=True)
class Uang:
    pagu: Angka
    realisasi: Angka
    sisa: Angka
    serapan: Angka


@dataclass(frozen=True)
class BarisAnggaran:
    anggaran: Anggaran
    uang: Uang
    anak: tuple[BarisAnggaran, ...]


@dataclass(frozen=True)
class HalamanAnggaran:
    jumlah: Uang
    daftar: tuple[BarisAnggaran, ...]
    per_sasaran: tuple[tuple[str, str, Uang], ...]


def uang(konteks: Konteks, kode: str = "") -> Uang:
    """Money of a budget row, of a sasaran, or ('') of the agency."""
    return Uang(
        konteks.angka("pagu", kode, polos=True),
        konteks.angka("realisasi_anggaran", kode, polos=True),
        konteks.angka("sisa_anggaran", kode, polos=True),
        konteks.angka("serapan", kode),
    )


def _baris(konteks: Konteks, anggaran: Anggaran) -> BarisAnggaran:
    anak = konteks.anggaran.daftar_anak.get(anggaran.kode, ())
    return BarisAnggaran(anggaran, uang(konteks, anggaran.kode), tuple(_baris(konteks, a) for a in anak))


def halaman_anggaran(konteks: Konteks) -> HalamanAnggaran:
    return HalamanAnggaran(
        jumlah=uang(konteks),
        daftar=tuple(_baris(konteks, program) for program in konteks.program),
        per_sasaran=tuple(
            (s.kode, s.uraian, uang(konteks, s.kode)) for s in konteks.sasaran if konteks.anggaran_sasaran(s.kode)
        ),
    )
