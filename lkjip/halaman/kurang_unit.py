"""What the units of somebody who is limited to them have not entered yet."""

from __future__ import annotations

from lkjip.dasar.periode import DAFTAR_TRIWULAN
from lkjip.halaman.kelengkapan import baris_berpagu
from lkjip.halaman.kemajuan import hitung_terisi, hitung_uang
from lkjip.halaman.unit import UnitPenanggungJawab
from lkjip.laporan.compose.konteks import Konteks


def kurang_unit(konteks: Konteks, unit: UnitPenanggungJawab, daftar_unit: frozenset[int]) -> dict[int, int]:
    """Missing values of these units per quarter: indicators without realisasi or reason, budget rows without money."""
    indikator = [
        i.kode
        for i in konteks.renstra.daftar_indikator
        if not daftar_unit.isdisjoint(unit.per_indikator.get(i.kode, frozenset()))
    ]
    uang = [k for k in baris_berpagu(konteks) if not daftar_unit.isdisjoint(unit.per_anggaran.get(k, frozenset()))]
    return {
        n: hitung_terisi(konteks, indikator, n).kurang + hitung_uang(konteks, uang, n).kurang for n in DAFTAR_TRIWULAN
    }
