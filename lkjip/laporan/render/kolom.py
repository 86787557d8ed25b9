"""Column widths and letter size of a table, so that no number is broken and no word leaves its cell.

Compose gives relative widths; here they become shares of the page that leave room for the longest word or number of
each column. Where that is impossible the letters get smaller, and at last long words are broken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.laporan.huruf import lebar_teks
from lkjip.laporan.isi import Angka, Baris, GayaBaris, Rujuk, Sel, Tabel, Teks
from lkjip.laporan.render.angka import tulis

LEBAR_TEGAK = 439_000  # 155 mm in thousandths of a point
LEBAR_MENDATAR = 700_000  # 247 mm
_UKURAN = (95, 90, 85, 80, 75, 70, 65)  # letter sizes tried, in tenths of a point
_BANTALAN = 8_000  # left and right padding and the line
_HURUF_UTUH = 12  # longer words carry soft hyphens and need not fit whole


@dataclass(frozen=True)
class Susunan:
    """`lebar` are shares of the table's width in hundredths of a percent; `ukuran` is in tenths of a point."""

    lebar: tuple[int, ...]
    ukuran: int
    terkecil: int  # width in thousandths of a point below which the table would have to break words


def susun(tabel: Tabel, *, mendatar: bool) -> Susunan:
    """Widths for the page that the table stands on."""
    halaman = LEBAR_MENDATAR if mendatar else LEBAR_TEGAK
    satuan = _kata_terlebar(tabel)
    daftar_ukuran = _UKURAN[0 if len(tabel.kolom) <= 6 else 1 if len(tabel.kolom) <= 8 else 2 :]
    kebutuhan: list[int] = []
    for ukuran in daftar_ukuran:
        kebutuhan = [lebar * ukuran // 10 + _BANTALAN for lebar in satuan]
        if sum(kebutuhan) <= halaman:
            break
    lebar = _bagi([kolom.lebar for kolom in tabel.kolom], kebutuhan, halaman)
    return Susunan(tuple(nilai * 10_000 // halaman for nilai in lebar), ukuran, sum(kebutuhan))


def _bagi(bagian: list[int], kebutuhan: list[int], halaman: int) -> list[int]:
    """Shares of `halaman`, each at least its need; columns with room to spare give it, in proportion to that room."""
    jumlah = max(sum(bagian), 1)
    lebar = [halaman * nilai // jumlah for nilai in bagian]
    if sum(kebutuhan) >= halaman:
        return [halaman * nilai // sum(kebutuhan) for nilai in kebutuhan]
    kurang = sum(max(perlu - ada, 0) for perlu, ada in zip(kebutuhan, lebar, strict=True))
    longgar = sum(max(ada - perlu, 0) for perlu, ada in zip(kebutuhan, lebar, strict=True))
    return [
        perlu if ada <= perlu else ada - (ada - perlu) * kurang // max(longgar, 1)
        for perlu, ada in zip(kebutuhan, lebar, strict=True)
    ]


def _kata_terlebar(tabel: Tabel) -> list[int]:
    """For each column the widest thing that should stay on one line, in thousandths of the letter size."""
    terlebar = [lebar_teks(f"({nomor})") for nomor in range(1, len(tabel.kolom) + 1)]
    for daftar, kepala in ((tabel.kepala, True), (tabel.baris, False)):
        for baris, tempat in zip(daftar, posisi(daftar, len(tabel.kolom)), strict=True):
            tebal = kepala or baris.gaya is not GayaBaris.BIASA
            for kolom, sel in zip(tempat, baris.sel, strict=True):
                if sel.rentang_kolom == 1 and kolom < len(terlebar):
                    terlebar[kolom] = max(terlebar[kolom], _lebar_sel(sel, tebal=tebal or sel.tebal))
    return terlebar


def posisi(daftar: Sequence[Baris], banyak_kolom: int) -> list[list[int]]:
    """For each row the columns at which its cells really stand, cells reaching down from above counted."""
    sisa = [0] * banyak_kolom
    return [_posisi_baris(baris, sisa) for baris in daftar]


def _posisi_baris(baris: Baris, sisa: list[int]) -> list[int]:
    """Columns of the cells of one row; `sisa` counts for each column the rows still covered from above."""
    terpakai = [nilai > 0 for nilai in sisa]
    sisa[:] = [max(nilai - 1, 0) for nilai in sisa]
    hasil: list[int] = []
    kolom = 0
    for sel in baris.sel:
        while kolom < len(sisa) and terpakai[kolom]:
            kolom += 1
        hasil.append(kolom)
        for ke in range(kolom, min(kolom + sel.rentang_kolom, len(sisa))):
            sisa[ke] = max(sisa[ke], sel.rentang_baris - 1)
        kolom += sel.rentang_kolom
    return hasil


def _lebar_sel(sel: Sel, *, tebal: bool) -> int:
    kata_terlebar = 0
    for potong in sel.isi:
        if isinstance(potong, Angka):
            kata_terlebar = max(kata_terlebar, *_lebar_kata(tulis(potong), tebal or potong.tebal, utuh=True))
        elif isinstance(potong, Teks):
            kata_terlebar = max(kata_terlebar, *_lebar_kata(potong.isi, tebal or potong.tebal, utuh=False))
        elif isinstance(potong, Rujuk):
            kata_terlebar = max(kata_terlebar, lebar_teks("Gambar"))
    return kata_terlebar + (sel.inden * 1_200 if kata_terlebar else 0)


def _lebar_kata(isi: str, tebal: bool, *, utuh: bool) -> list[int]:
    """Widths of the words; a long word of letters counts only as far as its first parts, it may be hyphenated."""
    return [
        lebar_teks(kata if utuh or not kata.isalpha() else kata[:_HURUF_UTUH], tebal=tebal) for kata in isi.split()
    ] or [0]
