"""Versions of the budget document beside each other: every row in each of them, and what changed on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from anggaran.besaran import pagu as besaran_pagu
from anggaran.besaran_revisi import anggaran_versi, selisih_versi
from anggaran.data import Anggaran, DataAnggaran
from lkjip.dasar.hasil import Hasil
from lkjip.dasar.tulisan_angka import TANPA_NILAI, tulis_uang
from lkjip.halaman.pengisian_anggaran import urutan_baris
from lkjip.laporan.compose.konteks import Konteks


@dataclass(frozen=True)
class SelVersi:
    """What a row has in one version; `arah`: '', 'naik' or 'turun' against the version before."""

    pagu: str
    selisih: str = ""
    arah: str = ""


@dataclass(frozen=True)
class BarisVersi:
    """`anggaran` None: the sum of everything."""

    anggaran: Anggaran | None
    inden: int
    daftar: tuple[SelVersi, ...]

    @property
    def berubah(self) -> bool:
        return any(sel.arah for sel in self.daftar)


def banding_versi(
    konteks: Konteks, daftar_pagu: Sequence[Mapping[str, Decimal | None] | None]
) -> tuple[BarisVersi, ...]:
    """A line per budget row and one for all; `daftar_pagu`: per version, None for the rows as they are now."""
    daftar = [konteks.anggaran if p is None else anggaran_versi(konteks.anggaran, p) for p in daftar_pagu]
    baris = [BarisVersi(a, inden, _sel(konteks, daftar, a.kode)) for a, inden in urutan_baris(konteks)]
    return (*baris, BarisVersi(None, 0, _sel(konteks, daftar, "")))


def _sel(konteks: Konteks, daftar: Sequence[DataAnggaran], kode: str) -> tuple[SelVersi, ...]:
    semua = [besaran_pagu(satu, kode, konteks.tahun, None, None) for satu in daftar]
    return tuple(_satu(semua[n - 1] if n else None, hasil) for n, hasil in enumerate(semua))


def _satu(lama: Hasil | None, baru: Hasil) -> SelVersi:
    tulisan = TANPA_NILAI if baru.angka is None else tulis_uang(baru.angka)
    beda = selisih_versi(lama, baru).angka if lama is not None else None
    if not beda:
        return SelVersi(tulisan)
    return SelVersi(tulisan, tulis_uang(beda), "naik" if beda > 0 else "turun")
