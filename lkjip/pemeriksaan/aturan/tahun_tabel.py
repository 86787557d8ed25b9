"""Which year the figures of a free table are of, by the data that they repeat. No rules of its own."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkjip.besaran import hitung
from lkjip.data import BukuKerja
from lkjip.laporan.data import TabelBebas
from lkjip.pemeriksaan.aturan.cocok_nama import Kamus
from lkjip.pemeriksaan.bacaan import Bacaan
from lkjip.pemeriksaan.bacaan_tabel import angka_sel

_UANG_TERKECIL = 1_000_000  # rupiah: smaller amounts may be equal by chance
_CUKUP = 2  # rows that repeat the year's figures


def berisi_tahun_ini(bacaan: Bacaan, tabel: TabelBebas, tahun_lain: int) -> bool:
    """Whether rows of the table repeat what was spent or reached in the report's year, and none what was in the other
    year; a target or a pagu may well stand in a table of another year.
    """
    buku, kamus = bacaan.buku, bacaan.konteks.pembantu(Kamus)
    belanja = {r.realisasi for r in buku.data.anggaran.daftar_realisasi_anggaran if r.tahun == buku.data.tahun}
    cocok = 0
    for baris in tabel.baris:
        angka = {n for sel in baris if (n := angka_sel(sel)) is not None}
        kode = kamus.kode_indikator(baris)
        kini, lalu = (set(_realisasi(buku, kode, t)) for t in (buku.data.tahun, tahun_lain))
        if angka & (lalu - kini):
            return False
        uang = {n for n in angka if n >= _UANG_TERKECIL}
        cocok += bool(angka & (kini - lalu)) or bool(uang & belanja)
    return cocok >= _CUKUP


def _realisasi(buku: BukuKerja, daftar_kode: set[str], tahun: int) -> Iterator[Decimal]:
    for kode in daftar_kode:
        angka = hitung(buku.data, "realisasi", kode, tahun=tahun).angka
        if angka is not None:
            yield angka
