"""One agency-year as a whole: the three subjects together, and the workbook that carries everything. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from anggaran.data import DataAnggaran
from kinerja.data import DataKinerja
from lkjip.laporan.data import DataLaporan
from lkjip.pemeriksaan.data import Klaim
from renstra.data import DataRenstra


@dataclass(frozen=True)
class DataInstansi:
    """Plan, measurement and money of one agency-year: what every figure is computed from."""

    anggaran: DataAnggaran

    @property
    def kinerja(self) -> DataKinerja:
        return self.anggaran.kinerja

    @property
    def renstra(self) -> DataRenstra:
        return self.anggaran.kinerja.renstra

    @property
    def tahun(self) -> int:
        return self.renstra.periode.tahun


@dataclass(frozen=True)
class BukuKerja:
    """Everything that one workbook carries: the exchange format as a value (../shared/format/buku-kerja.md)."""

    data: DataInstansi
    laporan: DataLaporan = DataLaporan()
    daftar_klaim: tuple[Klaim, ...] = ()
