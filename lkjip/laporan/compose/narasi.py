"""What the agency wrote itself: rows of sheet `narasi` and free tables → blocks, each used exactly once.

Emphasis is Markdown (`*miring*`, `**tebal**`), parsed by markdown-it; HTML is plain text. Lists are recognised by
their line marks, because Markdown would renumber an item that an agency numbered "2." itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from markdown_it import MarkdownIt

from lkjip.dasar.hitungan import banyak_desimal
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.laporan.compose.kalimat import bersih
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.ruas import Ruas, SifatRuas, ada_tulisan, catat_ruas
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, sel, slug
from lkjip.laporan.data import Narasi, SelBebas, TabelBebas
from lkjip.laporan.isi import (
    Bagian,
    Baris,
    Blok,
    Daftar,
    GayaBaris,
    JenisDaftar,
    Kolom,
    Paragraf,
    Sebaris,
    Tabel,
    Teks,
)

_MARKDOWN = MarkdownIt("zero").enable("emphasis")
_BUTIR = re.compile(r"^\s*[-•*]\s+(?=\S)")
_BERNOMOR = re.compile(r"^\s*(\d{1,3})[.)]\s+(?=\S)")
_NOMOR_TABEL = re.compile(r"^\s*Tabel\s+[\dIVX]+(?:[.\-]\d+)*\.?\s*[:.]?\s*(?=\S)", re.IGNORECASE)
_SAMBUNG = re.compile(r"(;|[;,] dan)$")
_KOLOM_LEBAR = 8


def teks_kaya(isi: str) -> tuple[Sebaris, ...]:
    """One run of text with its emphasis."""
    hasil: list[Sebaris] = []
    tebal = miring = 0
    for token in _MARKDOWN.parseInline(" ".join(isi.split()))[0].children or ():
        tebal += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
        miring += {"em_open": 1, "em_close": -1}.get(token.type, 0)
        if token.content and token.type == "text":
            hasil.append(Teks(token.content, tebal > 0, miring > 0))
    return tuple(hasil)


def blok_teks(isi: str) -> list[Blok]:
    """The blocks of one row: paragraphs, and a list wherever two or more lines in a row bear a mark."""
    hasil: list[Blok] = []
    for penggal in re.split(r"\n\s*\n", isi.strip()):
        for jenis, kelompok in groupby((b for b in penggal.splitlines() if b.strip()), key=_tanda):
            daftar_baris = list(kelompok)
            if jenis is not None and len(daftar_baris) > 1 and (jenis is _BUTIR or _berurutan(daftar_baris)):
                gaya = JenisDaftar.POIN if jenis is _BUTIR else JenisDaftar.ANGKA
                hasil.append(Daftar(tuple(teks_kaya(jenis.sub("", b, count=1)) for b in daftar_baris), gaya))
            else:
                hasil.append(Paragraf(teks_kaya("\n".join(daftar_baris))))
    return hasil


def _tanda(baris_teks: str) -> re.Pattern[str] | None:
    return next((pola for pola in (_BUTIR, _BERNOMOR) if pola.match(baris_teks)), None)


def _berurutan(daftar_baris: Sequence[str]) -> bool:
    nomor = [_BERNOMOR.match(b) for b in daftar_baris]
    return all(n is not None and int(n.group(1)) == urutan for urutan, n in enumerate(nomor, 1))


def blok_narasi(daftar: Sequence[Narasi]) -> list[Blok]:
    """Rows as paragraphs; a row that ends with a colon announces a list, made of the rows that follow it."""
    isi = [n.isi.strip() for n in daftar if n.isi.strip()]
    hasil: list[Blok] = []
    urutan = 0
    while urutan < len(isi):
        hasil.extend(blok_teks(isi[urutan]))
        urutan += 1
        if isi[urutan - 1].endswith(":"):
            butir = _butir_sesudah(isi[urutan:])
            if len(butir) > 1:
                hasil.append(Daftar(tuple(teks_kaya(b) for b in butir), JenisDaftar.ANGKA))
                urutan += len(butir)
    return hasil


def _butir_sesudah(isi: Sequence[str]) -> Sequence[str]:
    """The items after a colon: those that end with a semicolon and the one that closes them, announced by "dan" or no
    longer than they are; without any semicolon, all."""
    if not isi or not _SAMBUNG.search(isi[0]):
        return isi
    banyak = next((n for n, teks in enumerate(isi) if not _SAMBUNG.search(teks)), len(isi))
    penutup = isi[banyak] if banyak < len(isi) else ""
    terpanjang = max(len(teks) for teks in isi[:banyak])
    sebaris = bool(penutup) and not re.search(r"[.:]\s", penutup) and len(penutup) * 2 <= terpanjang * 3
    return isi[: banyak + 1] if isi[banyak - 1].endswith("dan") or sebaris else isi[:banyak]


def ambil(ktx: Konteks, *bagian: str, daftar: bool = False) -> list[Blok]:
    """All that the agency wrote for these sections, text before tables; `daftar`: every row is a list item."""
    hasil: list[Blok] = []
    for nama in bagian:
        if nama in ktx.bagian_terpakai:
            continue
        ktx.bagian_terpakai.add(nama)
        narasi = ktx.laporan.daftar_narasi_per_bagian.get(nama, ())
        hasil.extend(blok_daftar([n.isi for n in narasi]) if daftar else blok_narasi(narasi))
        hasil.extend(tabel_bebas(t) for t in ktx.laporan.daftar_tabel_per_bagian.get(nama, ()) if t.kepala or t.baris)
    return hasil


def tulisan(
    ktx: Konteks,
    *nama: str,
    letak: str,
    judul: str,
    sifat: SifatRuas = SifatRuas.BEBAS,
    daftar: bool = False,
    subjek: tuple[str, ...] = (),
) -> list[Blok]:
    """All that the agency wrote here (`ambil`); the place is noted for the editor."""
    ada = ada_tulisan(ktx, nama)
    catat_ruas(ktx, Ruas(nama[0], judul, letak, sifat, nama[1:], daftar, ada, (), subjek))
    return ambil(ktx, *nama, daftar=daftar)


def otomatis(
    ktx: Konteks,
    nama: str,
    blok: Sequence[Blok],
    *,
    letak: str,
    judul: str,
    subjek: tuple[str, ...] = (),
) -> list[Blok]:
    """The composed blocks, or the agency's own text in their stead; the place is noted for the editor."""
    ada = ada_tulisan(ktx, (nama,))
    catat_ruas(ktx, Ruas(nama, judul, letak, SifatRuas.OTOMATIS, (), False, ada, tuple(blok), subjek))
    return ambil(ktx, nama) or list(blok)


