"""What a late change did to the figures: asked before and after it, of the same subjects and periods. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lkjip.besaran import hitung
from lkjip.data import DataInstansi
from lkjip.pemeriksaan.data_perubahan import Akibat

_INDIKATOR = ("capaian", "kategori_capaian")
_SELURUHNYA = ("realisasi_anggaran", "serapan")


@dataclass(frozen=True)
class Subjek:
    """A row that figures are asked for, by its kode before and after ('': it was not there)."""

    dulu: str
    kini: str

    @property
    def kode(self) -> str:
        return self.kini or self.dulu


@dataclass(frozen=True)
class Sentuhan:
    """Which figures an event may have changed. `daftar_triwulan`: of these quarters, and of the year.

    `disetujui`: quarters that stay as they were accepted.
    """

    daftar_indikator: tuple[Subjek, ...] = ()
    daftar_anggaran: tuple[Subjek, ...] = ()
    daftar_triwulan: tuple[int, ...] = ()
    disetujui: frozenset[int] = frozenset()

    @property
    def kosong(self) -> bool:
        return not self.daftar_indikator and not self.daftar_anggaran


def hitung_akibat(dulu: DataInstansi, kini: DataInstansi, sentuhan: Sentuhan) -> tuple[Akibat, ...]:
    """Every figure that differs, those of the whole agency first. Both data without accepted figures, so that the
    change itself is seen. A quarter that says the same as the year is not said twice."""
    daftar = tuple(_akibat(dulu, kini, sentuhan))
    setahun = {(a.besaran, a.kode, a.sebelum, a.sesudah) for a in daftar if a.triwulan is None}
    return tuple(
        a
        for a in daftar
        if a.triwulan is None or a.disetujui or (a.besaran, a.kode, a.sebelum, a.sesudah) not in setahun
    )


def _diminta(sentuhan: Sentuhan) -> Iterator[tuple[str, Subjek, int | None]]:
    if sentuhan.daftar_anggaran:
        yield "pagu", Subjek("", ""), None
    for triwulan in (*sentuhan.daftar_triwulan, None):
        if sentuhan.daftar_anggaran:
            yield from ((besaran, Subjek("", ""), triwulan) for besaran in _SELURUHNYA)
    for subjek in sentuhan.daftar_indikator:
        yield from ((b, subjek, tw) for b in _INDIKATOR for tw in (*sentuhan.daftar_triwulan, None))
    for subjek in sentuhan.daftar_anggaran:
        yield from (("serapan", subjek, tw) for tw in (*sentuhan.daftar_triwulan, None))


def _akibat(dulu: DataInstansi, kini: DataInstansi, sentuhan: Sentuhan) -> Iterator[Akibat]:
    for besaran, subjek, triwulan in _diminta(sentuhan):
        lama, baru = _nilai(dulu, besaran, subjek, triwulan, kini=False), _nilai(kini, besaran, subjek, triwulan)
        if lama != baru:
            nama = _nama(kini, subjek.kini) or _nama(dulu, subjek.dulu)
            yield Akibat(besaran, subjek.kode, nama, triwulan, lama, baru, triwulan in sentuhan.disetujui)


def _nilai(
    data: DataInstansi, besaran: str, subjek: Subjek, triwulan: int | None, *, kini: bool = True
) -> Decimal | str | None:
    kode = subjek.kini if kini else subjek.dulu
    if not kode and subjek.kode:
        return None
    return hitung(data, besaran, kode, triwulan=triwulan).nilai


def _nama(data: DataInstansi, kode: str) -> str:
    if indikator := data.renstra.indikator_per_kode.get(kode):
        return indikator.uraian.strip() or kode
    if anggaran := data.anggaran.anggaran_per_kode.get(kode):
        return anggaran.uraian.strip() or kode
    return kode
