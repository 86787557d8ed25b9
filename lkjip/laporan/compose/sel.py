"""Cells, rows, tables and keys: the small parts that all tables of the report are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lkjip.laporan.compose.kalimat import Isian, sebaris
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Angka, Baris, GayaBaris, JenisAngka, Kolom, Paragraf, Rata, Sebaris, Sel, Tabel
from renstra.data import Arah, Indikator, JenisIndikator

Kepala = tuple[str, int, Rata]
"""Heading, relative width and alignment of a column."""

_RUMUS = {
    "Capaian (%)": ("{}/{}×100", "Realisasi", "Target"),
    "Serapan (%)": ("{}/{}×100", "Realisasi (Rp)", "Pagu (Rp)"),
    "Sisa (Rp)": ("{}-{}", "Pagu (Rp)", "Realisasi (Rp)"),
}
"""How the computed columns come out of their neighbours (sakip.md 7)."""

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
    rumus_capaian: bool = False,
) -> Tabel:
    """A table with one heading row. A table without rows is never made: the caller says what is missing instead.

    `rumus_capaian`: every capaian in it is realisasi / target × 100, so its column may say so.
    """
    return Tabel(
        kolom=_berumus(kolom, rumus_capaian=rumus_capaian),
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
    rumus_capaian: bool = False,
) -> Tabel:
    """A table with two heading rows; a group with an empty name is one column that spans both."""
    atas: list[Sel] = []
    bawah: list[Sel] = []
    semua = [satu for _, anggota in kelompok_kolom for satu in anggota]
    for nama, anggota in kelompok_kolom:
        if nama:
            atas.append(sel(nama, rata=TENGAH, tebal=True, kolom=len(anggota)))
            bawah.extend(sel(judul_kolom, rata=TENGAH, tebal=True) for judul_kolom, _, _ in anggota)
        else:
            atas.extend(sel(judul_kolom, rata=TENGAH, tebal=True, baris=2) for judul_kolom, _, _ in anggota)
    return Tabel(
        _berumus(semua, rumus_capaian=rumus_capaian),
        tuple(isi),
        (Baris(tuple(atas)), Baris(tuple(bawah))),
        kunci,
        judul,
        sumber,
        mendatar=mendatar,
        catatan=tuple(catatan),
    )


def capaian_biasa(ktx: Konteks, daftar: Sequence[Indikator]) -> bool:
    """Whether each capaian is realisasi / target × 100: none runs the other way, none is a letter, none is capped."""
    if ktx.metode.batas_capaian is not None:
        return False
    return all(i.arah is Arah.POSITIF and i.jenis is not JenisIndikator.PREDIKAT for i in daftar)


def _berumus(daftar: Sequence[Kepala], *, rumus_capaian: bool) -> tuple[Kolom, ...]:
    """The columns; a computed one whose parts stand in the same table says how it is reckoned."""
    nomor = {nama: ke for ke, (nama, _, _) in enumerate(daftar, start=1)}
    hasil = []
    for nama, lebar, rata in daftar:
        pola, *bahan = _RUMUS.get(nama, ("",))
        lengkap = all(satu in nomor for satu in bahan) and (rumus_capaian or nama != "Capaian (%)")
        hasil.append(Kolom(lebar, rata, pola.format(*(nomor[satu] for satu in bahan)) if lengkap else ""))
    return tuple(hasil)


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
