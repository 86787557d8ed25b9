"""Records of money: program, kegiatan, subkegiatan, their pagu and realisasi. Pure; one dataclass per workbook sheet.

Money is Decimal rupiah with at most two decimals (sen).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property, wraps
from typing import Concatenate, ParamSpec

from kinerja.data import DataKinerja
from lkjip.dasar.hasil import Hasil
from renstra.data import Versi

_P = ParamSpec("_P")
KOLOM_PAGU = ("pagu_murni", "pagu_perubahan")


class Tingkat(StrEnum):
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUBKEGIATAN = "subkegiatan"


class KeteranganPenunjang(StrEnum):
    MENUNJANG = "menunjang"
    TIDAK_MENUNJANG = "tidak menunjang"


@dataclass(frozen=True)
class Anggaran:
    """A budget row of the workbook's year; `sasaran` is the kode of the sasaran that its money serves."""

    kode: str
    induk: str = ""
    tingkat: Tingkat | None = None
    uraian: str = ""
    unit: str = ""
    sasaran: str = ""
    pagu_murni: Decimal | None = None
    pagu_perubahan: Decimal | None = None
    penanggung_jawab: str = ""
    sumber_dana: str = ""


@dataclass(frozen=True)
class RealisasiAnggaran:
    """`realisasi` and `rencana` (anggaran kas) are cumulative since January."""

    kode: str
    tahun: int
    triwulan: int
    realisasi: Decimal | None = None
    rencana: Decimal | None = None


@dataclass(frozen=True)
class Belanja:
    """Spending by kind; unique by (kode, tahun)."""

    kode: str
    induk: str = ""
    uraian: str = ""
    tahun: int | None = None
    pagu_murni: Decimal | None = None
    pagu: Decimal | None = None
    realisasi: Decimal | None = None


@dataclass(frozen=True)
class Penunjang:
    """A budget row that supports (or not) an indicator: analysis 7 of PermenPANRB 53/2014.

    `anggaran`: kode; `indikator`: the row's own output indicator; `mendukung`: the sasaran's indicator it serves;
    `capaian`: percent, as the agency states it.
    """

    anggaran: str
    indikator: str = ""
    mendukung: str = ""
    capaian: Decimal | None = None
    keterangan: KeteranganPenunjang | None = None


@dataclass(frozen=True)
class PorsiAnggaran:
    """Which share (0 < porsi ≤ 1) of a row's money serves an indicator, where it serves several."""

    anggaran: str
    indikator: str
    porsi: Decimal


@dataclass(frozen=True)
class DataAnggaran:
    """All money of one agency-year, over its plan and measurement.

    `daftar_porsi`: shares that were recorded on the page. The workbook carries none, so two equal years may differ in
    them.
    """

    kinerja: DataKinerja
    daftar_anggaran: tuple[Anggaran, ...] = ()
    daftar_realisasi_anggaran: tuple[RealisasiAnggaran, ...] = ()
    daftar_belanja: tuple[Belanja, ...] = ()
    daftar_penunjang: tuple[Penunjang, ...] = ()
    daftar_porsi: tuple[PorsiAnggaran, ...] = field(default=(), compare=False)

    @cached_property
    def anggaran_per_kode(self) -> Mapping[str, Anggaran]:
        return {a.kode: a for a in self.daftar_anggaran}

    @cached_property
    def versi_pagu_terisi(self) -> frozenset[Versi]:
        """The versions of which the budget holds a pagu anywhere."""
        murni = {Versi.MURNI for a in self.daftar_anggaran if a.pagu_murni is not None}
        perubahan = {Versi.PERUBAHAN for a in self.daftar_anggaran if a.pagu_perubahan is not None}
        return frozenset(murni | perubahan)

    @cached_property
    def daftar_anak(self) -> Mapping[str, tuple[Anggaran, ...]]:
        """Children per kode of the parent; the top rows stand under ''."""
        per_induk: dict[str, list[Anggaran]] = defaultdict(list)
        for baris in self.daftar_anggaran:
            per_induk[baris.induk].append(baris)
        return {kode: tuple(daftar) for kode, daftar in per_induk.items()}

    @cached_property
    def ingatan(self) -> dict[Hashable, Hasil]:
        """Figures of money that were asked for already (`besaran`), kept with the data that they come from.

        It reads those data itself: who takes a kept figure depends on them too (pemeriksaan/aturan/pelacak.py).
        """
        _ = (self.daftar_anggaran, self.daftar_realisasi_anggaran, self.daftar_belanja)
        _ = (self.kinerja.per_tanggal, self.kinerja.renstra.periode, self.kinerja.renstra.daftar_sasaran)
        return {}

    @cached_property
    def realisasi_per_triwulan(self) -> Mapping[tuple[str, int, int], RealisasiAnggaran]:
        return {(r.kode, r.tahun, r.triwulan): r for r in self.daftar_realisasi_anggaran}

    @cached_property
    def belanja_per_kode(self) -> Mapping[tuple[str, int | None], Belanja]:
        return {(b.kode, b.tahun): b for b in self.daftar_belanja}

    @cached_property
    def daftar_anak_belanja(self) -> Mapping[tuple[str, int | None], tuple[Belanja, ...]]:
        """Children per (kode of the parent, tahun); the top rows stand under ('', tahun)."""
        per_induk: dict[tuple[str, int | None], list[Belanja]] = defaultdict(list)
        for baris in self.daftar_belanja:
            per_induk[baris.induk, baris.tahun].append(baris)
        return {kunci: tuple(daftar) for kunci, daftar in per_induk.items()}

    @cached_property
    def daftar_penunjang_per_indikator(self) -> Mapping[str, tuple[Penunjang, ...]]:
        """Rows of `penunjang` per kode of the sasaran's indicator that they serve (`mendukung`)."""
        per_indikator: dict[str, list[Penunjang]] = defaultdict(list)
        for baris in self.daftar_penunjang:
            if baris.mendukung:
                per_indikator[baris.mendukung].append(baris)
        return {kode: tuple(daftar) for kode, daftar in per_indikator.items()}

    @cached_property
    def porsi(self) -> Mapping[tuple[str, str], Decimal]:
        """The recorded share per (kode of the row, kode of the indicator); where there is none, all of it counts."""
        return {(p.anggaran, p.indikator): p.porsi for p in self.daftar_porsi}


def diingat(fungsi: Callable[Concatenate[DataAnggaran, _P], Hasil]) -> Callable[Concatenate[DataAnggaran, _P], Hasil]:
    """Kept with the data: rules and texts ask thousands of times for the same sums over many rows."""

    @wraps(fungsi)
    def ingat(data: DataAnggaran, /, *args: _P.args, **kwargs: _P.kwargs) -> Hasil:
        kunci, ingatan = (fungsi.__name__, args, tuple(kwargs.items())), data.ingatan
        if kunci not in ingatan:
            ingatan[kunci] = fungsi(data, *args, **kwargs)
        return ingatan[kunci]

    return ingat
