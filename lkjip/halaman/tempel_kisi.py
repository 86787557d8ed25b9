"""A block of cells pasted into a grid: which cell goes into which field, and what it would write. Nothing is guessed.

Rows are found by their kode, where the first column of the block holds it, else they follow each other from the row in
which the paste began; columns by their headings, where the block has a heading line, else likewise.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.dasar.isian import IsianTakTerbaca, JenisIsian, baca_dasar, baca_isian, sama_isi, tulis_isian
from lkjip.dasar.tempel import MAKS_BARIS, MAKS_HURUF, kode_baku, urai_tempelan
from lkjip.halaman.isian import Kotak
from lkjip.halaman.kisi import BarisKisi, Kisi, KolomKisi

MAKS_SEL = 10_000
_JUDUL_KODE = frozenset({"kode", "no", "no.", "nomor"})


@dataclass(frozen=True)
class SelTempel:
    """One cell of the block: its line, the row and column it goes to, and what it says.

    `galat`: why nothing is written for it; `lewat`: why it is passed over without being an error.
    """

    nomor: int
    teks: str
    baris: BarisKisi | None = None
    kolom: KolomKisi | None = None
    kotak: Kotak | None = None
    baru: str = ""
    galat: str = ""
    lewat: str = ""

    @property
    def berubah(self) -> bool:
        return self.kotak is not None and not self.galat and not self.lewat


@dataclass(frozen=True)
class TempelanKisi:
    """All cells of a block; `galat`: why none of it can be taken."""

    daftar: tuple[SelTempel, ...] = ()
    galat: str = ""

    @property
    def banyak_berubah(self) -> int:
        return sum(sel.berubah for sel in self.daftar)

    @property
    def banyak_galat(self) -> int:
        return sum(bool(sel.galat) for sel in self.daftar)

    @property
    def daftar_berarti(self) -> tuple[SelTempel, ...]:
        """Cells that a preview shows: all that change or cannot be read; what stays as it is would only be noise."""
        return tuple(sel for sel in self.daftar if sel.berubah or sel.galat)


def tempelkan(teks: str, kisi: Kisi, *, mulai: int | None = None, kolom: str = "") -> TempelanKisi:
    """What the block would write into the grid. `mulai`: pk of the row, `kolom`: name of the column to begin at."""
    if len(teks) > MAKS_HURUF:
        return TempelanKisi(galat="Tempelan terlalu besar. Salin hanya bagian yang perlu diisi.")
    try:
        blok = urai_tempelan(teks)
    except csv.Error:
        return TempelanKisi(galat="Satu sel tempelan terlalu panjang. Salin hanya bagian yang perlu diisi.")
    if not any(any(sel) for sel in blok):
        return TempelanKisi(galat="Tempelan kosong. Salin sel-sel di Excel, lalu tempel di sini.")
    if len(blok) > MAKS_BARIS or sum(map(len, blok)) > MAKS_SEL:
        return TempelanKisi(galat=f"Tempelan terlalu besar; paling banyak {MAKS_BARIS} baris dan {MAKS_SEL} sel.")
    return _susun(blok, kisi, mulai, kolom)


def _susun(blok: list[list[str]], kisi: Kisi, mulai: int | None, kolom: str) -> TempelanKisi:
    daftar_baris = list(kisi.daftar_baris)
    per_kode = {kode_baku(b.kode): b for b in daftar_baris if b.kode}
    berkode = any(sel and kode_baku(sel[0]) in per_kode for sel in blok) and any(len(sel) > 1 for sel in blok)
    judul = _baris_judul(blok[0], kisi, berkode)
    dikenal = [k.judul for k in judul or () if k is not None]
    if ganda := next((satu for satu in dikenal if dikenal.count(satu) > 1), None):
        return TempelanKisi(galat=f"Kolom “{ganda}” muncul dua kali. Salin kolom itu sekali saja.")
    if judul is not None:
        daftar_kolom, isi = judul, list(enumerate(blok, 1))[1:]
    else:
        daftar_kolom, isi = _sejak_kolom(kisi, kolom), list(enumerate(blok, 1))
    hasil: list[SelTempel] = []
    awal = next((n for n, b in enumerate(daftar_baris) if b.pk == mulai), 0)
    terpakai: set[int] = set()
    for urutan, (nomor, sel) in enumerate(isi):
        if not any(sel):
            continue
        baris = per_kode.get(kode_baku(sel[0])) if berkode else _ke(daftar_baris, awal + urutan)
        if baris is None or baris.pk in terpakai:
            hasil.append(_tanpa_baris(nomor, sel, berkode, ganda=baris is not None))
            continue
        terpakai.add(baris.pk)
        hasil += _satu_baris(nomor, sel[1:] if berkode else sel, baris, daftar_kolom, kisi)
    return TempelanKisi(tuple(hasil))


def _baris_judul(sel: Sequence[str], kisi: Kisi, berkode: bool) -> list[KolomKisi | None] | None:
    """The columns that a heading line names; None where the line is no heading. An unknown heading is passed over."""
    per_judul = {k.judul.casefold(): k for k in kisi.daftar_kolom}
    kepala = [satu.casefold() for satu in sel]
    sisa = kepala[1:] if berkode else kepala
    if not any(satu in per_judul for satu in sisa) or (berkode and kepala[0] not in {*_JUDUL_KODE, ""}):
        return None
    return [per_judul.get(satu) for satu in sisa]


def _sejak_kolom(kisi: Kisi, nama: str) -> list[KolomKisi | None]:
    daftar = list(kisi.daftar_kolom)
    awal = next((n for n, k in enumerate(daftar) if k.nama == nama), 0)
    return [*daftar[awal:]]


def _ke(daftar: Sequence[BarisKisi], nomor: int) -> BarisKisi | None:
    return daftar[nomor] if nomor < len(daftar) else None


def _tanpa_baris(nomor: int, sel: Sequence[str], berkode: bool, *, ganda: bool) -> SelTempel:
    if ganda:
        return SelTempel(nomor, sel[0], galat=f"Kode “{sel[0]}” muncul dua kali.")
    if berkode:
        return SelTempel(nomor, sel[0], galat=f"Tidak ada baris berkode “{sel[0]}”.")
    return SelTempel(nomor, sel[0], galat="Tidak ada lagi baris untuk nilai ini.")


def _satu_baris(
    nomor: int, sel: Sequence[str], baris: BarisKisi, daftar_kolom: Sequence[KolomKisi | None], kisi: Kisi
) -> list[SelTempel]:
    per_kolom = dict(zip((k.nama for k in kisi.daftar_kolom), baris.daftar_kotak, strict=True))
    hasil = []
    for n, teks in enumerate(sel):
        kolom = daftar_kolom[n] if n < len(daftar_kolom) else None
        if kolom is not None:
            hasil.append(_satu_sel(nomor, teks, baris, kolom, per_kolom[kolom.nama]))
        elif n >= len(daftar_kolom) and teks:
            hasil.append(SelTempel(nomor, teks, baris, galat="Tidak ada kolom lagi untuk nilai ini."))
    return hasil


def _satu_sel(nomor: int, teks: str, baris: BarisKisi, kolom: KolomKisi, kotak: Kotak) -> SelTempel:
    def sel(baru: str = "", galat: str = "", lewat: str = "") -> SelTempel:
        return SelTempel(nomor, teks, baris, kolom, kotak, baru, galat, lewat)

    if not teks:
        return sel(lewat="sel kosong, nilai lama tetap")
    if not kotak.boleh:
        return sel(lewat="tidak dapat diisi")
    try:
        nilai = baca_isian(_nilai_pilihan(teks, kotak), kolom.jenis)
    except IsianTakTerbaca as galat:
        return sel(galat=str(galat))
    if sama_isi(nilai, baca_dasar(kotak.dasar, kolom.jenis)):
        return sel(lewat="sama dengan yang tersimpan")
    return sel(baru=tulis_isian(nilai, kolom.jenis))


def _nilai_pilihan(teks: str, kotak: Kotak) -> str:
    """A choice may be pasted by its value or as it is called. Raises IsianTakTerbaca for any other word."""
    if not kotak.pilihan or kotak.jenis not in {JenisIsian.PILIHAN, JenisIsian.LOGIKA}:
        return teks
    for nilai, sebutan in kotak.pilihan:
        if teks.casefold() in {nilai.casefold(), sebutan.casefold()}:
            return nilai
    daftar = ", ".join(sebutan for _, sebutan in kotak.pilihan)
    raise IsianTakTerbaca(f"“{teks[:40]}” bukan pilihan. Pilihannya: {daftar}.")
