"""Walks over a composed document: every block, every inline piece, every table as the grid it will be printed as."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip.laporan.isi import (
    Angka,
    Bab,
    Bagian,
    Blok,
    Daftar,
    Dokumen,
    GayaParagraf,
    Grafik,
    Paragraf,
    Rujuk,
    Sebaris,
    Sel,
    Tabel,
    Teks,
)


def daftar_simpul(isi: tuple[Blok | Bagian, ...]) -> Iterator[Blok | Bagian]:
    for simpul in isi:
        yield simpul
        if isinstance(simpul, Bagian):
            yield from daftar_simpul(simpul.isi)


def semua(dokumen: Dokumen) -> Iterator[Blok | Bagian]:
    for bab in dokumen.bab:
        yield from daftar_simpul(bab.isi)


def daftar_tabel(dokumen: Dokumen) -> list[Tabel]:
    return [s for s in semua(dokumen) if isinstance(s, Tabel)]


def daftar_grafik(dokumen: Dokumen) -> list[Grafik]:
    return [s for s in semua(dokumen) if isinstance(s, Grafik)]


def daftar_bagian(bab: Bab) -> list[str]:
    return [s.judul for s in bab.isi if isinstance(s, Bagian)]


def sel_tabel(tabel: Tabel) -> Iterator[Sel]:
    for baris in (*tabel.kepala, *tabel.baris):
        yield from baris.sel


def sebaris_simpul(simpul: Blok | Bagian) -> Iterator[Sebaris]:
    if isinstance(simpul, Paragraf):
        yield from simpul.isi
    elif isinstance(simpul, Daftar):
        for butir in simpul.butir:
            yield from butir
        for anak in simpul.anak:
            yield from sebaris_simpul(anak) if anak else ()
    elif isinstance(simpul, Tabel):
        for sel in sel_tabel(simpul):
            yield from sel.isi
        for catatan in simpul.catatan:
            yield from catatan.isi


def daftar_sebaris(dokumen: Dokumen) -> list[Sebaris]:
    return [s for simpul in semua(dokumen) for s in sebaris_simpul(simpul)]


def daftar_angka(dokumen: Dokumen) -> list[Angka]:
    return [s for s in daftar_sebaris(dokumen) if isinstance(s, Angka)]


def tulis(isi: tuple[Sebaris, ...]) -> str:
    """Plain text of a run: a figure as its unrounded value, a reference as its key in brackets."""
    hasil = ""
    for unsur in isi:
        if isinstance(unsur, Teks):
            hasil += unsur.isi
        elif isinstance(unsur, Rujuk):
            hasil += f"[{unsur.kunci}]"
        else:
            hasil += "–" if unsur.hasil.nilai is None else str(unsur.hasil.nilai)
    return hasil


def teks_dokumen(dokumen: Dokumen) -> str:
    """All words of the document, titles of sections and tables included, one run a line."""
    baris: list[str] = []
    for simpul in semua(dokumen):
        if isinstance(simpul, (Bagian, Tabel)):
            baris.append(simpul.judul)
        if isinstance(simpul, Paragraf):
            baris.append(tulis(simpul.isi))
        elif isinstance(simpul, Daftar):
            baris.extend(tulis(b) for b in simpul.butir)
        elif isinstance(simpul, Tabel):
            baris.extend(tulis(s.isi) for s in sel_tabel(simpul))
            baris.append(simpul.sumber)
    return "\n".join(baris)


def kekurangan(simpul: tuple[Blok | Bagian, ...]) -> list[str]:
    """The boxed notes below, as text."""
    return [
        tulis(s.isi) for s in daftar_simpul(simpul) if isinstance(s, Paragraf) and s.gaya is GayaParagraf.KEKURANGAN
    ]


def lebar_baris(tabel: Tabel, baris_kepala: bool) -> list[int]:
    """Columns that each row covers, cells that reach down from above included."""
    turun: dict[int, int] = {}
    hasil = []
    for nomor, baris in enumerate(tabel.kepala if baris_kepala else tabel.baris):
        lebar = turun.pop(nomor, 0)
        for sel in baris.sel:
            lebar += sel.rentang_kolom
            for bawah in range(1, sel.rentang_baris):
                turun[nomor + bawah] = turun.get(nomor + bawah, 0) + sel.rentang_kolom
        hasil.append(lebar)
    return [*hasil, *(0 for _ in turun)]


def banyak_kolom(tabel: Tabel) -> int:
    return len(tabel.kolom)


def bab_menurut_kunci(dokumen: Dokumen) -> dict[str, Bab]:
    return {bab.kunci: bab for bab in dokumen.bab}


def bagian_menurut_kunci(dokumen: Dokumen) -> dict[str, Bagian]:
    return {s.kunci: s for s in semua(dokumen) if isinstance(s, Bagian)}
