"""The plan as a tree: misi, tujuan, sasaran and their indicators."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip.laporan.compose.konteks import Konteks
from renstra.data import Indikator, Misi, Sasaran, Tujuan


@dataclass(frozen=True)
class CabangSasaran:
    sasaran: Sasaran
    daftar_indikator: tuple[Indikator, ...]


@dataclass(frozen=True)
class CabangTujuan:
    """A tujuan with what stands above and below it; `tujuan` None gathers the sasaran that name no tujuan."""

    daftar_misi: tuple[Misi, ...]
    tujuan: Tujuan | None
    daftar_indikator: tuple[Indikator, ...]
    daftar_sasaran: tuple[CabangSasaran, ...]


def _cabang_sasaran(konteks: Konteks, kode_tujuan: str) -> tuple[CabangSasaran, ...]:
    dikenal = konteks.renstra.tujuan_per_kode
    return tuple(
        CabangSasaran(s, konteks.indikator_sasaran(s.kode))
        for s in konteks.sasaran
        if (s.tujuan if s.tujuan in dikenal else "") == kode_tujuan
    )


def pohon_tujuan(konteks: Konteks) -> tuple[CabangTujuan, ...]:
    renstra = konteks.renstra
    cabang = [
        CabangTujuan(
            tuple(m for m in renstra.daftar_misi if m.kode == tujuan.misi),
            tujuan,
            renstra.daftar_indikator_tujuan(tujuan.kode),
            _cabang_sasaran(konteks, tujuan.kode),
        )
        for tujuan in renstra.daftar_tujuan
    ]
    tanpa_tujuan = _cabang_sasaran(konteks, "")
    return (*cabang, CabangTujuan((), None, (), tanpa_tujuan)) if tanpa_tujuan else tuple(cabang)
