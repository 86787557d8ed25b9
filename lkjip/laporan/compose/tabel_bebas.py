"""Free tables: sheets `tabel_NN` as the agency typed them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from lkjip.dasar.hitungan import banyak_desimal
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.laporan.compose.kalimat import bersih
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, sel, slug
from lkjip.laporan.data import SelBebas, TabelBebas
from lkjip.laporan.isi import Baris, GayaBaris, Kolom, Tabel

_NOMOR_TABEL = re.compile(r"^\s*Tabel\s+[\dIVX]+(?:[.\-]\d+)*\.?\s*[:.]?\s*(?=\S)", re.IGNORECASE)
_KOLOM_LEBAR = 8


def kunci_tabel(nama: str) -> str:
    """The key in the report of the table with this name."""
    return f"tabel-bebas-{slug(nama)}"


def tabel_bebas(asal: TabelBebas) -> Tabel:
    """A free table as the agency typed it: its own headings and rows; numbers right-aligned, totals recognised by
    name."""
    banyak = max([len(asal.kepala), *(len(b) for b in asal.baris), 1])
    kolom = tuple(_kolom(asal, nomor) for nomor in range(banyak))
    kepala = (baris(*(sel(nama, rata=TENGAH, tebal=True) for nama in _lengkapi(asal.kepala, banyak))),)
    return Tabel(
        kolom=kolom,
        baris=tuple(_baris_bebas(b, banyak) for b in asal.baris),
        kepala=kepala if asal.kepala else (),
        kunci=kunci_tabel(asal.nama),
        judul=bersih(_NOMOR_TABEL.sub("", asal.judul)) or f"Data {asal.nama}",
        sumber=asal.sumber.strip(),
        nomor_kolom=bool(asal.kepala),
        mendatar=banyak > _KOLOM_LEBAR,
    )


def _lengkapi(kepala: Sequence[str], banyak: int) -> list[str]:
    return [*kepala, *[""] * (banyak - len(kepala))]


def _kolom(asal: TabelBebas, nomor: int) -> Kolom:
    """Width by the longest cell, within limits; right-aligned where all cells are numbers."""
    isi = [b[nomor] for b in asal.baris if nomor < len(b) and b[nomor] not in (None, "")]
    kepala = asal.kepala[nomor] if nomor < len(asal.kepala) else ""
    panjang = max([len(kepala) // 2, *(len(_tulis(s)) for s in isi), 1])
    angka = bool(isi) and all(isinstance(s, Decimal) for s in isi)
    nomor_urut = kepala.strip().lower() in {"no", "no.", "nomor"}
    rata = TENGAH if nomor_urut else KANAN if angka else KIRI
    return Kolom(4 if nomor_urut else min(max(panjang, 8), 40), rata)


def _baris_bebas(isi: Sequence[SelBebas], banyak: int) -> Baris:
    tulisan = [_tulis(s) for s in isi]
    jumlah = any(t.lower() in {"jumlah", "total"} for t in tulisan)
    return baris(*_lengkapi(tulisan, banyak), gaya=GayaBaris.JUMLAH if jumlah else GayaBaris.BIASA)


def _tulis(isi: SelBebas) -> str:
    """A number as Indonesians write it, with the decimals typed; a lone year keeps its four digits together."""
    if isinstance(isi, Decimal):
        if isi == isi.to_integral_value() and 1900 <= isi <= 2100:
            return f"{isi:f}"
        return tulis_angka(isi, banyak_desimal(isi))
    return (isi or "").strip()
