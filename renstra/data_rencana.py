"""The plan as its editor sees it: rows with their pk and parent, the next free kode, the years of the targets. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from renstra import data

# What the workbook takes back; the database holds more.
TAHUN_PALING_AWAL, TAHUN_PALING_AKHIR = 1990, 2100
_MAKS_TAHUN_PERIODE = 25  # a longer period is a slip of the pen, and no grid
_BERNOMOR = re.compile(r"(.*?)([0-9]{1,9})")


class JenisBaris(StrEnum):
    """A row of the plan; ANGGARAN is only ever a parent, of the indicators of one agency-year."""

    MISI = "misi"
    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    INDIKATOR = "indikator"
    ANGGARAN = "anggaran"


# Which rows may be the parent of which; '' stands for none.
DAFTAR_INDUK: dict[JenisBaris, tuple[JenisBaris, ...]] = {
    JenisBaris.MISI: (),
    JenisBaris.TUJUAN: (JenisBaris.MISI,),
    JenisBaris.SASARAN: (JenisBaris.TUJUAN,),
    JenisBaris.INDIKATOR: (JenisBaris.TUJUAN, JenisBaris.SASARAN),
}
AWALAN_KODE = {
    JenisBaris.MISI: "M",
    JenisBaris.TUJUAN: "T",
    JenisBaris.SASARAN: "S",
    JenisBaris.INDIKATOR: "IKU",
}


def acuan(jenis: str, pk: int | None) -> str:
    """A row as forms name it: `sasaran:5`; '' for none."""
    return "" if pk is None else f"{jenis}:{pk}"


def pecah_acuan(teks: str) -> tuple[JenisBaris, int] | None:
    """What `acuan` wrote; None where it names nothing."""
    nama, _, nomor = teks.partition(":")
    jenis = baca_jenis(nama)
    if jenis is None or not nomor.isascii() or not nomor.isdigit() or len(nomor) > 18:
        return None
    return jenis, int(nomor)


def baca_jenis(nama: str) -> JenisBaris | None:
    """The kind that an address names; None for another word."""
    return next((jenis for jenis in JenisBaris if jenis == nama), None)


@dataclass(frozen=True)
class BarisRencana:
    """A misi, tujuan or sasaran; `induk` is the `acuan` of its parent."""

    jenis: JenisBaris
    pk: int
    kode: str
    uraian: str
    induk: str = ""
    visi: str = ""


@dataclass(frozen=True)
class RincianIndikator:
    """What the IKU form says beyond the workbook."""

    definisi: str = ""
    alasan: str = ""
    cara_hitung: data.CaraHitung | None = None
    uraian_pembilang: str = ""
    uraian_penyebut: str = ""


@dataclass(frozen=True)
class Target:
    """A target of one year: a number, a letter, or both."""

    target: Decimal | None = None
    predikat: str = ""


@dataclass(frozen=True)
class IndikatorRencana:
    """An indicator with its parent (`acuan`) and its targets per year; in lists without its details."""

    pk: int
    induk: str
    isi: data.Indikator
    target: dict[int, Target] = field(default_factory=dict)
    rincian: RincianIndikator = RincianIndikator()


@dataclass(frozen=True)
class Kerangka:
    """All rows of a Renstra, each kind in its order."""

    daftar_baris: tuple[BarisRencana, ...] = ()
    daftar_indikator: tuple[IndikatorRencana, ...] = ()

    def daftar(self, jenis: JenisBaris) -> tuple[BarisRencana, ...]:
        return tuple(b for b in self.daftar_baris if b.jenis is jenis)


def kode_berikut(daftar_kode: Sequence[str], terpakai: Collection[str], awalan: str) -> str:
    """The kode after the last numbered one (S3 after S2), the first that is not taken; with `awalan` where none is."""
    nomor = 0
    for kode in reversed(daftar_kode):
        if cocok := _BERNOMOR.fullmatch(kode):
            awalan = cocok[1]
            nomor = max(int(c[2]) for k in daftar_kode if (c := _BERNOMOR.fullmatch(k)) and c[1] == awalan)
            break
    while f"{awalan}{nomor + 1}" in terpakai:
        nomor += 1
    return f"{awalan}{nomor + 1}"


def tahun_target(awal: int | None, akhir: int | None, tahun: int, terisi: Collection[int]) -> tuple[int, ...]:
    """The years for which targets are asked: of the period (without one the year itself), and any that has a target."""
    if awal is None or akhir is None or not 0 <= akhir - awal < _MAKS_TAHUN_PERIODE:
        periode = {t for t in (awal, akhir, tahun) if t is not None}
    else:
        periode = set(range(awal, akhir + 1))
    return tuple(sorted(periode | set(terisi)))