def blok_daftar(isi: Sequence[str], jenis: JenisDaftar = JenisDaftar.ANGKA) -> list[Blok]:
    butir = tuple(teks_kaya(teks) for teks in isi if teks.strip())
    return [Daftar(butir, jenis)] if butir else []


def blok_analisis(isi: Sequence[str]) -> list[Blok]:
    """Rows of sheet `analisis`, each a sentence of its own: begun with a capital, it ends with a full stop."""
    return blok_daftar([bertitik(teks.strip()) for teks in isi])


def bertitik(teks: str) -> str:
    """The row as a sentence that stands alone; one begun with a small letter keeps its semicolon."""
    if teks[:1].isupper() and teks.endswith((";", ",")):
        return f"{teks[:-1].rstrip()}."
    return teks if not teks or teks.endswith((".", ";", ":", ",", "!", "?", "”", "*")) else f"{teks}."


def sisa(ktx: Konteks, awalan: str) -> list[Bagian]:
    """Sections under `awalan` that no chapter asked for, each under its own name: nothing the agency wrote is lost."""
    nama = [*ktx.laporan.daftar_narasi_per_bagian, *ktx.laporan.daftar_tabel_per_bagian]
    hasil = []
    for bagian in dict.fromkeys(nama):
        if bagian in ktx.bagian_terpakai or not (bagian == awalan or bagian.startswith(f"{awalan}.") or not awalan):
            continue
        isi = ambil(ktx, bagian)
        if isi:
            hasil.append(Bagian(f"bagian-{slug(bagian)}", judul_bagian(bagian, awalan), tuple(isi)))
    return hasil


def judul_bagian(bagian: str, awalan: str) -> str:
    """`bab1.swot.lain_lain` → "Swot: Lain Lain"; a bare chapter name → "Uraian Tambahan"."""
    ekor = bagian.removeprefix(awalan).strip(". ") if awalan else bagian
    kata = [" ".join(k.capitalize() for k in re.split(r"[_\s]+", potong) if k) for potong in ekor.split(".")]
    return ": ".join(k for k in kata if k) or "Uraian Tambahan"


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
        kunci=f"tabel-bebas-{slug(asal.nama)}",
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
