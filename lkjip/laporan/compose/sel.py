"""Cells, rows, tables and keys: the small parts that all tables of the report are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lkjip.laporan.compose.kalimat import Isian, sebaris
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Angka, Baris, GayaBaris, JenisAngka, Kolom, Paragraf, Rata, Sebaris, Sel, Tabel
from renstra.data import Indikator

Kepala = tuple[str, int, Rata]
"""Heading, relative width and alignment of a column."""

KIRI, TENGAH, KANAN = Rata.KIRI, Rata.TENGAH, Rata.KANAN


def slug(kode: str) -> str:
    """A kode as part of a key. Reversible, so that two kode never share a key; never holds the separator `-`."""
    return "".join(
        huruf if huruf.isascii() and huruf.isalnum() else "__" if huruf == "." else f"_{ord(huruf):x}_"
        for huruf in kode
    )


def sel(
    isi: Isian = "", *, rata: Rata | None = None, kolom: int = 1, baris: int = 1, tebal: bool = False, inden: int = 0
) -> Sel:
    return Sel(sebaris(isi), rata, kolom, baris, tebal, None, inden)


def baris(*isi: Isian | Sel, gaya: GayaBaris = GayaBaris.BIASA) -> Baris:
    return Baris(tuple(s if isinstance(s, Sel) else sel(s) for s in isi), gaya)


def sen_seragam(daftar: Sequence[Baris]) -> list[Baris]:
    """The rows with sen in all their money cells where one has any, so that the digits stand below each other."""
    uang = [p for b in daftar for s in b.sel for p in s.isi if isinstance(p, Angka) and p.jenis is JenisAngka.UANG]
    if not any(isinstance(n := p.hasil.nilai, Decimal) and n != n.to_integral_value() for p in uang):
        return list(daftar)

    def bersen(potong: Sebaris) -> Sebaris:
        if isinstance(potong, Angka) and potong.jenis is JenisAngka.UANG:
            return replace(potong, desimal=2)
        return potong

    return [replace(b, sel=tuple(replace(s, isi=tuple(map(bersen, s.isi))) for s in b.sel)) for b in daftar]


def kelompok(judul: Isian, kolom: int) -> Baris:
    """A group heading across the whole table."""
    return Baris((sel(judul, kolom=kolom, tebal=True, rata=KIRI),), GayaBaris.KELOMPOK)


def tabel(
    kunci: str,
    judul: str,
    kolom: Sequence[Kepala],
    isi: Sequence[Baris],
    *,
    sumber: str = "",
    mendatar: bool = False,
    catatan: Sequence[Paragraf] = (),
    nomor_kolom: bool = True,
) -> Tabel:
    """A table with one heading row. A table without rows is never made: the caller says what is missing instead."""
    return Tabel(
        kolom=tuple(Kolom(lebar, rata) for _, lebar, rata in kolom),
        baris=tuple(isi),
        kepala=(Baris(tuple(sel(nama, rata=TENGAH, tebal=True) for nama, _, _ in kolom)),),
        kunci=kunci,
        judul=judul,
        sumber=sumber,
        nomor_kolom=nomor_kolom,
        mendatar=mendatar,
        catatan=tuple(catatan),
    )


def tabel_kepala_ganda(
    kunci: str,
    judul: str,
    kelompok_kolom: Sequence[tuple[str, Sequence[Kepala]]],
    isi: Sequence[Baris],
    *,
    sumber: str = "",
    mendatar: bool = False,
    catatan: Sequence[Paragraf] = (),
) -> Tabel:
    """A table with two heading rows; a group with an empty name is one column that spans both."""
    atas: list[Sel] = []
    bawah: list[Sel] = []
    kolom: list[Kolom] = []
    for nama, anggota in kelompok_kolom:
        kolom.extend(Kolom(lebar, rata) for _, lebar, rata in anggota)
        if nama:
            atas.append(sel(nama, rata=TENGAH, tebal=True, kolom=len(anggota)))
            bawah.extend(sel(judul_kolom, rata=TENGAH, tebal=True) for judul_kolom, _, _ in anggota)
        else:
            atas.extend(sel(judul_kolom, rata=TENGAH, tebal=True, baris=2) for judul_kolom, _, _ in anggota)
    return Tabel(
        tuple(kolom),
        tuple(isi),
        (Baris(tuple(atas)), Baris(tuple(bawah))),
        kunci,
        judul,
        sumber,
        mendatar=mendatar,
        catatan=tuple(catatan),
    )


def sel_kategori(ktx: Konteks, indikator: Indikator | None, kode: str = "", *, triwulan: int | None = None) -> Sel:
    """Category of an indicator, of the sasaran `kode`, or ('') of the total mean, tinted by its place in the scale."""
    angka = ktx.angka("kategori_capaian", indikator.kode if indikator else kode, triwulan=triwulan)
    arah = ktx.arah_skala(indikator, triwulan=triwulan)
    return sel_kata(angka, ktx.tingkat_kategori(angka.hasil.kata, arah, triwulan=triwulan))


def sel_kata(angka: Angka, tingkat: Decimal | None) -> Sel:
    return Sel((angka,), TENGAH, kategori=tingkat)


def sumber_data(ktx: Konteks) -> str:
    """The source line where a table is made from the agency's own workbook."""
    return f"{ktx.singkatan}, data kinerja tahun {ktx.tahun}, diolah"
