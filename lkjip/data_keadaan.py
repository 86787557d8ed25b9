"""What a quarter holds besides the workbook: analysis, evidence, values of components, as records. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kinerja.data_pengisian import ButirAnalisis, JenisBukti


@dataclass(frozen=True)
class BuktiTercatat:
    """A piece of evidence; `indikator` is a kode."""

    indikator: str
    jenis: JenisBukti
    uraian: str
    nama: str
    tautan: str


@dataclass(frozen=True)
class NilaiKomponen:
    indikator: str
    komponen: str
    nilai: Decimal | None


@dataclass(frozen=True)
class IsiTriwulan:
    daftar_analisis: tuple[ButirAnalisis, ...] = ()
    daftar_bukti: tuple[BuktiTercatat, ...] = ()
    daftar_komponen: tuple[NilaiKomponen, ...] = ()

    def banyak_analisis(self, indikator: str) -> int:
        return sum(satu.indikator == indikator for satu in self.daftar_analisis)

    def banyak_bukti(self, indikator: str) -> int:
        return sum(satu.indikator == indikator for satu in self.daftar_bukti)
