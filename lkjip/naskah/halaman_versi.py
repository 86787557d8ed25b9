"""The earlier texts of one place, played back from the history of its rows. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from lkjip.dasar.beda_teks import Potongan, beda_kata
from lkjip.laporan.compose.ruas import Ruas
from lkjip.laporan.data import Narasi
from lkjip.naskah.halaman_ruas import teks_baris

_SEKALI_DUDUK = timedelta(minutes=15)  # autosave writes every few seconds; this far apart they are one piece of work
MAKS_VERSI = 40


@dataclass(frozen=True)
class Entri:
    """One entry of the history of a row of the narrative, without what it does not need."""

    pk: int
    kejadian: str
    waktu: datetime
    pelaku: str
    jalur: str
    kunci: str
    dari: Mapping[str, Any] | None
    ke: Mapping[str, Any] | None


@dataclass(frozen=True)
class VersiNaskah:
    """The text after one piece of work, and what it changed. `pk`: its last entry."""

    pk: int
    waktu: datetime
    pelaku: str
    jalur: str
    teks: str
    beda: tuple[Potongan, ...]
    terkini: bool = False


def daftar_versi(daftar: Sequence[Entri], ruas: Ruas) -> tuple[VersiNaskah, ...]:
    """The texts of the place, newest first. `daftar`: all entries of its rows, oldest first.

    Events of one user that follow each other within a quarter of an hour are one version.
    """
    kerja = _per_kerja(daftar)
    baris: dict[str, Mapping[str, Any]] = {}
    for lampau in kerja[:-MAKS_VERSI]:
        _mainkan(baris, lampau)
    teks = [teks_baris(_rekaman(baris), ruas)]
    for satu in kerja[-MAKS_VERSI:]:
        _mainkan(baris, satu)
        teks.append(teks_baris(_rekaman(baris), ruas))
    hasil = [
        VersiNaskah(satu[-1].pk, satu[-1].waktu, satu[-1].pelaku, satu[-1].jalur, kini, beda_kata(lama, kini))
        for satu, (lama, kini) in zip(kerja[-MAKS_VERSI:], pairwise(teks), strict=True)
        if lama != kini
    ]
    return _bertanda(hasil)


def _mainkan(baris: dict[str, Mapping[str, Any]], daftar: Sequence[Entri]) -> None:
    """Do to the rows what these entries tell."""
    for entri in daftar:
        if entri.ke is None:
            baris.pop(entri.kunci, None)
        else:
            baris[entri.kunci] = entri.ke


def _bertanda(daftar: Sequence[VersiNaskah]) -> tuple[VersiNaskah, ...]:
    terbalik = list(reversed(daftar))
    return tuple(
        VersiNaskah(v.pk, v.waktu, v.pelaku, v.jalur, v.teks, v.beda, terkini=n == 0) for n, v in enumerate(terbalik)
    )


def _per_kerja(daftar: Sequence[Entri]) -> list[list[Entri]]:
    hasil: list[list[Entri]] = []
    for entri in daftar:
        akhir = hasil[-1][-1] if hasil else None
        if akhir is not None and _sekali_kerja(akhir, entri):
            hasil[-1].append(entri)
        else:
            hasil.append([entri])
    return hasil


def _sekali_kerja(akhir: Entri, entri: Entri) -> bool:
    if akhir.kejadian == entri.kejadian:
        return True
    sama = (akhir.pelaku, akhir.jalur) == (entri.pelaku, entri.jalur) and entri.jalur == "naskah"
    return sama and entri.waktu - akhir.waktu <= _SEKALI_DUDUK


def _rekaman(baris: Mapping[str, Mapping[str, Any]]) -> list[Narasi]:
    urut = sorted(baris.items(), key=lambda satu: (satu[1].get("urutan") or 0, int(satu[0])))
    return [Narasi(isi["bagian"], isi.get("nomor"), isi.get("isi") or "") for _, isi in urut]
