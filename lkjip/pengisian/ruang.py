"""One quarter of one agency as its pages see it: the data, the state, the rights of who asks, the units."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Self

from kinerja.akses import daftar_peralihan
from kinerja.data_pengisian import Pengisian, Peralihan
from kinerja.pintu import Pintu, pintu_ajukan, pintu_isi, terlambat
from lkjip.halaman.unit import UnitPenanggungJawab, unit_penanggung_jawab
from lkjip.laporan.compose.konteks import Konteks
from renstra.akses import Hak
from renstra.data_unit import PetaUnit
from renstra.models import TahunKinerja


@dataclass(frozen=True)
class RuangTahun:
    """The four quarters of one agency-year, and what this user may do in them.

    `muat` loads the data, once, when they are first asked for: saving a field needs them only afterwards.
    """

    tahun_kinerja: TahunKinerja
    muat: Callable[[], Konteks]
    hak: Hak
    daftar_pengisian: tuple[Pengisian, ...]
    peta_unit: PetaUnit
    hari: date

    @property
    def kode(self) -> str:
        return self.tahun_kinerja.instansi.kode

    @property
    def tahun(self) -> int:
        return int(self.tahun_kinerja.tahun)

    @cached_property
    def konteks(self) -> Konteks:
        return self.muat()

    def segar(self) -> Self:
        """The same room with the data as they are now."""
        return replace(self)

    @cached_property
    def unit(self) -> UnitPenanggungJawab:
        return unit_penanggung_jawab(self.konteks.data, self.peta_unit)


@dataclass(frozen=True)
class Ruang(RuangTahun):
    """One of the quarters."""

    triwulan: int

    @property
    def pengisian(self) -> Pengisian:
        return self.daftar_pengisian[self.triwulan - 1]

    @property
    def pintu(self) -> Pintu:
        """Whether the quarter's data may be changed today, by whomever may at all."""
        return pintu_isi(self.pengisian, self.hari)

    @property
    def pintu_ajukan(self) -> Pintu:
        return pintu_ajukan(self.pengisian, self.hari)

    @property
    def terlambat(self) -> bool:
        return terlambat(self.pengisian, self.hari)

    @property
    def daftar_peralihan(self) -> tuple[Peralihan, ...]:
        """The steps that this user may take now."""
        return daftar_peralihan(self.hak, self.pengisian.status)

    def boleh_isi_indikator(self, kode: str) -> bool:
        """Whether this user may fill in the indicator today."""
        return self.pintu.terbuka and self.milik_indikator(kode)

    def boleh_isi_anggaran(self, kode: str) -> bool:
        """Whether this user may fill in the budget row today."""
        return self.pintu.terbuka and self.milik_anggaran(kode)

    def boleh_jawab(self, kode: str | None) -> bool:
        """Whether this user may still answer a remark at the indicator; None: at the quarter as a whole."""
        return not self.pengisian.diterima and self.milik_catatan(kode)

    def milik_catatan(self, kode: str | None) -> bool:
        """Who fills in the indicator answers for it; for the agency as a whole, who is not limited to units."""
        return self.hak.boleh_isi(frozenset()) if kode is None else self.milik_indikator(kode)

    def milik_indikator(self, kode: str) -> bool:
        """Whether the indicator is this user's to fill in, while the quarter is open."""
        return self.hak.boleh_isi(self.unit.per_indikator.get(kode, frozenset()) if self.hak.terbatas else frozenset())

    def milik_anggaran(self, kode: str) -> bool:
        """Whether the budget row is this user's to fill in, while the quarter is open."""
        return self.hak.boleh_isi(self.unit.per_anggaran.get(kode, frozenset()) if self.hak.terbatas else frozenset())
