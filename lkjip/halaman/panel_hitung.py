"""The panel's fields as the indicator is computed: pembilang and penyebut, two years, or none of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.besaran_penurunan import dua_bilangan
from kinerja.data import KinerjaTriwulan
from lkjip.dasar.isian import JenisIsian, tulis_dasar, tulis_isian
from lkjip.halaman.coba_rumus import nama_bilangan, rumus_kata
from lkjip.halaman.pengisian import Dasar, baris_tersimpan
from renstra.data import CaraHitung, Indikator, JenisIndikator
from renstra.data_rincian import CaraIndikator

_GANTI = "Realisasi yang terisi langsung didahulukan; kosongkan bila ingin memakai hasil baginya."
_BAGI = "Realisasi dihitung dari pembilang dibagi penyebut."


@dataclass(frozen=True)
class KelompokBagi:
    """Whether the fields pembilang and penyebut are shown, open or folded, and what is said below them."""

    ada: bool
    terbuka: bool
    catatan: str


def kelompok_bagi(cara: CaraIndikator | None, indikator: Indikator, tersimpan: KinerjaTriwulan) -> KelompokBagi:
    """Where nobody has said how the realisasi comes about, an indicator in percent has them open."""
    terisi = tersimpan.pembilang is not None or tersimpan.penyebut is not None
    catatan = _GANTI if tersimpan.realisasi is not None else _BAGI
    if cara is None or cara.cara is None:
        return KelompokBagi(True, indikator.jenis is JenisIndikator.PERSEN or terisi, catatan)
    if cara.cara is CaraHitung.RASIO:
        return KelompokBagi(True, True, catatan)
    return KelompokBagi(terisi and cara.cara is not CaraHitung.PENURUNAN, True, catatan)


def nama_bagi(cara: CaraIndikator | None) -> Mapping[str, str]:
    """The indicator's own words for its two numbers."""
    if cara is None or cara.cara is not CaraHitung.RASIO:
        return {}
    return dict(zip(("pembilang", "penyebut"), nama_bilangan(cara), strict=True))


@dataclass(frozen=True)
class PanelPenurunan:
    """The two numbers of a decrease as typed, and what is stored for them (`dasar`): the next save builds on it.

    `langsung`: a realisasi typed as it is stands before the quotient.
    """

    nama_lalu: str
    nama_kini: str
    lalu: str
    kini: str
    dasar_pembilang: str
    dasar_penyebut: str
    langsung: bool


def panel_penurunan(dasar: Dasar, indikator: Indikator) -> PanelPenurunan | None:
    """None where the indicator is no decrease."""
    cara = dasar.cara.get(indikator.kode)
    if cara is None or cara.cara is not CaraHitung.PENURUNAN:
        return None
    tersimpan = baris_tersimpan(dasar.konteks, indikator.kode, dasar.triwulan)
    lalu, kini = dua_bilangan(tersimpan.pembilang, tersimpan.penyebut)
    nama_lalu, nama_kini = nama_bilangan(cara)
    return PanelPenurunan(
        nama_lalu,
        nama_kini,
        tulis_isian(lalu, JenisIsian.ANGKA),
        tulis_isian(kini, JenisIsian.ANGKA),
        tulis_dasar(tersimpan.pembilang),
        tulis_dasar(tersimpan.penyebut),
        tersimpan.realisasi is not None,
    )


def rumus_panel(dasar: Dasar, indikator: Indikator) -> str:
    """The formula in words; empty where the realisasi is typed as it is."""
    cara = dasar.cara.get(indikator.kode)
    return "" if cara is None or cara.cara in (None, CaraHitung.LANGSUNG) else rumus_kata(cara, indikator.jenis)
