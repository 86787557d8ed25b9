"""How far a quarter has been filled in: counts, for the board, the quarter page, and the page from which it is sent."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from lkjip.halaman.kelengkapan import baris_berpagu, realisasi_uang, terisi, wajib_diisi
from lkjip.laporan.compose.konteks import Konteks


@dataclass(frozen=True)
class Hitungan:
    """So many of so many."""

    ada: int
    dari: int

    @property
    def lengkap(self) -> bool:
        return self.ada >= self.dari

    @property
    def kurang(self) -> int:
        return max(self.dari - self.ada, 0)

    @property
    def persen(self) -> int:
        """0 … 100, for a bar; nothing to do counts as done."""
        return 100 if not self.dari else self.ada * 100 // self.dari


@dataclass(frozen=True)
class Kemajuan:
    """`bukti`: IKU with evidence, of those that have a realisasi."""

    indikator: Hitungan
    iku: Hitungan
    bukti: Hitungan
    uang: Hitungan


def hitung_terisi(konteks: Konteks, daftar_kode: Collection[str], triwulan: int) -> Hitungan:
    """Indicators that have a realisasi or its reason, of those that are to have one."""
    wajib = [k for k in daftar_kode if wajib_diisi(konteks, k, triwulan) or terisi(konteks, k, triwulan)]
    return Hitungan(sum(terisi(konteks, k, triwulan) for k in wajib), len(wajib))


def hitung_indikator(konteks: Konteks, triwulan: int) -> Hitungan:
    """`hitung_terisi` of the whole agency: what every page says of the quarter."""
    return hitung_terisi(konteks, [i.kode for i in konteks.renstra.daftar_indikator], triwulan)


def hitung_uang(konteks: Konteks, daftar_kode: Collection[str], triwulan: int) -> Hitungan:
    """Budget rows with a realisasi in the quarter."""
    return Hitungan(sum(realisasi_uang(konteks, k, triwulan) is not None for k in daftar_kode), len(daftar_kode))


def kemajuan(konteks: Konteks, triwulan: int, banyak_bukti: Mapping[str, int]) -> Kemajuan:
    """`banyak_bukti`: per kode of the indicator, in this quarter."""
    iku = [i.kode for i in konteks.renstra.daftar_indikator if i.iku]
    berangka = [kode for kode in iku if konteks.ada_realisasi(kode, triwulan=triwulan)]
    return Kemajuan(
        indikator=hitung_indikator(konteks, triwulan),
        iku=hitung_terisi(konteks, iku, triwulan),
        bukti=Hitungan(sum(bool(banyak_bukti.get(kode)) for kode in berangka), len(berangka)),
        uang=hitung_uang(konteks, baris_berpagu(konteks), triwulan),
    )
