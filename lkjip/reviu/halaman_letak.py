"""Places of the report at which a remark can stand: chapters, sections, tables, figures, in reading order. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkjip.laporan.isi import Bagian, DaftarOtomatis, Dokumen, Gambar, Grafik, JenisBab, Simpul, Tabel, nomori

_MAKS_KUNCI, _MAKS_JUDUL = 200, 110
_INDEN = "\u2003"


@dataclass(frozen=True)
class Letak:
    """`kunci` is what a remark keeps, `jangkar` the node's key; they differ only where that is too long to keep."""

    kunci: str
    jangkar: str
    judul: str
    tingkat: int = 0

    @property
    def sebutan(self) -> str:
        """As the list of choices shows it, with its depth."""
        return f"{_INDEN * self.tingkat}{self.judul}"


@dataclass(frozen=True)
class KelompokLetak:
    """A chapter and what stands in it."""

    judul: str
    daftar: tuple[Letak, ...]


def daftar_letak(dokumen: Dokumen) -> tuple[Letak, ...]:
    """All places, a chapter before what it holds; the lists of contents are none."""
    label = nomori(dokumen).label_per_kunci
    hasil: list[Letak] = []
    for bab in dokumen.bab:
        if bab.jenis is JenisBab.POLOS or any(isinstance(s, DaftarOtomatis) for s in bab.isi):
            continue
        hasil.append(_letak(bab.kunci, label.get(bab.kunci, ""), bab.judul, 0))
        hasil.extend(_di_dalam(bab.isi, label, 1))
    return tuple({satu.kunci: satu for satu in reversed(hasil)}.values())[::-1]


def _di_dalam(isi: Sequence[Simpul], nama: Mapping[str, str], tingkat: int) -> Iterator[Letak]:
    for simpul in isi:
        if isinstance(simpul, Bagian):
            yield _letak(simpul.kunci, nama.get(simpul.kunci, ""), simpul.judul, tingkat)
            yield from _di_dalam(simpul.isi, nama, tingkat + 1)
        elif isinstance(simpul, Tabel | Grafik | Gambar) and simpul.judul:
            yield _letak(simpul.kunci, nama.get(simpul.kunci, ""), simpul.judul, tingkat)


def _letak(kunci: str, label: str, judul: str, tingkat: int) -> Letak:
    tulisan = " ".join(f"{label} {judul}".split())
    if len(tulisan) > _MAKS_JUDUL:
        tulisan = f"{tulisan[: _MAKS_JUDUL - 1]}…"
    return Letak(kunci_letak(kunci), kunci, tulisan, tingkat)


def kunci_letak(kunci: str) -> str:
    """The key, short enough for its column."""
    if len(kunci) <= _MAKS_KUNCI:
        return kunci
    sidik = hashlib.sha256(kunci.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kunci[: _MAKS_KUNCI - len(sidik) - 1]}#{sidik}"


def kelompok_letak(daftar: Sequence[Letak]) -> tuple[KelompokLetak, ...]:
    """By chapter, for a list to choose from."""
    hasil: list[tuple[str, list[Letak]]] = []
    for satu in daftar:
        if satu.tingkat == 0:
            hasil.append((satu.judul, []))
        hasil[-1][1].append(satu)
    return tuple(KelompokLetak(judul, tuple(isi)) for judul, isi in hasil)
