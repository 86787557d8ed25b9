"""The workbook of an agency-year with the report that is asked for: of the year, of a quarter, of a unit."""

from __future__ import annotations

from dataclasses import replace

from kinerja.selectors_panel import load_analisis_triwulan
from lkjip.dasar.periode import DAFTAR_TRIWULAN, akhir_tahun, akhir_triwulan
from lkjip.data import BukuKerja
from lkjip.laporan.data_pilihan import PilihanLaporan, UnitPelapor
from lkjip.perencanaan.selectors_dokumen import bagian_unit, kepala_unit
from lkjip.perencanaan.selectors_susun import ruang_bersama
from lkjip.selectors import load_buku_laporan
from renstra.models import TahunKinerja
from renstra.selectors_unit import ambil_unit


def load_buku_pilihan(tahun_kinerja: TahunKinerja, triwulan: int | None = None, unit: int | None = None) -> BukuKerja:
    """What the report of the quarter and of the unit (a pk) is made from; both None: the year's own report.

    Six queries more for a quarter, three more for a unit. Raises LookupError where there is no such quarter or unit.
    """
    if triwulan not in (None, *DAFTAR_TRIWULAN):
        raise LookupError("Triwulan hanya 1 sampai 4.")
    baris = ambil_unit(tahun_kinerja.instansi, unit) if unit is not None else None
    if unit is not None and baris is None:
        raise LookupError("Unit kerja ini tidak ada.")
    buku = load_buku_laporan(tahun_kinerja)
    if triwulan is None and baris is None:
        return buku
    ruang = ruang_bersama(tahun_kinerja, buku)
    akhir = akhir_triwulan(ruang.tahun, triwulan) if triwulan else akhir_tahun(ruang.tahun)
    pilihan = PilihanLaporan(
        triwulan=triwulan,
        unit=UnitPelapor(bagian_unit(ruang, baris), kepala_unit(baris, akhir), baris.pk) if baris else None,
        sementara=triwulan is not None and not ruang.daftar_pengisian[triwulan - 1].diterima,
        daftar_analisis=load_analisis_triwulan(tahun_kinerja, triwulan) if triwulan else (),
    )
    # the statement is about the year's report alone
    return replace(buku, laporan=replace(buku.laporan, pilihan=pilihan, pernyataan_reviu=None))
