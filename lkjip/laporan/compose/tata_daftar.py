"""Lists of a text: lines that bear a mark (`- `, `1. `, `a. `), nested by their indentation.

A numbered list is one only if its numbers run 1, 2, 3 …: what an agency numbered otherwise stays as typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from lkjip.laporan.compose.tata_kata import teks_kaya
from lkjip.laporan.isi import Daftar, JenisDaftar, Paragraf, Sebaris, Simpul

if TYPE_CHECKING:
    from lkjip.laporan.compose.konteks import Konteks

_TANDA = re.compile(r"^(\s*)(?:([-•*])|(\d{1,3})[.)]|([a-z])[.)]|(#)[.)])\s+(?=\S)")
_SAMBUNGAN = re.compile(r"^\s{2,}\S")
_MAKS_TINGKAT = 5
INDEN_ANAK = 2
"""So many spaces further in, an item stands below the one above it."""


@dataclass
class _Butir:
    """An item: its mark, its lines as typed (for what turns out to be no list), its text and the items below it."""

    jenis: JenisDaftar
    nomor: int  # 0: bears none that must follow another
    asli: list[str]
    isi: list[str]
    anak: list[_Butir] = field(default_factory=list)


def bertanda(baris: str) -> bool:
    return _TANDA.match(baris) is not None


def sambungan(baris: str) -> bool:
    """An indented line without a mark goes on with the item above it."""
    return _SAMBUNGAN.match(baris) is not None


Urutan = tuple[str, int]
"""Where a list has come to: its kind of mark, and the number of its last item (0 for bullets)."""


def urutan_daftar(baris: str, sebelum: Urutan | None) -> Urutan | None:
    """Where the list stands after this line; None where the line belongs to none, or its numbers do not run from 1."""
    cocok = _TANDA.match(baris)
    if cocok is None:
        return sebelum if sambungan(baris) else None
    if len(cocok[1]) >= INDEN_ANAK:
        return sebelum
    _, poin, angka, huruf, _ = cocok.groups()
    if poin:
        return poin, 0
    nomor = int(angka) if angka else ord(huruf) - ord("a") + 1 if huruf else 0
    jenis = "1" if angka else "a"
    return (jenis, nomor) if nomor and nomor == (sebelum[1] + 1 if sebelum and sebelum[0] == jenis else 1) else None


def tanpa_tanda(baris: str) -> str:
    return _TANDA.sub("", baris, count=1).strip()


def blok_baris_daftar(baris: Sequence[str], ktx: Konteks | None, *, tunggal: bool) -> list[Simpul] | None:
    """The lists of these lines, and as paragraphs what bears marks but is none; None where nothing of it is a list.

    `tunggal`: a lone numbered item is a list.
    """
    hasil: list[Simpul] = []
    for jenis, kelompok in groupby(_pohon(baris), key=lambda b: b.jenis):
        butir = list(kelompok)
        if jenis is JenisDaftar.POIN or (_berurutan(butir) and (len(butir) > 1 or tunggal or not butir[0].nomor)):
            hasil.append(_daftar(butir, jenis, ktx))
        else:
            hasil.append(Paragraf(teks_kaya("\n".join(_asli(butir)), ktx)))
    if all(isinstance(blok, Paragraf) for blok in hasil) and _TANDA.match(baris[0])[4]:  # type: ignore[index]
        return None
    return hasil


def _pohon(baris: Sequence[str]) -> list[_Butir]:
    """Items by indentation; deeper than the deepest level counts as that level."""
    akar: list[_Butir] = []
    jalur: list[tuple[int, list[_Butir]]] = [(0, akar)]
    for satu in baris:
        cocok = _TANDA.match(satu)
        if cocok is None:
            terakhir = jalur[-1][1][-1]
            terakhir.asli.append(satu)
            terakhir.isi.append(satu.strip())
            continue
        inden = len(cocok[1])
        while len(jalur) > 1 and inden < jalur[-1][0]:
            jalur.pop()
        saudara = jalur[-1][1]
        if saudara and inden >= jalur[-1][0] + INDEN_ANAK and len(jalur) < _MAKS_TINGKAT:
            saudara = saudara[-1].anak
            jalur.append((inden, saudara))
        elif not akar:
            jalur[0] = (inden, akar)
        saudara.append(_butir(cocok, satu))
    return akar


def _butir(cocok: re.Match[str], baris: str) -> _Butir:
    _, poin, angka, huruf, _ = cocok.groups()
    jenis = JenisDaftar.POIN if poin else JenisDaftar.HURUF if huruf else JenisDaftar.ANGKA
    nomor = int(angka) if angka else ord(huruf) - ord("a") + 1 if huruf else 0
    return _Butir(jenis, nomor, [baris], [baris[cocok.end() :].strip()])


def _berurutan(butir: Sequence[_Butir]) -> bool:
    return all(b.nomor == urutan for urutan, b in enumerate(butir, 1)) or not any(b.nomor for b in butir)


def _asli(butir: Sequence[_Butir]) -> list[str]:
    return [baris for b in butir for baris in (*b.asli, *_asli(b.anak))]


def _daftar(butir: Sequence[_Butir], jenis: JenisDaftar, ktx: Konteks | None) -> Daftar:
    isi: list[tuple[Sebaris, ...]] = []
    anak: list[Daftar | None] = []
    for satu in butir:
        serumpun = [b for b in satu.anak if b.jenis is satu.anak[0].jenis]
        bersusun = len(serumpun) == len(satu.anak) and _berurutan(serumpun)
        teks = satu.isi if bersusun else [*satu.isi, *_asli(satu.anak)]
        isi.append(teks_kaya("\n".join(teks), ktx))
        anak.append(_daftar(satu.anak, satu.anak[0].jenis, ktx) if satu.anak and bersusun else None)
    return Daftar(tuple(isi), jenis, tuple(anak) if any(anak) else ())
