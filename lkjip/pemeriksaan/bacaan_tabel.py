"""Free tables by their headings: which column is pagu, realisasi, remainder or per cent, which row a total. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from lkjip.dasar.hitungan import banyak_desimal
from lkjip.dasar.periode import POLA_TAHUN
from lkjip.dasar.tulisan_angka import bulat
from lkjip.data import BukuKerja
from lkjip.laporan.compose.angka_baca import angka_dalam
from lkjip.laporan.data import SelBebas, TabelBebas

_JUMLAH = re.compile(r"(?:grand |sub ?)?(?:jumlah|total)(?: (?:total|jumlah|seluruhnya|keseluruhan|semua|umum|besar))?")
_JUMLAH_ANTARA = re.compile(r"\b(?:sub ?)?(?:jumlah|total)\b")
_PERSEN = re.compile(r"%|\bpersen|\bserapan|tingkat capaian|\bcapaian")
_PERSEN_LAIN = re.compile(  # not what a row spent of its own pagu
    r"\bfisik\b|(?:terhadap|dari) (?:total|seluruh|jumlah|keseluruhan)|proporsi|\bporsi|kontribusi|komposisi|\bbobot"
)
_RUPIAH = re.compile(r"\brp\b|rupiah")
_SISA = re.compile(r"\bsisa\b|tidak terserap|belum terserap")
_REALISASI = re.compile(r"realisasi|\bserap|penyerapan|terpakai")
_PAGU = re.compile(r"\bpagu|anggaran|alokasi|\bdpa\b")
_UANG = re.compile(r"anggaran|\brp\b|rupiah|keuangan|dana|serap")
_KURUNG = re.compile(r"\((?:Rp\.? ?)?[\d.]*[.,]\d+(?:,-)?\)")  # how offices write less than nothing
_ANGKA_KETIK = re.compile(r"(?:Rp\.? ?)?-?\d[\d.]*(?:,\d+)?(?:,-)?(?: ?%)?")
_UANG_TERKECIL = 1000  # rupiah: smaller amounts are counts, or money in thousands and more


@dataclass(frozen=True)
class BarisUang:
    """A row with money in it. `nomor` counts as on the sheet (headings are row 2); `persen` as printed, in percent."""

    nomor: int
    label: str
    total: bool
    pagu: tuple[Decimal, ...]
    realisasi: Decimal | None
    sisa: Decimal | None
    persen: Decimal | None


@dataclass(frozen=True)
class BacaTabel:
    """One free table with the roles of its columns."""

    tabel: TabelBebas

    def setahun(self, tahun: int) -> bool:
        """Whether its title names no year, or this one."""
        disebut = POLA_TAHUN.findall(self.tabel.judul)
        return not disebut or str(tahun) in disebut

    @property
    def sebutan(self) -> str:
        return f"tabel “{self.tabel.judul or self.tabel.nama}”"

    def _kolom(self, peran: str) -> list[int]:
        """Columns of a role; where several claim it (realisasi of performance and of money), those that say money."""
        daftar = [n for n, kepala in enumerate(self.tabel.kepala) if peran_kolom(kepala) == peran]
        uang = [n for n in daftar if _UANG.search(self.tabel.kepala[n].casefold())]
        return uang if len(daftar) > 1 and uang else daftar

    @cached_property
    def kolom_pagu(self) -> tuple[int, ...]:
        return tuple(self._kolom("pagu"))

    @cached_property
    def baris_uang(self) -> tuple[BarisUang, ...]:
        """Rows of a table of money with one column of realisasi at most; none for a table of several years."""
        realisasi, sisa, persen = (self._kolom(p) for p in ("realisasi", "sisa", "persen"))
        if not self.kolom_pagu or max(len(realisasi), len(sisa), len(persen)) > 1 or len(self.kolom_pagu) > 2:
            return ()
        hasil = []
        for nomor, baris in enumerate(self.tabel.baris, 3):
            isi = [angka_sel(sel) for sel in baris]
            pagu = tuple(n for k in self.kolom_pagu if (n := _di(isi, k)) is not None)
            if not pagu or max(pagu) < _UANG_TERKECIL:
                continue
            r, s, p = (_di(isi, k[0]) if k else None for k in (realisasi, sisa, persen))
            hasil.append(BarisUang(nomor, label(baris), baris_jumlah(baris), pagu, r, s, p))
        return tuple(hasil)


def _di(isi: Sequence[Decimal | None], nomor: int) -> Decimal | None:
    return isi[nomor] if nomor < len(isi) else None


def peran_kolom(kepala: str) -> str:
    """pagu, realisasi, sisa, persen or ''."""
    rapi = kepala.casefold()
    if "kinerja" in rapi:
        return ""
    rupiah = _RUPIAH.search(rapi) is not None
    if _SISA.search(rapi):
        return "" if "%" in rapi else "sisa"
    if _PERSEN.search(rapi) and not rupiah:
        return "" if _PERSEN_LAIN.search(rapi) else "persen"
    if _REALISASI.search(rapi):
        return "realisasi"
    return "pagu" if _PAGU.search(rapi) else ""


def daftar_baca(buku: BukuKerja) -> tuple[BacaTabel, ...]:
    return tuple(BacaTabel(tabel) for tabel in buku.laporan.daftar_tabel)


def angka_sel(isi: SelBebas) -> Decimal | None:
    """The number of a cell, also where it was typed with a unit ("45 orang", "97,83%"); None for words."""
    if isinstance(isi, Decimal):
        return isi
    if not isinstance(isi, str) or not isi.strip():
        return None
    angka = angka_dalam(isi)
    if len(angka) != 1 or angka[0].berskala:
        return None
    sisa = isi[: angka[0].awal] + isi[angka[0].akhir :]
    if len(sisa.split()) > 1 or re.search(r"\d", sisa):
        return None
    return -abs(angka[0].nilai) if _KURUNG.fullmatch(isi.strip()) else angka[0].nilai


def dibaca(tabel: TabelBebas) -> TabelBebas:
    """The table with numbers that were typed as text ("87,12", "97,83%", "Rp1.250.000") as numbers."""
    return replace(tabel, baris=tuple(tuple(_dibaca(sel) for sel in baris) for baris in tabel.baris))


def _dibaca(sel: SelBebas) -> SelBebas:
    if not isinstance(sel, str) or _ANGKA_KETIK.fullmatch(sel.strip()) is None:
        return sel
    angka = angka_sel(sel)
    return sel if angka is None else angka


def bilangan_sel(baris: Sequence[SelBebas], kolom: int | None) -> Decimal | None:
    """The number in a column of a row, also where it was typed ("93,74"); None for words, and without such a column."""
    return angka_sel(baris[kolom]) if kolom is not None and kolom < len(baris) else None


def label(baris: Sequence[SelBebas]) -> str:
    """The first words of a row."""
    return next(
        (isi.strip().rstrip(":") for isi in baris if isinstance(isi, str) and re.search(r"[^\W\d_]{2}", isi)), ""
    )


def baris_jumlah(baris: Sequence[SelBebas]) -> bool:
    """Whether the row is the total of a table."""
    return _JUMLAH.fullmatch(" ".join(label(baris).casefold().split())) is not None


def jumlah_antara(baris: Sequence[SelBebas]) -> bool:
    """Whether the row is a total in between, under whatever name ("Jumlah indikator II")."""
    return _JUMLAH_ANTARA.match(label(baris).casefold()) is not None


def persen_cocok(hasil: Decimal, tercetak: Decimal) -> bool:
    """Whether a printed percentage is this one, rounded or cut off at its own decimals (two at most)."""
    desimal = min(banyak_desimal(tercetak), 2)
    return bulat(hasil, desimal) == bulat(tercetak, desimal) or abs(hasil - tercetak) < Decimal(1).scaleb(-desimal)
