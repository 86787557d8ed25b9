"""The desk at which the report of one agency-year is written: the report as composed now, its places, its figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lkjip.data import BukuKerja
from lkjip.laporan.compose import Naskah, susun_naskah
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.ruas import Ruas, SifatRuas
from lkjip.laporan.compose.rujukan import penunjuk
from lkjip.naskah.halaman_periksa import Pemeriksaan, periksa_teks
from lkjip.naskah.halaman_ruas import cari_ruas, laporan_dengan
from lkjip.naskah.ingatan import Tersusun, susun_sekali
from lkjip.pengisian.ruang import RuangTahun


@dataclass(frozen=True)
class Meja:
    """`ruang` holds the whole workbook of the report, which is loaded when it is first asked for."""

    ruang: RuangTahun

    @property
    def buku(self) -> BukuKerja:
        return self.ruang.konteks.buku

    @cached_property
    def _tersusun(self) -> Tersusun:
        return susun_sekali(self.buku)

    @property
    def naskah(self) -> Naskah:
        return self._tersusun.naskah

    @property
    def konteks(self) -> Konteks:
        """The figures as the report shows them: of its own date."""
        return self._tersusun.konteks

    def ruas(self, bagian: str) -> Ruas | None:
        return cari_ruas(self.naskah, bagian)

    def naskah_dengan(self, ruas: Ruas, teks: str) -> Naskah:
        """The report with a draft at the place; nothing is stored."""
        return susun_naskah(self.konteks.dengan_laporan(laporan_dengan(self.buku.laporan, ruas, teks)))

    def periksa(self, naskah: Naskah, teks: str) -> Pemeriksaan:
        """The remarks about a text of this report."""
        return periksa_teks(self.konteks, teks, penunjuk(naskah.dokumen, self.buku.laporan))

    @property
    def keadaan(self) -> Mapping[str, str]:
        """Per name of a place: kosong, otomatis, ditulis or usang."""
        return {ruas.bagian: _keadaan(ruas) for ruas in self.naskah.daftar_ruas}


def _keadaan(ruas: Ruas) -> str:
    if ruas.tertulis:
        return "ditulis"
    return "otomatis" if ruas.sifat is SifatRuas.OTOMATIS else "kosong"
