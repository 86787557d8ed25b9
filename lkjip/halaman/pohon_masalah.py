"""What stands out in the tree of performance: nothing below it, nothing above it, nobody who answers for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum

from anggaran.data import Anggaran
from lkjip.laporan.compose.cascading import INDIKATOR_LEPAS, Cabang, JenisCabang
from lkjip.laporan.compose.konteks import Konteks
from renstra.data import Indikator
from renstra.data_unit import PetaUnit, baku


class Masalah(StrEnum):
    """In the order in which the page lists them: what breaks the cascade first."""

    SASARAN_TANPA_DUKUNGAN = "sasaran_tanpa_dukungan"
    INDIKATOR_TANPA_SASARAN = "indikator_tanpa_sasaran"
    ANGGARAN_TANPA_SASARAN = "anggaran_tanpa_sasaran"
    SASARAN_TANPA_TUJUAN = "sasaran_tanpa_tujuan"
    RENCANA_TANPA_INDIKATOR = "rencana_tanpa_indikator"
    ANGGARAN_TANPA_INDIKATOR = "anggaran_tanpa_indikator"
    UNIT_TAK_DIKENAL = "unit_tak_dikenal"

    @property
    def judul(self) -> str:
        return _JUDUL[self]

    @property
    def tanda(self) -> str:
        """The short word at the node."""
        return _TANDA[self]


_JUDUL = {
    Masalah.SASARAN_TANPA_DUKUNGAN: "Sasaran yang tidak didukung program, kegiatan, atau subkegiatan",
    Masalah.INDIKATOR_TANPA_SASARAN: "Indikator yang tidak mendukung sasaran mana pun",
    Masalah.ANGGARAN_TANPA_SASARAN: "Program, kegiatan, atau subkegiatan yang belum ditautkan ke sasaran",
    Masalah.SASARAN_TANPA_TUJUAN: "Sasaran yang belum ditautkan ke tujuan",
    Masalah.RENCANA_TANPA_INDIKATOR: "Tujuan atau sasaran tanpa indikator",
    Masalah.ANGGARAN_TANPA_INDIKATOR: "Program, kegiatan, atau subkegiatan tanpa indikator",
    Masalah.UNIT_TAK_DIKENAL: "Unit penanggung jawab belum diisi atau belum dikenal",
}
_TANDA = {
    Masalah.SASARAN_TANPA_DUKUNGAN: "tidak didukung",
    Masalah.INDIKATOR_TANPA_SASARAN: "tidak mendukung sasaran",
    Masalah.ANGGARAN_TANPA_SASARAN: "belum ditautkan",
    Masalah.SASARAN_TANPA_TUJUAN: "tanpa tujuan",
    Masalah.RENCANA_TANPA_INDIKATOR: "tanpa indikator",
    Masalah.ANGGARAN_TANPA_INDIKATOR: "tanpa indikator",
    Masalah.UNIT_TAK_DIKENAL: "unit belum dikenal",
}


class PemeriksaPohon:
    """Judges each node of one tree."""

    def __init__(self, ktx: Konteks, daftar: Sequence[Cabang], peta: PetaUnit) -> None:
        baris = [c for c in daftar if c.anggaran is not None]
        self._ktx, self._peta = ktx, peta
        self._didukung = {c.sasaran for c in baris}
        self._lepas = {c.kode for c in baris} - {c.kode for c in baris if c.sasaran}
        self._nama_instansi = {baku(n) for n in (ktx.instansi.nama, ktx.instansi.singkatan) if n.strip()}

    def masalah_cabang(self, cabang: Cabang, unit: Collection[int]) -> tuple[Masalah, ...]:
        """`unit`: the units that answer for a budget row."""
        if cabang.anggaran is not None:
            return tuple(self._anggaran(cabang, cabang.anggaran, unit))
        if cabang.jenis is JenisCabang.SASARAN:
            return tuple(self._sasaran(cabang))
        tanpa_indikator = cabang.jenis is JenisCabang.TUJUAN and not cabang.daftar_indikator
        return (Masalah.RENCANA_TANPA_INDIKATOR,) if tanpa_indikator else ()

    def _sasaran(self, cabang: Cabang) -> Iterator[Masalah]:
        if cabang.kode not in self._didukung:
            yield Masalah.SASARAN_TANPA_DUKUNGAN
        tujuan = self._ktx.renstra.tujuan_per_kode
        if tujuan and self._ktx.renstra.sasaran_per_kode[cabang.kode].tujuan not in tujuan:
            yield Masalah.SASARAN_TANPA_TUJUAN
        if not cabang.daftar_indikator:
            yield Masalah.RENCANA_TANPA_INDIKATOR

    def _anggaran(self, cabang: Cabang, baris: Anggaran, unit: Collection[int]) -> Iterator[Masalah]:
        if cabang.kode in self._lepas and baris.induk not in self._lepas:
            yield Masalah.ANGGARAN_TANPA_SASARAN
        if not cabang.daftar_indikator:
            yield Masalah.ANGGARAN_TANPA_INDIKATOR
        if self._unit_asing(baris, unit):
            yield Masalah.UNIT_TAK_DIKENAL

    def masalah_indikator(
        self, cabang: Cabang, indikator: Indikator, unit: Collection[int]
    ) -> tuple[Masalah, ...]:  # fmt: skip
        """`unit`: the units that answer for the indicator."""
        hasil = []
        if cabang.kode in (self._lepas if cabang.anggaran is not None else {INDIKATOR_LEPAS}):
            hasil.append(Masalah.INDIKATOR_TANPA_SASARAN)
        # One that a budget row carries without a text of its own is the row's: said there.
        if self._asing(indikator.penanggung_jawab) or (not unit and cabang.anggaran is None):
            hasil.append(Masalah.UNIT_TAK_DIKENAL)
        return tuple(hasil)

    def _unit_asing(self, baris: Anggaran, unit: Collection[int]) -> bool:
        """Whether this row is where an unknown or missing unit is to be said; not again at each row below it."""
        induk = self._ktx.anggaran.anggaran_per_kode.get(baris.induk)
        teks = self._teks(baris)
        if not teks:
            return induk is None and not unit
        return all(map(self._asing, teks)) and (induk is None or self._teks(induk) != teks)

    def _asing(self, teks: str) -> bool:
        """Whether a text names somebody, but neither a unit nor the agency as a whole, whose name means all of it."""
        if not teks.strip() or self._peta.dari_teks(teks):
            return False
        return not any(baku(satu) in self._nama_instansi for satu in teks.split(";"))

    @staticmethod
    def _teks(baris: Anggaran) -> tuple[str, ...]:
        return tuple(baku(t) for t in (baris.penanggung_jawab, baris.unit) if t.strip())
