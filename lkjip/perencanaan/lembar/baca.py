"""What is typed or pasted into a sheet, read by the rules of the workbook: same text, same value, same sentence."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from lkjip.buku_kerja import rujukan, skema
from lkjip.buku_kerja.galat import GalatSel
from lkjip.buku_kerja.jenis import JenisKolom, Kolom, Lembar
from lkjip.buku_kerja.mentah import JenisSel, LembarMentah, Sel
from lkjip.buku_kerja.nilai import NilaiSalah, baca_nilai
from lkjip.buku_kerja.parse import parse_lembar
from lkjip.buku_kerja.writers.isi import ambil_rekaman
from lkjip.dasar.butir import sidik_butir
from lkjip.dasar.isian import IsianTakTerbaca, JenisIsian, baca_isian, rapikan_teks
from lkjip.dasar.rekaman import bentuk_baku
from lkjip.dasar.tempel import MAKS_BARIS, MAKS_HURUF, urai_blok
from lkjip.data import BukuKerja
from lkjip.perencanaan.lembar.daftar import jenis_isian, judul_kolom


def baca_sel(kolom: Kolom, teks: str, jenis: JenisIsian) -> Any:
    """The value typed into a field of this column. Raises IsianTakTerbaca with the workbook's sentence.

    Rupiah are read as on every money page: they have at most two decimals, so 1.234 is no riddle there.
    """
    bersih = rapikan_teks(teks, jenis)
    if kolom.jenis is JenisKolom.UANG:
        uang = baca_isian(bersih, jenis)
        if kolom.terkecil is not None and isinstance(uang, Decimal) and uang < kolom.terkecil:
            raise IsianTakTerbaca(f"{kolom.nama} tidak boleh negatif. Periksa tandanya.")
        return uang
    try:
        return baca_nilai(Sel(JenisSel.TEKS, bersih) if bersih else None, kolom, titik_desimal=False)
    except NilaiSalah as salah:
        raise IsianTakTerbaca(f"{salah.pesan} {salah.saran}".strip()) from salah


@dataclass(frozen=True)
class Formulir:
    """A new row as typed: the values by column, and why a field was refused."""

    isi: dict[str, Any] = field(default_factory=dict)
    galat: dict[str, str] = field(default_factory=dict)


def baca_formulir(lembar: Lembar, kiriman: Mapping[str, str]) -> Formulir:
    """One new row, read by the workbook's own rules; a column that cannot be read says why."""
    hasil = Formulir()
    for kolom in lembar.kolom:
        try:
            hasil.isi[kolom.nama] = baca_sel(kolom, kiriman.get(kolom.nama, ""), jenis_isian(kolom))
        except IsianTakTerbaca as galat:
            hasil.galat[kolom.nama] = str(galat)
    return hasil


@dataclass(frozen=True)
class Tempelan:
    """Rows as they were pasted. `kepala`: columns in their order; `tertebak`: it was not pasted, the schema's order."""

    kepala: tuple[str, ...] = ()
    tertebak: bool = False
    daftar_rekaman: tuple[Any, ...] = ()
    daftar_galat: tuple[GalatSel, ...] = ()

    @property
    def boleh(self) -> bool:
        return bool(self.daftar_rekaman) and not self.daftar_galat


def baca_tempelan(lembar: Lembar, teks: str, buku: BukuKerja, *, ganti: bool) -> Tempelan:
    """A block of whole rows. `buku`: what is stored, for references and for keys that are there already."""
    try:
        baris = urai_blok(teks[: MAKS_HURUF + 1])
    except csv.Error:
        return _gagal(lembar, "Ada sel yang terlalu panjang.", "Pecah isinya.")
    if len(teks) > MAKS_HURUF or len(baris) > MAKS_BARIS:
        return _gagal(lembar, "Tempelan ini terlalu besar.", f"Tempel paling banyak {MAKS_BARIS} baris sekali jalan.")
    if not any(any(sel) for sel in baris):
        return _gagal(lembar, "Tempelan ini kosong.", "Salin baris-barisnya di Excel, lalu tempel di kotak ini.")
    kepala = _kepala(lembar, baris[0])
    isi = baris[1:] if kepala else baris
    judul = kepala or [k.nama for k in lembar.kolom]
    mulai = 2 if kepala else 1
    terbaca, galat = parse_lembar(_mentah(lembar, judul, isi), titik_desimal=False)
    if not galat:
        rujukan.periksa_lembar(lembar, terbaca, _tersimpan(buku), galat, ganti=ganti)
    return Tempelan(
        tuple(judul),
        not kepala,
        tuple(b.rekaman for b in terbaca),
        tuple(replace(g, baris=g.baris - 2 + mulai if g.baris else None, alamat="") for g in galat.semua()),
    )


def _gagal(lembar: Lembar, pesan: str, saran: str) -> Tempelan:
    return Tempelan(daftar_galat=(GalatSel(lembar.nama, None, "", pesan, saran),))


def _kepala(lembar: Lembar, baris: Sequence[str]) -> list[str]:
    """The headings, if the first line is one: all its cells are columns, or two of them and so the others should be."""
    dikenal = {_baku(nama): k.nama for k in lembar.kolom for nama in (k.nama, judul_kolom(k))}
    terisi = [sel for sel in baris if sel]
    cocok = [sel for sel in terisi if _baku(sel) in dikenal]
    if not terisi or (len(cocok) < len(terisi) and len(cocok) < 2):
        return []
    return [dikenal.get(_baku(sel), sel) for sel in baris]


def _baku(judul: str) -> str:
    return "_".join(judul.casefold().replace("-", " ").replace("_", " ").split())


def _mentah(lembar: Lembar, judul: Sequence[str], isi: Sequence[Sequence[str]]) -> LembarMentah:
    baris = {1: judul} | dict(enumerate(isi, 2))
    return LembarMentah(
        lembar.nama,
        {
            nomor: {n: Sel(JenisSel.TEKS, sel) for n, sel in enumerate(daftar, 1) if sel}
            for nomor, daftar in baris.items()
            if any(daftar)
        },
    )


def _tersimpan(buku: BukuKerja) -> dict[str, list[rujukan.Baris]]:
    return {
        lembar.nama: [rujukan.Baris(0, rekaman, {}) for rekaman in ambil_rekaman(buku, lembar)]
        for lembar in skema.DAFTAR_LEMBAR
    }


def daftar_rekaman(buku: BukuKerja, lembar: Lembar) -> tuple[Any, ...]:
    """The stored records of the sheet, in their order."""
    return ambil_rekaman(buku, lembar)


def sidik_lembar(buku: BukuKerja, lembar: Lembar) -> str:
    """A short text that stands for the sheet as it is stored: what a preview was shown for is what is replaced."""
    return sidik_butir([repr(bentuk_baku(rekaman)) for rekaman in ambil_rekaman(buku, lembar)])
