"""The status board: the four quarters of a year, and who has entered what, unit by unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kinerja.data_pengisian import Pengisian, StatusPengisian
from kinerja.pintu import sudah_berakhir, terlambat, tulis_tenggat
from lkjip.dasar.periode import nama_triwulan, tulis_saat
from lkjip.halaman.kelengkapan import baris_berpagu
from lkjip.halaman.kemajuan import Hitungan, Kemajuan, hitung_terisi, hitung_uang, kemajuan
from lkjip.halaman.kirim import NAMA_STATUS
from lkjip.halaman.unit import UnitPenanggungJawab
from lkjip.laporan.compose.konteks import Konteks

TANPA_UNIT = "Tanpa unit"


@dataclass(frozen=True)
class KartuTriwulan:
    """One quarter at a glance. `sejak`: in words, since when and by whom it is in this state."""

    pengisian: Pengisian
    nama: str
    status: str
    tenggat: str
    sejak: str
    terlambat: bool
    kemajuan: Kemajuan

    @property
    def draf(self) -> bool:
        return self.pengisian.status is StatusPengisian.DRAF


@dataclass(frozen=True)
class SelUnit:
    """What a unit has entered in a quarter. `terlambat`: the deadline has passed and something is still missing."""

    triwulan: int
    nama: str
    indikator: Hitungan
    uang: Hitungan
    berlaku: bool  # its period is over, so that it can be filled in
    terlambat: bool

    @property
    def lengkap(self) -> bool:
        return self.indikator.lengkap and self.uang.lengkap


@dataclass(frozen=True)
class BarisUnit:
    """A unit; `daftar_pengguna`: who is limited to it."""

    pk: int | None
    nama: str
    daftar_pengguna: tuple[str, ...]
    daftar_sel: tuple[SelUnit, ...]

    @property
    def terlambat(self) -> bool:
        return any(sel.terlambat for sel in self.daftar_sel)


@dataclass(frozen=True)
class Papan:
    daftar_kartu: tuple[KartuTriwulan, ...]
    daftar_unit: tuple[BarisUnit, ...]

    @property
    def daftar_terlambat(self) -> tuple[BarisUnit, ...]:
        return tuple(baris for baris in self.daftar_unit if baris.terlambat)


def papan(
    konteks: Konteks,
    daftar_pengisian: tuple[Pengisian, ...],
    unit: UnitPenanggungJawab,
    *,
    banyak_bukti: Mapping[tuple[int, str], int],
    pengguna_per_unit: Mapping[int, tuple[str, ...]],
    hari: date,
) -> Papan:
    """`banyak_bukti`: per quarter and kode of the indicator; `pengguna_per_unit`: names per pk of the unit."""
    return Papan(
        tuple(_kartu(konteks, p, banyak_bukti, hari) for p in daftar_pengisian),
        _daftar_unit(konteks, daftar_pengisian, unit, pengguna_per_unit, hari),
    )


def _kartu(
    konteks: Konteks, pengisian: Pengisian, banyak_bukti: Mapping[tuple[int, str], int], hari: date
) -> KartuTriwulan:
    bukti = {kode: n for (triwulan, kode), n in banyak_bukti.items() if triwulan == pengisian.triwulan}
    return KartuTriwulan(
        pengisian=pengisian,
        nama=nama_triwulan(pengisian.triwulan),
        status=NAMA_STATUS[pengisian.status],
        tenggat=tulis_tenggat(pengisian, hari),
        sejak=tulis_sejak(pengisian),
        terlambat=terlambat(pengisian, hari),
        kemajuan=kemajuan(konteks, pengisian.triwulan, bukti),
    )


def tulis_sejak(pengisian: Pengisian) -> str:
    """`sejak 12 Oktober 2024 pukul 14.03, oleh Tuan Perencana`; '' before the first step."""
    if pengisian.sejak is None:
        return ""
    return f"sejak {tulis_saat(pengisian.sejak)}" + (f", oleh {pengisian.oleh}" if pengisian.oleh else "")


def _daftar_unit(
    konteks: Konteks,
    daftar_pengisian: tuple[Pengisian, ...],
    unit: UnitPenanggungJawab,
    pengguna_per_unit: Mapping[int, tuple[str, ...]],
    hari: date,
) -> tuple[BarisUnit, ...]:
    """The agency's units, and one row for what no unit answers for; a row of several units counts for each."""
    semua = [i.kode for i in konteks.renstra.daftar_indikator]
    berpagu = baris_berpagu(konteks)

    def baris(pk: int | None, nama: str) -> BarisUnit:
        indikator = [k for k in semua if milik(unit.per_indikator.get(k, frozenset()), pk)]
        uang = [k for k in berpagu if milik(unit.per_anggaran.get(k, frozenset()), pk)]
        sel = tuple(_sel(konteks, p, indikator, uang, hari) for p in daftar_pengisian)
        return BarisUnit(pk, nama, pengguna_per_unit.get(pk, ()) if pk is not None else (), sel)

    daftar = [baris(u.pk, u.nama) for u in unit.peta.daftar]
    sisa = baris(None, TANPA_UNIT)
    ada_sisa = any(s.indikator.dari or s.uang.dari for s in sisa.daftar_sel)
    return (*daftar, *([sisa] if ada_sisa and daftar else ()))


def milik(daftar_unit: frozenset[int], pk: int | None) -> bool:
    """Whether the unit answers; `None`: whether nobody does."""
    return not daftar_unit if pk is None else pk in daftar_unit


def _sel(konteks: Konteks, pengisian: Pengisian, indikator: list[str], uang: list[str], hari: date) -> SelUnit:
    terisi = hitung_terisi(konteks, indikator, pengisian.triwulan)
    berupa_uang = hitung_uang(konteks, uang, pengisian.triwulan)
    lengkap = terisi.lengkap and berupa_uang.lengkap
    return SelUnit(
        triwulan=pengisian.triwulan,
        nama=nama_triwulan(pengisian.triwulan),
        indikator=terisi,
        uang=berupa_uang,
        berlaku=sudah_berakhir(pengisian, hari),
        terlambat=terlambat(pengisian, hari) and not lengkap,
    )
