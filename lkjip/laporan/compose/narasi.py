"""What the agency wrote itself: rows of sheet `narasi`, free tables and pictures → nodes, each used exactly once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.markah import naskah_dari_baris
from lkjip.laporan.compose.penempatan import dalam_teks, gambar_naskah, kunci_letak
from lkjip.laporan.compose.ruas import Ruas, SifatRuas, ada_tulisan, catat_ruas
from lkjip.laporan.compose.sel import slug
from lkjip.laporan.compose.tabel_bebas import tabel_bebas as tabel_bebas
from lkjip.laporan.compose.tata_kata import teks_kaya as teks_kaya
from lkjip.laporan.compose.tata_teks import urai_teks
from lkjip.laporan.data import Narasi
from lkjip.laporan.isi import Bagian, Daftar, JenisDaftar, Simpul


def blok_teks(isi: str, ktx: Konteks | None = None) -> list[Simpul]:
    """The nodes of a text (grammar: docs/panduan.md, Naskah); with `ktx` also figures, references and placements."""
    return urai_teks(isi, ktx)


def blok_narasi(
    daftar: Sequence[Narasi], ktx: Konteks | None = None, *, nama: str = "naskah", butir: bool = False
) -> list[Simpul]:
    """Stored rows as the text that they are; `butir`: every row is an item of a list."""
    return urai_teks(naskah_dari_baris(daftar, daftar=butir), ktx, nama=nama, tunggal=butir)


def ambil(ktx: Konteks, *bagian: str, daftar: bool = False) -> list[Simpul]:
    """All that the agency wrote for these sections: text, tables, pictures; `daftar`: every row is a list item."""
    hasil: list[Simpul] = []
    for nama in bagian:
        if nama in ktx.bagian_terpakai:
            continue
        ktx.bagian_terpakai.add(nama)
        narasi = ktx.laporan.daftar_narasi_per_bagian.get(nama, ())
        hasil.extend(blok_narasi(narasi, ktx, nama=slug(nama), butir=daftar))
        hasil.extend(_lampiran_teks(ktx, nama))
    return hasil


def _lampiran_teks(ktx: Konteks, nama: str) -> list[Simpul]:
    """Free tables and pictures of a section that no text gives a place of their own."""
    ditempatkan = dalam_teks(ktx)
    tabel = ktx.laporan.daftar_tabel_per_bagian.get(nama, ())
    gambar = ktx.laporan.daftar_gambar_per_bagian.get(nama, ())
    return [
        *(tabel_bebas(t) for t in tabel if (t.kepala or t.baris) and kunci_letak("tabel", t.nama) not in ditempatkan),
        *(gambar_naskah(g) for g in gambar if kunci_letak("gambar", g.nama) not in ditempatkan),
    ]


def tulisan(
    ktx: Konteks,
    *nama: str,
    letak: str,
    judul: str,
    sifat: SifatRuas = SifatRuas.BEBAS,
    daftar: bool = False,
    subjek: tuple[str, ...] = (),
) -> list[Simpul]:
    """All that the agency wrote here (`ambil`); the place is noted for the editor."""
    ada = ada_tulisan(ktx, nama)
    catat_ruas(ktx, Ruas(nama[0], judul, letak, sifat, nama[1:], daftar, ada, (), subjek))
    return ambil(ktx, *nama, daftar=daftar)


def otomatis(
    ktx: Konteks,
    nama: str,
    blok: Sequence[Simpul],
    *,
    letak: str,
    judul: str = "Kalimat dari angka",
    nama_lain: tuple[str, ...] = (),
    subjek: tuple[str, ...] = (),
) -> list[Simpul]:
    """The composed blocks, or the agency's own text in their stead; the place is noted for the editor.

    Tables and pictures put here stand after the composed blocks; where nothing is composed there is no place.
    """
    semua = (nama, *nama_lain)
    ada = ada_tulisan(ktx, semua)
    if blok or ada:
        catat_ruas(ktx, Ruas(nama, judul, letak, SifatRuas.OTOMATIS, nama_lain, False, ada, tuple(blok), subjek))
    return [*(() if ada else blok), *ambil(ktx, *semua)]


def blok_daftar(isi: Sequence[str], jenis: JenisDaftar = JenisDaftar.ANGKA) -> list[Simpul]:
    butir = tuple(teks_kaya(teks) for teks in isi if teks.strip())
    return [Daftar(butir, jenis)] if butir else []


def blok_analisis(isi: Sequence[str]) -> list[Simpul]:
    """Rows of sheet `analisis`, each a sentence of its own: begun with a capital, it ends with a full stop."""
    return blok_daftar([bertitik(teks.strip()) for teks in isi])


def bertitik(teks: str) -> str:
    """The row as a sentence that stands alone; one begun with a small letter keeps its semicolon."""
    if teks[:1].isupper() and teks.endswith((";", ",")):
        return f"{teks[:-1].rstrip()}."
    return teks if not teks or teks.endswith((".", ";", ":", ",", "!", "?", "”", "*")) else f"{teks}."


def sisa(ktx: Konteks, awalan: str) -> list[Bagian]:
    """Sections under `awalan` that no chapter asked for, each under its own name: nothing the agency wrote is lost."""
    laporan = ktx.laporan
    nama = [
        *laporan.daftar_narasi_per_bagian,
        *laporan.daftar_tabel_per_bagian,
        *laporan.daftar_gambar_per_bagian,
    ]
    hasil = []
    for bagian in dict.fromkeys(nama):
        if bagian in ktx.bagian_terpakai or not (bagian == awalan or bagian.startswith(f"{awalan}.") or not awalan):
            continue
        isi = ambil(ktx, bagian)
        if isi:
            kunci, judul = f"bagian-{slug(bagian)}", judul_bagian(bagian, awalan)
            catat_ruas(ktx, Ruas(bagian, judul, kunci, tertulis=ada_tulisan(ktx, (bagian,))))
            hasil.append(Bagian(kunci, judul, tuple(isi)))
    return hasil


def judul_bagian(bagian: str, awalan: str) -> str:
    """`bab1.swot.lain_lain` → "Swot: Lain Lain"; a bare chapter name → "Uraian Tambahan"."""
    ekor = bagian.removeprefix(awalan).strip(". ") if awalan else bagian
    kata = [" ".join(k.capitalize() for k in re.split(r"[_\s]+", potong) if k) for potong in ekor.split(".")]
    return ": ".join(k for k in kata if k) or "Uraian Tambahan"
