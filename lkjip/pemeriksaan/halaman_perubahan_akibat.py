"""What a late change did to the figures: asked before and after it, of the same subjects and periods. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip.besaran import hitung
from lkjip.data import DataInstansi
from lkjip.pemeriksaan.data_perubahan import Akibat

_INDIKATOR = ("capaian", "kategori_capaian")
_BARIS_UANG = ("serapan",)
_SELURUHNYA = ("pagu", "realisasi_anggaran", "serapan")
NAMA_BESARAN = {
    "capaian": "Capaian", "kategori_capaian": "Kategori capaian", "pagu": "Pagu",
    "realisasi_anggaran": "Realisasi anggaran", "serapan": "Serapan",
}  # fmt: skip


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
    """Every figure that differs. Both data without accepted figures, so that the change itself is seen."""
    return tuple(_akibat(dulu, kini, sentuhan))


def _akibat(dulu: DataInstansi, kini: DataInstansi, sentuhan: Sentuhan) -> Iterator[Akibat]:
    periode: Sequence[int | None] = (*sentuhan.daftar_triwulan, None)
    diminta = [(b, s) for s in sentuhan.daftar_indikator for b in _INDIKATOR]
    diminta += [(b, s) for s in sentuhan.daftar_anggaran for b in _BARIS_UANG]
    if sentuhan.daftar_anggaran:
        diminta += [(b, Subjek("", "")) for b in _SELURUHNYA]
    for besaran, subjek in diminta:
        for triwulan in periode:
            if besaran == "pagu" and triwulan is not None:
                continue
            lama, baru = _nilai(dulu, besaran, subjek, triwulan, kini=False), _nilai(kini, besaran, subjek, triwulan)
            if lama != baru:
                nama = _nama(kini, subjek.kini) or _nama(dulu, subjek.dulu)
                disetujui = triwulan in sentuhan.disetujui
                yield Akibat(besaran, subjek.kode, nama, triwulan, lama, baru, disetujui)


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
