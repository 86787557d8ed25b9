"""Which report of an agency-year is asked for: what its workbook says, one of a quarter, or one of a unit. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from lkjip.laporan.data import DataLaporan, IdentitasLaporan, JenisLaporan
from lkjip.laporan.data_dokumen import BagianUnit, PihakJanji

_TETAP = (
    *("bab1.latar_belakang", "bab1.gambaran_umum", "bab1.dasar_hukum"),
    *("bab1.tugas_fungsi", "bab1.tugas", "bab1.fungsi"),
)
"""What an agency writes once a year: a report of a quarter takes it over unless it has words of its own."""

_LAPORAN_LAIN = re.compile(r"(?:tw[1-4]|bidang)\.")


@dataclass(frozen=True)
class UnitPelapor:
    """The unit that reports, and who leads it on the report's day; who is not known stays a dotted line."""

    bagian: BagianUnit
    kepala: PihakJanji = PihakJanji()


@dataclass(frozen=True)
class PilihanLaporan:
    """The report that is asked for. Without any choice it is the one that the workbook describes.

    `triwulan`: the report of that quarter. `unit`: of that unit, of the quarter or, without one, of the year.
    `sementara`: the quarter is not yet approved, which the report then says.
    """

    triwulan: int | None = None
    unit: UnitPelapor | None = None
    tanggal: date | None = None
    sementara: bool = False

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
    """`Bidang Mutasi ASN` → `bidang-mutasi-asn`: letters, digits and dashes only."""
    huruf = "".join(h if h.isascii() and h.isalnum() else "-" for h in nama.lower())
    return "-".join(filter(None, huruf.split("-")))


def laporan_pilihan(laporan: DataLaporan, pilihan: PilihanLaporan) -> DataLaporan:
    """The content of the chosen report: its kind and period, and the sections written for it, under their plain names.

    A workbook that is a quarter's own keeps its own texts for that quarter.
    """
    if not pilihan.khusus or _sebagaimana_buku(laporan, pilihan):
        return _hanya(laporan, lambda bagian: "" if _LAPORAN_LAIN.match(bagian) else bagian)
    identitas = IdentitasLaporan(JenisLaporan.TRIWULAN, pilihan.triwulan, pilihan.tanggal)
    if pilihan.triwulan is None:
        identitas = replace(identitas, jenis_laporan=JenisLaporan.TAHUNAN)
    tetap = _TETAP if pilihan.unit is None else ()
    tertulis = {n.bagian for n in laporan.daftar_narasi if n.bagian.startswith(pilihan.awalan)}

    def nama(bagian: str) -> str:
        """The name that the section has in this report; empty where it belongs to another."""
        if bagian.startswith(pilihan.awalan):
            return bagian.removeprefix(pilihan.awalan)
        return bagian if bagian in tetap and pilihan.awalan + bagian not in tertulis else ""

    return _hanya(replace(laporan, identitas=identitas), nama)


def _sebagaimana_buku(laporan: DataLaporan, pilihan: PilihanLaporan) -> bool:
    """Whether the chosen report is the one that the workbook itself describes."""
    sendiri = laporan.identitas.jenis_laporan is JenisLaporan.TRIWULAN
    return sendiri and pilihan.unit is None and pilihan.triwulan == (laporan.identitas.triwulan or 4)


def _hanya(laporan: DataLaporan, nama: Callable[[str], str]) -> DataLaporan:
    """With what is to stand in the report, under the names it has there; what gets the empty name drops out."""
    return replace(
        laporan,
        daftar_narasi=tuple(replace(n, bagian=nama(n.bagian)) for n in laporan.daftar_narasi if nama(n.bagian)),
        daftar_tabel=tuple(replace(t, bagian=nama(t.bagian)) for t in laporan.daftar_tabel if nama(t.bagian)),
        daftar_gambar=tuple(replace(g, bagian=nama(g.bagian)) for g in laporan.daftar_gambar if nama(g.bagian)),
    )


def nama_tersimpan(laporan: DataLaporan, pilihan: PilihanLaporan, bagian: str) -> str:
    """Under which name of sheet `narasi` a section of this report is stored when it is written."""
    sendiri = not pilihan.khusus or _sebagaimana_buku(laporan, pilihan)
    return bagian if sendiri else pilihan.awalan + bagian
