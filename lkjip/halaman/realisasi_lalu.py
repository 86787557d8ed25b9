"""What earlier years of the agency reached, as rows for this year's book: proposed, compared, never forced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kinerja.data import RealisasiTahunan
from lkjip.dasar.hasil import Hasil
from lkjip.data import DataInstansi
from lkjip.halaman.tahun_baru import realisasi_setahun
from renstra.data import Indikator
from renstra.data_rantai import Rantai


class KeadaanUsulan(StrEnum):
    """How a proposed figure stands to the book's own."""

    BARU = "baru"  # the book has nothing for that year
    SAMA = "sama"  # it has just this
    BEDA = "beda"  # it has another figure: written only if asked


@dataclass(frozen=True)
class UsulanRealisasi:
    """`baris`: what would be written; `tersimpan`: what the book has; `kode_sumber`: what the indicator was called."""

    indikator: Indikator
    baris: RealisasiTahunan
    tersimpan: RealisasiTahunan | None
    keadaan: KeadaanUsulan
    kode_sumber: str
    hasil: Hasil
    catatan: str = ""

    @property
    def kunci(self) -> str:
        return f"{self.indikator.kode}|{self.baris.tahun}"


def daftar_usulan(
    kini: DataInstansi, renstra: int, daftar_data: Sequence[tuple[int, DataInstansi]], rantai: Rantai
) -> tuple[UsulanRealisasi, ...]:
    """For every indicator of the year's plan (`renstra`) and every earlier year of the agency that has a figure of it.

    A figure of a predecessor counts as the indicator's own; the notes of the chain say what changed since.
    """
    hasil = []
    milik = {m.kode: m for m in rantai.daftar if m.renstra == renstra}
    for indikator in kini.renstra.daftar_indikator:
        if indikator.kode not in milik:
            continue
        leluhur = rantai.leluhur(milik[indikator.kode].pk)
        for renstra_lalu, data in daftar_data:
            letak = next((n for n, m in enumerate(leluhur) if m.renstra == renstra_lalu), None)
            if data.tahun >= kini.tahun or letak is None:
                continue
            catatan = " ".join(m.catatan for m in reversed(leluhur[:letak]) if m.catatan)
            if usulan := _usulan(kini, indikator, data, leluhur[letak].kode, catatan):
                hasil.append(usulan)
    return tuple(hasil)


def _usulan(
    kini: DataInstansi, indikator: Indikator, data: DataInstansi, kode_lalu: str, catatan: str
) -> UsulanRealisasi | None:
    terbawa = realisasi_setahun(data, kode_lalu) if kode_lalu in data.renstra.indikator_per_kode else None
    if terbawa is None or terbawa.hasil is None:
        return None
    baris = replace(terbawa.baris, indikator=indikator.kode)
    tersimpan = kini.kinerja.realisasi_per_tahun.get((indikator.kode, data.tahun))
    return UsulanRealisasi(indikator, baris, tersimpan, _keadaan(baris, tersimpan), kode_lalu, terbawa.hasil, catatan)


def _keadaan(baris: RealisasiTahunan, tersimpan: RealisasiTahunan | None) -> KeadaanUsulan:
    if tersimpan is None:
        return KeadaanUsulan.BARU
    sama = tersimpan.realisasi == baris.realisasi and tersimpan.predikat == baris.predikat
    return KeadaanUsulan.SAMA if sama else KeadaanUsulan.BEDA
