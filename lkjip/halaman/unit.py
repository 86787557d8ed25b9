"""Which unit answers for which indicator and which budget row, by the texts that the workbook carries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lkjip.data import DataInstansi
from renstra.data_unit import PetaUnit


@dataclass(frozen=True)
class UnitPenanggungJawab:
    """Units per kode of an indicator and per kode of a budget row; empty where no unit is named."""

    peta: PetaUnit
    per_indikator: Mapping[str, frozenset[int]]
    per_anggaran: Mapping[str, frozenset[int]]


def unit_penanggung_jawab(data: DataInstansi, peta: PetaUnit) -> UnitPenanggungJawab:
    """A budget row without a unit of its own has that of its parent, an indicator that of its budget row."""
    per_anggaran: dict[str, frozenset[int]] = {}
    tunggu: list[tuple[str, frozenset[int]]] = [("", frozenset())]
    while tunggu:  # no recursion: a workbook may nest its rows deeper than Python its calls
        induk, warisan = tunggu.pop()
        for baris in data.anggaran.daftar_anak.get(induk, ()):
            unit = peta.dari_teks(baris.penanggung_jawab) or peta.dari_teks(baris.unit) or warisan
            per_anggaran[baris.kode] = unit
            tunggu.append((baris.kode, unit))
    per_indikator = {
        i.kode: peta.dari_teks(i.penanggung_jawab) or per_anggaran.get(i.induk, frozenset())
        for i in data.renstra.daftar_indikator
    }
    return UnitPenanggungJawab(peta, per_indikator, per_anggaran)
