"""A block of cells pasted from a spreadsheet: which line goes into which row, and what it would write. Pure.

Nothing is guessed: with a column of kode in front, lines find their rows by it; else they follow the order of the rows
from the one where the paste began. What cannot be read is said line by line, and nothing is written here.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.dasar.isian import IsianTakTerbaca, JenisIsian, baca_isian, sama_isi

MAKS_BARIS = 2_000
MAKS_HURUF = 500_000


@dataclass(frozen=True)
class Tujuan:
    """A row into which a line may go; `lama` is what its field holds now, `boleh` whether it may be filled in."""

    pk: int
    kode: str
    nama: str
    lama: object
    boleh: bool = True


@dataclass(frozen=True)
class BarisTempel:
    """One line of the paste: where it goes and what it says; with `galat`, why nothing is written for it."""

    nomor: int
    teks: str
    tujuan: Tujuan | None
    nilai: object = None
    galat: str = ""
    lewat: str = ""  # why it is passed over without being an error

    @property
    def berubah(self) -> bool:
        return self.tujuan is not None and not self.galat and not self.lewat


@dataclass(frozen=True)
class HasilTempel:
    daftar: tuple[BarisTempel, ...] = ()
    galat: str = ""

    @property
    def banyak_berubah(self) -> int:
        return sum(baris.berubah for baris in self.daftar)

    @property
    def banyak_galat(self) -> int:
        return sum(bool(baris.galat) for baris in self.daftar)


def urai_tempelan(teks: str) -> list[list[str]]:
    """Lines of cells as spreadsheets put them on the clipboard: tabs, quoted cells, an empty line at the end.

    Raises csv.Error where one cell is longer than 131.072 characters.
    """
    return [[" ".join(sel.split()) for sel in satu] for satu in urai_blok(teks)]


def urai_blok(teks: str) -> list[list[str]]:
    """The same with the ends of line inside a cell as they are; blank only around a cell is dropped."""
    bersih = teks.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    # Only these are ends of line; str.splitlines() would also part a cell at a form feed or a line separator.
    pembaca = csv.reader((f"{satu}\n" for satu in bersih.split("\n")), delimiter="\t")
    baris = [[sel.strip() for sel in satu] for satu in pembaca]
    while baris and not any(baris[-1]):
        baris.pop()
    return baris


def kode_baku(kode: str) -> str:
    """A kode as it is compared with what people paste: without regard to case and to a full stop behind it."""
    return kode.strip().rstrip(".").casefold()


def cocokkan_tempelan(
    teks: str, daftar: Sequence[Tujuan], jenis: JenisIsian, *, mulai: int | None = None
) -> HasilTempel:
    """What the paste would write. `daftar`: the rows in the order of the page; `mulai`: pk of the first one to fill."""
    if len(teks) > MAKS_HURUF:
        return HasilTempel(galat="Tempelan terlalu besar. Salin hanya kolom yang perlu diisi.")
    try:
        baris = urai_tempelan(teks)
    except csv.Error:
        return HasilTempel(galat="Satu sel tempelan terlalu panjang. Salin hanya kolom yang perlu diisi.")
    if not any(any(sel) for sel in baris):
        return HasilTempel(galat="Tempelan kosong. Salin satu kolom di Excel, lalu tempel di sini.")
    if len(baris) > MAKS_BARIS:
        return HasilTempel(galat=f"Tempelan memuat {len(baris)} baris; paling banyak {MAKS_BARIS}.")
    per_kode = {kode_baku(tujuan.kode): tujuan for tujuan in daftar}
    if any(len(sel) > 1 for sel in baris):
        if not any(sel and kode_baku(sel[0]) in per_kode for sel in baris):
            return HasilTempel(
                galat="Tempelan ini lebih dari satu kolom dan kolom pertamanya bukan kode baris yang ada. Salin satu "
                "kolom nilai saja, atau kolom kode bersama kolom nilainya."
            )
        return HasilTempel(tuple(_menurut_kode(baris, per_kode, jenis)))
    return HasilTempel(tuple(_menurut_urutan(baris, _sejak(daftar, mulai), jenis)))


def _sejak(daftar: Sequence[Tujuan], mulai: int | None) -> Sequence[Tujuan]:
    awal = next((n for n, tujuan in enumerate(daftar) if tujuan.pk == mulai), 0)
    return daftar[awal:]


def _menurut_kode(baris: list[list[str]], per_kode: dict[str, Tujuan], jenis: JenisIsian) -> list[BarisTempel]:
    """The first cell names the row, the last one holds the value. A kode that comes twice is written once, and said."""
    hasil: list[BarisTempel] = []
    terpakai: set[int] = set()
    for nomor, sel in enumerate(baris, 1):
        if not any(sel):
            continue
        tujuan = per_kode.get(kode_baku(sel[0]))
        if tujuan is None:
            judul = nomor == 1 and not _terbaca(sel[-1], jenis)
            hasil.append(_lain(nomor, sel, "baris judul" if judul else "", f"Tidak ada baris berkode “{sel[0]}”."))
        elif tujuan.pk in terpakai:
            hasil.append(BarisTempel(nomor, sel[-1], tujuan, galat=f"Kode “{sel[0]}” muncul dua kali."))
        else:
            terpakai.add(tujuan.pk)
            hasil.append(_satu(nomor, sel[-1] if len(sel) > 1 else "", tujuan, jenis))
    return hasil


def _menurut_urutan(baris: list[list[str]], daftar: Sequence[Tujuan], jenis: JenisIsian) -> list[BarisTempel]:
    """Line by line down the page; a heading above the numbers takes no row."""
    isi = [(nomor, sel[0] if sel else "") for nomor, sel in enumerate(baris, 1)]
    hasil: list[BarisTempel] = []
    if len(isi) > 1 and isi[0][1] and not _terbaca(isi[0][1], jenis) and _terbaca(isi[1][1], jenis):
        hasil.append(BarisTempel(1, isi[0][1], None, lewat="baris judul"))
        isi = isi[1:]
    for n, (nomor, teks) in enumerate(isi):
        if n < len(daftar):
            hasil.append(_satu(nomor, teks, daftar[n], jenis))
        elif teks:
            hasil.append(BarisTempel(nomor, teks, None, galat="Tidak ada lagi baris untuk nilai ini."))
    return hasil


def _lain(nomor: int, sel: list[str], lewat: str, galat: str) -> BarisTempel:
    return BarisTempel(nomor, sel[-1], None, lewat=lewat, galat="" if lewat else galat)


def _satu(nomor: int, teks: str, tujuan: Tujuan, jenis: JenisIsian) -> BarisTempel:
    if not teks:
        return BarisTempel(nomor, teks, tujuan, lewat="sel kosong, nilai lama tetap")
    if not tujuan.boleh:
        return BarisTempel(nomor, teks, tujuan, lewat="baris ini tidak dapat Anda isi")
    try:
        nilai = baca_isian(teks, jenis)
    except IsianTakTerbaca as galat:
        return BarisTempel(nomor, teks, tujuan, galat=str(galat))
    if sama_isi(nilai, tujuan.lama):
        return BarisTempel(nomor, teks, tujuan, nilai, lewat="sama dengan yang tersimpan")
    return BarisTempel(nomor, teks, tujuan, nilai)


def _terbaca(teks: str, jenis: JenisIsian) -> bool:
    try:
        baca_isian(teks, jenis)
    except IsianTakTerbaca:
        return False
    return True
