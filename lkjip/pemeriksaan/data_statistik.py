"""Findings of many agency-years side by side: counts per rule of each, and how many there were a week ago. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from lkjip.pemeriksaan.data import Tingkat


@dataclass(frozen=True)
class TahunDiperiksa:
    """One agency-year. `per_aturan`: per rule how many galat, peringatan and info; `seminggu_lalu`: how many findings
    of each severity there were then, None where that is not known; `pada` None: not checked yet.
    """

    kode: str
    nama: str
    pemda: str
    tahun: int
    per_aturan: Mapping[str, tuple[int, ...]]
    menahan: int = 0
    pada: datetime | None = None
    seminggu_lalu: tuple[int, ...] | None = None

    def banyak(self, tingkat: Tingkat | None = None) -> int:
        """How many findings, of this severity."""
        return sum(jumlah(b, tingkat) for b in self.per_aturan.values())


def jumlah(banyak: tuple[int, ...], tingkat: Tingkat | None) -> int:
    """Of the counts per severity those of one, or all."""
    return sum(banyak) if tingkat is None else banyak[list(Tingkat).index(tingkat)]
