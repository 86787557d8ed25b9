"""Which sasaran each budget row serves: the one it names, else the one that the nearest row above it names. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from anggaran.data import Anggaran, DataAnggaran

TANPA_SASARAN = ""


@dataclass(frozen=True)
class BarisBertaut:
    """A budget row in the tree: how deep it lies, and under which sasaran it stands ('': it, or a part, under none).

    Where its descendants serve several sasaran the row stands under each of them, with those branches only.
    """

    anggaran: Anggaran
    kedalaman: int
    daftar_sasaran: tuple[str, ...]

    @property
    def sebagian(self) -> bool:
        return len(self.daftar_sasaran) > 1

    @property
    def lepas(self) -> bool:
        """Neither the row nor anything below it serves a sasaran."""
        return self.daftar_sasaran == (TANPA_SASARAN,)


def daftar_bertaut(data: DataAnggaran) -> tuple[BarisBertaut, ...]:
    """All budget rows, parents before their children. A link to an unknown sasaran counts as none."""
    dikenal = {s.kode: n for n, s in enumerate(data.kinerja.renstra.daftar_sasaran)}
    dikenal[TANPA_SASARAN] = len(dikenal)
    berurut = _telusuri(data)
    milik = _milik(data, berurut, dikenal)
    return tuple(
        BarisBertaut(baris, dalam, tuple(sorted(milik[baris.kode], key=lambda kode: dikenal[kode])))
        for baris, dalam in berurut
    )


def _telusuri(data: DataAnggaran) -> list[tuple[Anggaran, int]]:
    """Rows with their depth; no recursion: a workbook may nest its rows deeper than Python its calls."""
    atas = [a for a in data.daftar_anggaran if a.induk not in data.anggaran_per_kode]
    tunggu = [(a, 0) for a in reversed(atas)]
    hasil: list[tuple[Anggaran, int]] = []
    while tunggu:
        baris, dalam = tunggu.pop()
        hasil.append((baris, dalam))
        tunggu.extend((anak, dalam + 1) for anak in reversed(data.daftar_anak.get(baris.kode, ())))
    return hasil


def _milik(
    data: DataAnggaran, berurut: list[tuple[Anggaran, int]], dikenal: Mapping[str, int]
) -> Mapping[str, set[str]]:
    """Per kode the sasaran that it or its descendants serve; links come down the tree, and what they reach goes up."""
    berlaku: dict[str, str] = {}
    milik: dict[str, set[str]] = {}
    for baris, _ in berurut:
        sendiri = baris.sasaran if baris.sasaran in dikenal else TANPA_SASARAN
        berlaku[baris.kode] = sendiri or berlaku.get(baris.induk, TANPA_SASARAN)
        punya_anak = bool(data.daftar_anak.get(baris.kode))
        milik[baris.kode] = {sendiri} if sendiri else set() if punya_anak else {berlaku[baris.kode]}
    for baris, _ in reversed(berurut):
        if baris.induk in milik:
            milik[baris.induk] |= milik[baris.kode]
    return milik
