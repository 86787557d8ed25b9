"""Agencies side by side: one row each, sortable; an agency without a figure always comes last."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from lkjip.halaman.ringkasan import Ringkasan
from lkjip.laporan.isi import Angka


@dataclass(frozen=True)
class BarisInstansi:
    """An agency in a year; `ringkasan` None: nothing was recorded for that year."""

    kode: str
    nama: str
    tahun: int
    ringkasan: Ringkasan | None


def _angka(angka: Angka | None) -> Decimal | None:
    return None if angka is None else angka.hasil.angka


def _sakip(baris: BarisInstansi) -> Decimal | None:
    sakip = baris.ringkasan.sakip if baris.ringkasan else None
    return _angka(sakip.nilai if sakip else None)


KUNCI: dict[str, Callable[[BarisInstansi], Decimal | None]] = {
    "capaian": lambda b: _angka(b.ringkasan.rata_rata if b.ringkasan else None),
    "serapan": lambda b: _angka(b.ringkasan.uang.serapan if b.ringkasan else None),
    "sakip": _sakip,
}


def urutkan(daftar: Iterable[BarisInstansi], urut: str) -> list[BarisInstansi]:
    """By `nama`, `capaian`, `serapan` or `sakip`; a leading `-` turns the order round."""
    nama, menurun = urut.removeprefix("-"), urut.startswith("-")
    baris = sorted(daftar, key=lambda b: b.nama.casefold(), reverse=menurun and nama not in KUNCI)
    if nama not in KUNCI:
        return baris
    bernilai = [(nilai, b) for b in baris if (nilai := KUNCI[nama](b)) is not None]
    bernilai.sort(key=lambda pasangan: pasangan[0], reverse=menurun)
    return [b for _, b in bernilai] + [b for b in baris if KUNCI[nama](b) is None]
