"""The content of the report that was chosen: its kind and period, and the texts written for it, under plain names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from lkjip.laporan.compose.ruas import Ruas
from lkjip.laporan.data import DataLaporan
from lkjip.laporan.data_pilihan import PilihanLaporan

_TETAP = (
    *("bab1.latar_belakang", "bab1.gambaran_umum", "bab1.dasar_hukum"),
    *("bab1.tugas_fungsi", "bab1.tugas", "bab1.fungsi"),
)
"""What an agency writes once a year: a report of a quarter takes it over unless it has words of its own."""

_LAPORAN_LAIN = re.compile(r"(?:tw[1-4]|bidang)\.")


def laporan_pilihan(laporan: DataLaporan) -> DataLaporan:
    """The content as the chosen report (`laporan.pilihan`) reads it.

    A workbook that is a quarter's own keeps its own texts for that quarter: there nothing is left to choose.
    """
    pilihan = laporan.pilihan
    if not laporan.khusus:
        return _hanya(replace(laporan, pilihan=PilihanLaporan()), lambda b: None if _LAPORAN_LAIN.match(b) else b)
    tetap = _TETAP if pilihan.unit is None else ()
    tertulis = {n.bagian for n in laporan.daftar_narasi if n.bagian.startswith(pilihan.awalan)}

    def nama(bagian: str) -> str | None:
        """The name that the section has in this report; None where it belongs to another."""
        if bagian.startswith(pilihan.awalan):
            sisa = bagian.removeprefix(pilihan.awalan)
            return None if _LAPORAN_LAIN.match(sisa) else sisa
        return bagian if bagian in tetap and pilihan.awalan + bagian not in tertulis else None

    return _hanya(replace(laporan, identitas=laporan.identitas_berlaku), nama)


def _hanya(laporan: DataLaporan, nama: Callable[[str], str | None]) -> DataLaporan:
    """With what is to stand in the report, under the names it has there; None: it belongs to another report."""
    narasi = ((n, nama(n.bagian)) for n in laporan.daftar_narasi)
    tabel = ((t, nama(t.bagian)) for t in laporan.daftar_tabel)
    gambar = ((g, nama(g.bagian)) for g in laporan.daftar_gambar)
    return replace(
        laporan,
        daftar_narasi=tuple(replace(n, bagian=b) for n, b in narasi if b is not None),
        daftar_tabel=tuple(replace(t, bagian=b) for t, b in tabel if b is not None),
        daftar_gambar=tuple(replace(g, bagian=b) for g, b in gambar if b is not None),
    )


def ruas_tersimpan(laporan: DataLaporan, ruas: Ruas) -> Ruas:
    """The place under the names by which its text is stored; what is only taken over from the year is not written."""
    if not laporan.khusus:
        return ruas
    awalan = laporan.pilihan.awalan
    bagian, *lain = (awalan + nama for nama in (ruas.bagian, *ruas.nama_lain))
    ada = {n.bagian for n in laporan.daftar_narasi if n.isi.strip()}
    return replace(
        ruas, bagian=bagian, nama_lain=tuple(lain), tertulis=ruas.tertulis and not ada.isdisjoint((bagian, *lain))
    )
