"""Which report of an agency-year is asked for: what its workbook says, one of a quarter, or one of a unit. Pure."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from kinerja.data import Analisis
from lkjip.laporan.data_dokumen import BagianUnit, PihakJanji

_PANJANG_SLUG = 40


@dataclass(frozen=True)
class UnitPelapor:
    """The unit that reports, and who leads it on the report's day; who is not known stays a dotted line.

    `pk`: its row, where it has one; pages name it so.
    """

    bagian: BagianUnit
    kepala: PihakJanji = PihakJanji()
    pk: int | None = None


@dataclass(frozen=True)
class PilihanLaporan:
    """The report that is asked for. Without any choice it is the one that the workbook describes.

    `triwulan`: the report of that quarter. `unit`: of that unit, of the quarter or, without one, of the year.
    `sementara`: the quarter is not yet approved, which the report then says. `daftar_analisis`: what was written about
    the quarter itself; the workbook carries only the year's.
    """

    triwulan: int | None = None
    unit: UnitPelapor | None = None
    tanggal: date | None = None
    sementara: bool = False
    daftar_analisis: tuple[Analisis, ...] = ()

    @property
    def khusus(self) -> bool:
        """Whether another report than the workbook's own is asked for."""
        return self.triwulan is not None or self.unit is not None

    @property
    def awalan(self) -> str:
        """What stands before the names of its sections in sheet `narasi`: `tw2.`, `bidang.mutasi-asn.tw2.`"""
        unit = f"bidang.{slug_unit(self.unit.bagian.nama)}." if self.unit else ""
        return unit + (f"tw{self.triwulan}." if self.triwulan else "")


def slug_unit(nama: str) -> str:
    """`Bidang Mutasi ASN` → `bidang-mutasi-asn`: letters, digits and dashes only, and never empty.

    A name that loses more than its blanks on the way gets a piece of its hash, so that no two units share a slug.
    """
    kecil = " ".join(nama.lower().split())
    huruf = "".join(h if h.isascii() and h.isalnum() else "-" for h in kecil)
    slug = "-".join(filter(None, huruf.split("-")))
    if slug == kecil.replace(" ", "-") and 0 < len(slug) <= _PANJANG_SLUG:
        # "tw2" as a unit's name would read as the prefix of a quarter
        return f"unit-{slug}" if slug in {"tw1", "tw2", "tw3", "tw4"} else slug
    sidik = hashlib.sha256(kecil.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{slug[:_PANJANG_SLUG].strip('-') or 'unit'}-{sidik}"
