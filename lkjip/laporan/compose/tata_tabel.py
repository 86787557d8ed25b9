"""Tables of a text: lines between bars (`| a | b |`), with a title above and a source below.

`| --- | ---: |` under the headings says how columns are aligned; without it a column of numbers stands to the right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lkjip.laporan.compose.tata_kata import teks_kaya
from lkjip.laporan.isi import Baris, GayaBaris, Kolom, Rata, Sel, Tabel

if TYPE_CHECKING:
    from lkjip.laporan.compose.konteks import Konteks

TABEL_BARIS = re.compile(r"^\s*\|.*\S")
TABEL_JUDUL = re.compile(r"^\s*Tabel\s*:\s*(?=\S)", re.IGNORECASE)
TABEL_SUMBER = re.compile(r"^\s*Sumber\s*:\s*(?=\S)", re.IGNORECASE)
_PEMISAH = re.compile(r"^\s*:?-{2,}:?\s*$")
_BATAS = re.compile(r"(?<!\\)\|")
_BILANGAN = re.compile(r"^\(?-?(?:Rp)?[\d.,]*\d[\d.,]*\)?%?$")
_MAKS_KOLOM = 24
_KOLOM_LEBAR = 8


def tabel_naskah(baris: Sequence[str], ktx: Konteks | None, *, kunci: str, judul: str, sumber: str) -> Tabel:
    """The table of these lines; without a title it bears no number."""
    kisi = [_sel(satu) for satu in baris]
    pemisah = next((n for n, isi in enumerate(kisi[:2]) if all(map(_PEMISAH.match, isi))), None)
    kepala = kisi[:1] if pemisah == 1 else []
    badan = kisi if pemisah is None else kisi[pemisah + 1 :]
    banyak = max(len(isi) for isi in (*kepala, *badan, [""]))
    tanda = kisi[pemisah] if pemisah is not None else []
    return Tabel(
        kolom=tuple(_kolom(badan, n, kepala, tanda) for n in range(banyak)),
        baris=tuple(_baris(isi, banyak, ktx) for isi in badan),
        kepala=tuple(_kepala(isi, banyak, ktx) for isi in kepala),
        kunci=kunci if judul else "",
        judul=judul,
        sumber=sumber,
        nomor_kolom=False,
        mendatar=bool(judul) and banyak > _KOLOM_LEBAR,
    )


def _sel(baris: str) -> list[str]:
    """The cells of a line; more than fit on a page are gathered in the last."""
    isi = [s.strip() for s in _BATAS.split(baris.strip().removeprefix("|"))]
    if len(isi) > 1 and not isi[-1]:
        isi.pop()
    return isi if len(isi) <= _MAKS_KOLOM else [*isi[: _MAKS_KOLOM - 1], " ".join(isi[_MAKS_KOLOM - 1 :])]


def _kolom(badan: Sequence[Sequence[str]], nomor: int, kepala: Sequence[Sequence[str]], tanda: Sequence[str]) -> Kolom:
    isi = [baris[nomor] for baris in badan if nomor < len(baris) and baris[nomor]]
    judul = kepala[0][nomor] if kepala and nomor < len(kepala[0]) else ""
    lebar = min(max([len(judul) // 2, *map(len, isi), 4]), 40)
    ditandai = tanda[nomor].strip() if nomor < len(tanda) else ""
    if ditandai.endswith(":"):
        return Kolom(lebar, Rata.TENGAH if ditandai.startswith(":") else Rata.KANAN)
    angka = bool(isi) and not ditandai.startswith(":") and all(map(_BILANGAN.match, isi))
    return Kolom(lebar, Rata.KANAN if angka else Rata.KIRI)


def _baris(isi: Sequence[str], banyak: int, ktx: Konteks | None) -> Baris:
    sel = tuple(Sel(teks_kaya(isi[n] if n < len(isi) else "", ktx)) for n in range(banyak))
    jumlah = any(s.strip("* ").lower() in {"jumlah", "total"} for s in isi)
    return Baris(sel, GayaBaris.JUMLAH if jumlah else GayaBaris.BIASA)


def _kepala(isi: Sequence[str], banyak: int, ktx: Konteks | None) -> Baris:
    return Baris(
        tuple(Sel(teks_kaya(isi[n] if n < len(isi) else "", ktx), Rata.TENGAH, tebal=True) for n in range(banyak))
    )
