"""One agency-year as a whole: the three subjects together, and the workbook that carries everything. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from anggaran.data import DataAnggaran
from kinerja.data import DataKinerja
from lkjip.dasar.periode import akhir_tahun, akhir_triwulan
from lkjip.laporan.data import DataLaporan
from lkjip.pemeriksaan.data import Klaim
from lkjip.pemeriksaan.data_ambang import Ambang
from lkjip.pemeriksaan.data_fakta import FaktaTahun
from renstra.data import DataRenstra


@dataclass(frozen=True)
class DataInstansi:
    """Plan, measurement and money of one agency-year: what every figure is computed from.

    `disetujui`: per quarter that the head has approved, what its figures were and are computed from, whatever is
    planned later. It is no content of the year, so two equal years may differ in it.
    """

    anggaran: DataAnggaran
    disetujui: Mapping[int, Disetujui] = field(default_factory=dict, compare=False)

    @property
    def kinerja(self) -> DataKinerja:
        return self.anggaran.kinerja

    @property
    def renstra(self) -> DataRenstra:
        return self.anggaran.kinerja.renstra

    @property
    def tahun(self) -> int:
        return self.renstra.periode.tahun

    def pada(self, hari: date | None) -> DataInstansi:
        """The same data, asked on `hari`: a period that is not over by then is not yet due, not missing."""
        anggaran = replace(self.anggaran, kinerja=replace(self.kinerja, per_tanggal=hari))
        return DataInstansi(anggaran, {n: replace(d, data=d.data.pada(hari)) for n, d in self.disetujui.items()})


@dataclass(frozen=True)
class Disetujui:
    """The agency-year as it was when the head approved a quarter.

    `kode_dulu`: kode of today → kode of then, of rows that have been renamed since. `kode_lain`: kode of then that
    another row bears today, which this state does not know.
    """

    data: DataInstansi
    tanggal: date
    kode_dulu: Mapping[str, str] = field(default_factory=dict)
    kode_lain: frozenset[str] = frozenset()


@dataclass(frozen=True)
class BukuKerja:
    """Everything that one workbook carries: the exchange format as a value (../shared/format/buku-kerja.md)."""

    data: DataInstansi
    laporan: DataLaporan = DataLaporan()
    daftar_klaim: tuple[Klaim, ...] = ()
    fakta: FaktaTahun | None = field(default=None, compare=False)  # no content of the workbook; for the rules alone
    ambang: Ambang | None = field(default=None, repr=False, compare=False)  # those of its pemda; None: the catalogue's

    @property
    def hari_laporan(self) -> date:
        """The day on which the report asks for its figures: its own date, else the last day of its period."""
        identitas, tahun = self.laporan.identitas_berlaku, self.data.tahun
        akhir = akhir_triwulan(tahun, identitas.triwulan) if identitas.triwulan else akhir_tahun(tahun)
        return identitas.tanggal_laporan or akhir

    def pada(self, hari: date) -> BukuKerja:
        """The same workbook, asked on `hari`."""
        return replace(self, data=self.data.pada(hari))
