"""“Isi dari Renstra” and “Mulai perubahan”: which targets would be written, and which stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lkjip.dasar.isian import Isian
from renstra.data import DataRenstra, Indikator, Versi


class Tindakan(StrEnum):
    """What copying does to one target."""

    DITULIS = "ditulis"
    DIGANTI = "diganti"
    TETAP = "tetap"  # filled in already, and it stays
    SAMA = "sama"


@dataclass(frozen=True)
class Salinan:
    """One indicator's target: what its source says, what stands in the version now, what becomes of it."""

    indikator: Indikator
    target: Decimal | None
    predikat: str
    target_kini: Decimal | None
    predikat_kini: str
    tindakan: Tindakan

    @property
    def menulis(self) -> bool:
        return self.tindakan in (Tindakan.DITULIS, Tindakan.DIGANTI)


def salinan_target(data: DataRenstra, versi: Versi, *, timpa: bool) -> tuple[Salinan, ...]:
    """Murni from the Renstra's targets of the year, perubahan from murni; filled ones are replaced only by `timpa`."""
    tahun = data.periode.tahun
    hasil = []
    for i in data.daftar_indikator:
        sumber = (
            data.target_tahunan_per_indikator.get((i.kode, tahun))
            if versi is Versi.MURNI
            else data.perjanjian_per_indikator.get((i.kode, tahun, Versi.MURNI))
        )
        if sumber is None or (sumber.target is None and not sumber.predikat):
            continue
        kini = data.perjanjian_per_indikator.get((i.kode, tahun, versi))
        isi_kini = (kini.target, kini.predikat) if kini else (None, "")
        tindakan = _tindakan((sumber.target, sumber.predikat), isi_kini, timpa)
        hasil.append(Salinan(i, sumber.target, sumber.predikat, *isi_kini, tindakan))
    return tuple(hasil)


def _tindakan(isi: tuple[Decimal | None, str], kini: tuple[Decimal | None, str], timpa: bool) -> Tindakan:
    if isi == kini:
        return Tindakan.SAMA
    if kini == (None, ""):
        return Tindakan.DITULIS
    return Tindakan.DIGANTI if timpa else Tindakan.TETAP


def isian_salinan(daftar: Iterable[Salinan], versi: Versi, pk: Mapping[str, int]) -> dict[int, list[Isian]]:
    """The columns to write, per pk of the indicator."""
    return {
        pk[s.indikator.kode]: [
            Isian(f"target_{versi.value}", s.target, s.target_kini),
            Isian(f"predikat_{versi.value}", s.predikat, s.predikat_kini),
        ]
        for s in daftar
        if s.menulis
    }
