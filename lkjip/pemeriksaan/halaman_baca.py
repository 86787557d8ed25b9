"""Where in the report that is read each finding stands. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkjip.laporan.compose import Naskah
from lkjip.laporan.isi import Bab, Bagian, Simpul
from lkjip.pemeriksaan.halaman_temuan import KartuTemuan


@dataclass(frozen=True)
class Tanda:
    """`letak`: id of the section, '' where the finding names none; `judul`: what that section is called."""

    kartu: KartuTemuan
    letak: str = ""
    judul: str = ""


def daftar_tanda(daftar: Sequence[KartuTemuan], naskah: Naskah, jangkar: Callable[[str], str]) -> tuple[Tanda, ...]:
    """In the order of the findings; `jangkar`: how the renderer writes a section's key as an id."""
    judul = {kunci: nama for bab in naskah.dokumen.bab for kunci, nama in _bagian(bab)}
    letak = {ruas.bagian: ruas.letak for ruas in naskah.daftar_ruas}

    def tanda(kartu: KartuTemuan) -> Tanda:
        kunci = _letak(kartu.temuan.bagian, letak, judul)
        return Tanda(kartu, jangkar(kunci), judul[kunci]) if kunci else Tanda(kartu)

    return tuple(map(tanda, daftar))


def _letak(bagian: str, letak: Mapping[str, str], judul: Mapping[str, str]) -> str:
    """The section of a place for text, or the nearest above it that the report has."""
    while bagian:
        kunci = letak.get(bagian, bagian)
        if kunci in judul:
            return kunci
        bagian = bagian.rpartition(".")[0]
    return ""


def _bagian(bab: Bab) -> Iterator[tuple[str, str]]:
    yield bab.kunci, bab.judul
    yield from _di_bawah(bab.isi)


def _di_bawah(isi: Sequence[Simpul]) -> Iterator[tuple[str, str]]:
    for simpul in isi:
        if isinstance(simpul, Bagian):
            yield simpul.kunci, simpul.judul
            yield from _di_bawah(simpul.isi)
