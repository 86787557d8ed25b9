"""The desk at which the report of one agency-year is written: the report as composed now, its places, its figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lkjip.data import BukuKerja
from lkjip.halaman.keadaan_naskah import KeadaanNaskah, keadaan_naskah
from lkjip.laporan.compose import Naskah, susun_naskah
from lkjip.laporan.compose.angka_usang import PerubahanAngka, catat_angka
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.ruas import Ruas
from lkjip.laporan.compose.rujukan import Penunjuk, penunjuk
from lkjip.laporan.selectors_naskah import load_catatan
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

    @property
    def kamus(self) -> Penunjuk:
        """All names by which a text may refer to something of the report as it is now."""
        return penunjuk(self.naskah.dokumen, self.buku.laporan)

    def ruas(self, bagian: str) -> Ruas | None:
        return cari_ruas(self.naskah, bagian)

    def naskah_dengan(self, ruas: Ruas, teks: str) -> Naskah:
        """The report with a draft at the place; nothing is stored."""
        return susun_naskah(self.konteks.dengan_laporan(laporan_dengan(self.buku.laporan, ruas, teks)))

    def periksa(self, ruas: Ruas, naskah: Naskah, teks: str) -> Pemeriksaan:
        """The remarks about a text of this place, in the report as composed with it."""
        return periksa_teks(self.konteks, teks, ruas, penunjuk(naskah.dokumen, self.buku.laporan))

    def angka_bicara(self, ruas: Ruas, teks: str) -> list[dict[str, Any]]:
        """The figures that a text talks about, as they are now, to be kept beside it."""
        return catat_angka(self.konteks, teks, ruas.subjek)

    @cached_property
    def _keadaan(self) -> KeadaanNaskah:
        return keadaan_naskah(self.konteks, self.naskah, load_catatan(self.ruang.tahun_kinerja))

    @property
    def perubahan(self) -> Mapping[str, tuple[PerubahanAngka, ...]]:
        """Per name of a place: the figures its text talks about that have changed since it was written."""
        return {satu.ruas.bagian: satu.daftar_perubahan for satu in self._keadaan.usang}

    @property
    def keadaan(self) -> Mapping[str, str]:
        """Per name of a place: kosong, otomatis, ditulis or usang."""
        return {satu.ruas.bagian: satu.keadaan.value for satu in self._keadaan.daftar}
