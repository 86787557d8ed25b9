"""Chosen agencies side by side: scores of five years, components, and a chart with a letter an agency. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from kinerja.data_papan import BarisPapan
from lkjip.dasar.tulisan_angka import bulat
from lkjip.evaluasi.halaman_papan_tampil import (
    BarisTampil,
    GarisTren,
    SelKomponen,
    angka_nilai,
    daftar_tampil,
    garis_tren,
    rentang_nilai,
)
from lkjip.laporan.isi import Angka

BANYAK_BANDING = 6
_LEBAR, _TINGGI, _TEPI = 640, 260, 36
_LANGKAH_SUMBU = 10


@dataclass(frozen=True)
class DeretBanding:
    """The line of one agency; `huruf` marks it in the chart and in the tables."""

    huruf: str
    nama: str
    garis: GarisTren


@dataclass(frozen=True)
class GarisSumbu:
    tulisan: str
    letak: str


@dataclass(frozen=True)
class GrafikBanding:
    lebar: int
    tinggi: int
    daftar_deret: tuple[DeretBanding, ...]
    sumbu_nilai: tuple[GarisSumbu, ...]
    sumbu_tahun: tuple[GarisSumbu, ...]
    alt: str


@dataclass(frozen=True)
class InstansiBanding:
    huruf: str
    tampil: BarisTampil


@dataclass(frozen=True)
class BarisTahun:
    """A year: score and letter of each agency."""

    tahun: int
    daftar: tuple[tuple[Angka, str], ...]


@dataclass(frozen=True)
class BarisBanding:
    """A component: its cell for each agency."""

    nama: str
    daftar: tuple[SelKomponen | None, ...]


@dataclass(frozen=True)
class HalamanBanding:
    daftar_instansi: tuple[InstansiBanding, ...]
    daftar_tahun: tuple[BarisTahun, ...]
    daftar_komponen: tuple[BarisBanding, ...]
    grafik: GrafikBanding


def halaman_banding(daftar: Sequence[BarisPapan], komponen: Sequence[str]) -> HalamanBanding:
    """`daftar`: at most BANYAK_BANDING rows with their components."""
    tampil = daftar_tampil(daftar, komponen)
    return HalamanBanding(
        tuple(InstansiBanding(_huruf(ke), t) for ke, t in enumerate(tampil)),
        tuple(
            BarisTahun(satu.tahun, tuple((angka_nilai(b, b.tren[ke]), b.tren[ke].predikat) for b in daftar))
            for ke, satu in reversed(list(enumerate(daftar[0].tren if daftar else ())))
        ),
        tuple(
            BarisBanding(nama, tuple(t.komponen[ke] for t in tampil))
            for ke, nama in enumerate(komponen)
            if any(t.komponen[ke] for t in tampil)
        ),
        _grafik(daftar),
    )


def _huruf(ke: int) -> str:
    return chr(ord("A") + ke)


def _grafik(daftar: Sequence[BarisPapan]) -> GrafikBanding:
    """Axis in steps of ten around all the scores."""
    terendah, tertinggi = rentang_nilai(n for b in daftar for n in b.tren)
    # Decimal's // cuts towards zero, which would put 80 and 82 both at 80.
    bawah = (terendah / _LANGKAH_SUMBU).to_integral_value(ROUND_FLOOR) * _LANGKAH_SUMBU
    atas = (tertinggi / _LANGKAH_SUMBU).to_integral_value(ROUND_CEILING) * _LANGKAH_SUMBU
    deret = [
        DeretBanding(_huruf(ke), b.instansi.nama, garis_tren(b.tren, bawah, atas, **_UKURAN))
        for ke, b in enumerate(daftar)
    ]
    return GrafikBanding(
        _LEBAR, _TINGGI, tuple(deret), _sumbu_nilai(bawah, atas),
        _sumbu_tahun([n.tahun for n in daftar[0].tren] if daftar else []),
        ". ".join(f"{d.huruf} {d.nama}: {d.garis.alt}" for d in deret),
    )  # fmt: skip


_UKURAN = {"lebar": _LEBAR, "tinggi": _TINGGI, "tepi": _TEPI}


def _sumbu_nilai(bawah: Decimal, atas: Decimal) -> tuple[GarisSumbu, ...]:
    tinggi = _TINGGI - 2 * _TEPI
    return tuple(
        GarisSumbu(str(nilai), _letak(_TINGGI - _TEPI - (nilai - bawah) / (atas - bawah) * tinggi))
        for nilai in range(int(bawah), int(atas) + 1, _LANGKAH_SUMBU)
    )


def _sumbu_tahun(daftar: Sequence[int]) -> tuple[GarisSumbu, ...]:
    langkah = Decimal(_LEBAR - 2 * _TEPI) / max(len(daftar) - 1, 1)
    return tuple(GarisSumbu(str(tahun), _letak(_TEPI + langkah * ke)) for ke, tahun in enumerate(daftar))


def _letak(nilai: Decimal) -> str:
    return f"{bulat(nilai, 1):f}"
