"""Cells that reach over rows, made fit for page breaks: short groups stay together, long ones are cut into pieces.

A page break inside such a cell would lose its lines, so none may happen there; a group of many rows is therefore cut
where no smaller group is cut. The pieces below the first stay empty, but about once a page one says again whose it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from lkjip.laporan.isi import Baris, GayaBaris, Sebaris, Sel, Teks
from lkjip.laporan.render.kolom import posisi

_BARIS_MAKS = 6
_LANJUTAN = Teks(" (lanjutan)", miring=True)
_SINGKAT = 4  # letters; a number is repeated as it is
_RUANG_ULANGAN = 3  # rows; in a lower piece the repeated words would make the row higher
_TINGGI_MAKS = 30  # half lines; higher groups leave half a landscape page empty, or do not fit there with signatures


@dataclass(frozen=True)
class SelBertempat:
    """A cell at its column; `terbuka` where a further piece of it follows below, `lanjutan` where it is one."""

    kolom: int
    sel: Sel
    terbuka: bool = False
    lanjutan: bool = False


@dataclass(frozen=True)
class BarisBertempat:
    """A row; `bersambung` where a cell reaches from it into the next, so no page may end here."""

    baris: Baris
    sel: tuple[SelBertempat, ...]
    bersambung: bool = False


def tempatkan(
    daftar: Sequence[Baris], banyak_kolom: int, *, potong: bool, tinggi: Sequence[int] = (), halaman: int = 0
) -> list[BarisBertempat]:
    """The rows with their cells at their columns; with `potong` long groups are cut, and those of rows so high
    (`tinggi`, half lines per row) that they would fill a page; what a cut cell says comes again every `halaman` half
    lines (0: never).
    """
    sel_per_baris = [
        [SelBertempat(kolom, sel) for kolom, sel in zip(tempat, baris.sel, strict=True)]
        for baris, tempat in zip(daftar, posisi(daftar, banyak_kolom), strict=True)
    ]
    ujung = _ujung(daftar)
    if potong:
        _potong_rentang(sel_per_baris, tinggi or [0] * len(daftar), ujung)
    if potong and tinggi and halaman:
        _ulangi(sel_per_baris, tinggi, halaman)
    sambung = _batas_tertutup(sel_per_baris, len(daftar)) | ujung if potong else set()
    return [BarisBertempat(baris, tuple(sel_per_baris[ke]), ke + 1 in sambung) for ke, baris in enumerate(daftar)]


def baris_terikat(daftar: Sequence[Baris], banyak_kolom: int, *, semua: bool, tinggi: Sequence[int]) -> set[int]:
    """Rows that stay on one page with the next one, cells left whole: short groups unless they are high (`tinggi`, half
    lines per row), group headings, the row before a total, both ends of the table; or `semua`.
    """
    banyak = len(daftar)
    if semua:
        return set(range(banyak - 1))
    sel_per_baris = [
        [SelBertempat(kolom, sel) for kolom, sel in zip(tempat, baris.sel, strict=True)]
        for baris, tempat in zip(daftar, posisi(daftar, banyak_kolom), strict=True)
    ]
    batas = _batas_tertutup(sel_per_baris, _BARIS_MAKS, tinggi) | _ujung(daftar)
    batas |= {ke + 1 for ke, baris in enumerate(daftar) if baris.gaya is GayaBaris.KELOMPOK}
    batas |= {ke for ke, baris in enumerate(daftar) if baris.gaya is GayaBaris.JUMLAH}
    return {ke - 1 for ke in batas if 0 < ke < banyak}


def _ujung(daftar: Sequence[Baris]) -> set[int]:
    """No single row is left alone at the beginning or the end of a table of four rows and more; a total takes two."""
    banyak = len(daftar)
    if banyak < 4:
        return set()
    return {1, banyak - 1, banyak - (2 if daftar[-1].gaya is GayaBaris.JUMLAH else 1)}


def _potong_rentang(sel_per_baris: list[list[SelBertempat]], tinggi: Sequence[int], ujung: set[int]) -> None:
    """Cut all cells that cross a chosen boundary, so that a page may end there."""
    for batas in _batas_potong(sel_per_baris, tinggi, ujung):
        for awal, sel_baris in enumerate(sel_per_baris[:batas]):
            for ke, tempat in enumerate(sel_baris):
                akhir = min(awal + tempat.sel.rentang_baris, len(sel_per_baris))
                if akhir <= batas:
                    continue
                sel_baris[ke] = replace(tempat, sel=replace(tempat.sel, rentang_baris=batas - awal), terbuka=True)
                sisa = replace(tempat.sel, isi=(), rentang_baris=akhir - batas)
                lanjutan = replace(tempat, sel=sisa, lanjutan=True)
                sel_per_baris[batas] = sorted([*sel_per_baris[batas], lanjutan], key=lambda satu: satu.kolom)


def _ulangi(sel_per_baris: list[list[SelBertempat]], tinggi: Sequence[int], halaman: int) -> None:
    """Where a cut cell goes on for longer than a page, a piece below says again what the cell says."""
    di_atas = [0, *accumulate(tinggi)]
    tampak: dict[int, tuple[int, Sel]] = {}
    for baris, sel_baris in enumerate(sel_per_baris):
        for ke, tempat in enumerate(sel_baris):
            awal, asal = tampak.get(tempat.kolom, (0, Sel()))
            if tempat.sel.ulangan:
                if tempat.sel.ulangan != asal.ulangan:
                    tampak[tempat.kolom] = baris, tempat.sel
                elif di_atas[baris] - di_atas[awal] >= halaman:
                    isi = (Teks(tempat.sel.ulangan), _LANJUTAN)
                    sel_baris[ke] = replace(tempat, sel=replace(tempat.sel, isi=isi))
                    tampak[tempat.kolom] = baris, tempat.sel
            elif not tempat.lanjutan:
                tampak[tempat.kolom] = baris, tempat.sel
            elif di_atas[baris] - di_atas[awal] >= halaman and tempat.sel.rentang_baris >= _RUANG_ULANGAN:
                sel_baris[ke] = replace(tempat, sel=replace(tempat.sel, isi=_ulangan(asal)))
                tampak[tempat.kolom] = baris, asal


def _ulangan(asal: Sel) -> tuple[Sebaris, ...]:
    """The words of a cell for a further piece of it; figures and references stand in a report once."""
    tulisan = tuple(satu for satu in asal.isi if isinstance(satu, Teks))
    if len(tulisan) < len(asal.isi) or not tulisan:
        return ()
    return tulisan if sum(len(satu.isi) for satu in tulisan) <= _SINGKAT else (*tulisan, _LANJUTAN)


def _batas_potong(sel_per_baris: list[list[SelBertempat]], tinggi: Sequence[int], ujung: set[int]) -> list[int]:
    """Where long or high groups are cut: the boundary within reach that the fewest cells cross, the last of these."""
    banyak = len(sel_per_baris)
    lintas = Counter(
        batas
        for awal, sel_baris in enumerate(sel_per_baris)
        for tempat in sel_baris
        for batas in range(awal + 1, min(awal + tempat.sel.rentang_baris, banyak))
    )
    hasil, awal = [], 0
    for akhir in (batas for batas in range(1, banyak + 1) if not lintas[batas]):
        while akhir - awal > _BARIS_MAKS or (akhir - awal > 1 and sum(tinggi[awal:akhir]) > _TINGGI_MAKS):
            terjangkau = [
                batas
                for batas in range(awal + 1, min(awal + _BARIS_MAKS, akhir - 1) + 1)
                if batas == awal + 1 or sum(tinggi[awal:batas]) <= _TINGGI_MAKS
            ]
            awal = max(terjangkau, key=lambda batas: (batas not in ujung, -lintas[batas], batas))
            hasil.append(awal)
        awal = akhir
    return hasil


def _batas_tertutup(sel_per_baris: list[list[SelBertempat]], rentang_maks: int, tinggi: Sequence[int] = ()) -> set[int]:
    """Row boundaries that lie inside a cell of at most `rentang_maks` rows that are not too high together."""
    return {
        batas
        for awal, sel_baris in enumerate(sel_per_baris)
        for tempat in sel_baris
        if tempat.sel.rentang_baris <= rentang_maks
        and sum(tinggi[awal : awal + tempat.sel.rentang_baris]) <= _TINGGI_MAKS
        for batas in range(awal + 1, awal + tempat.sel.rentang_baris)
    }
