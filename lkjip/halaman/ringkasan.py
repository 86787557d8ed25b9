"""The year at a glance: a few figures, what needs attention, what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip.dasar.hasil import Keadaan
from lkjip.halaman.anggaran import Uang, uang
from lkjip.halaman.indikator import BarisIndikator, Kategori, baris_indikator, kategori
from lkjip.halaman.sakip import SakipTahun, daftar_tahun_sakip, sakip_tahun
from lkjip.laporan.compose.konteks import Konteks, Posisi
from lkjip.laporan.isi import Angka
from renstra.data import Indikator


@dataclass(frozen=True)
class Ringkasan:
    """`perlu_perhatian`: indicators of tujuan and sasaran below target; the other two tuples name what is missing."""

    rata_rata: Angka
    kategori: Kategori
    uang: Uang
    sakip: SakipTahun | None
    banyak_indikator: int
    perlu_perhatian: tuple[BarisIndikator, ...]
    tanpa_target: tuple[Indikator, ...]
    tanpa_realisasi: tuple[Indikator, ...]

    @property
    def banyak_kekurangan(self) -> int:
        return len(self.tanpa_target) + len(self.tanpa_realisasi)


def _realisasi_kurang(konteks: Konteks, indikator: Indikator) -> bool:
    """Missing although its time has come."""
    belum_waktunya = konteks.hitung("realisasi", indikator.kode).keadaan is Keadaan.BELUM_WAKTUNYA
    return not belum_waktunya and not konteks.ada_realisasi(indikator.kode)


def ringkasan(konteks: Konteks) -> Ringkasan:
    semua = konteks.renstra.daftar_indikator
    tahun_sakip = next((t for t in daftar_tahun_sakip(konteks) if t <= konteks.tahun), None)
    return Ringkasan(
        rata_rata=konteks.angka("rata_rata_total"),
        kategori=kategori(konteks),
        uang=uang(konteks),
        sakip=None if tahun_sakip is None else sakip_tahun(konteks, tahun_sakip),
        banyak_indikator=len(semua),
        perlu_perhatian=tuple(
            baris_indikator(konteks, i) for i in konteks.indikator_utama if konteks.posisi(i) is Posisi.DI_BAWAH
        ),
        tanpa_target=tuple(i for i in semua if not konteks.ada_target(i.kode)),
        tanpa_realisasi=tuple(i for i in semua if _realisasi_kurang(konteks, i)),
    )
