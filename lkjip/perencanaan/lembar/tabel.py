"""A free table as its form shows it: cells as text and back, rows and columns added and removed. No database."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lkjip.buku_kerja.mentah import JenisSel, Sel
from lkjip.buku_kerja.nilai import TERLARANG, kutip
from lkjip.buku_kerja.nilai_bebas import baca_bebas, perlu_apostrof
from lkjip.buku_kerja.tabel_bebas import MAKS_KOLOM
from lkjip.dasar.butir import sidik_butir
from lkjip.dasar.rekaman import tulisan_baku
from lkjip.dasar.tempel import urai_blok
from lkjip.laporan.data import SelBebas, TabelBebas

MAKS_BARIS_TABEL = 2_000
MAKS_SEL_BERMEDAN = 3_000  # cells with a field each; a larger table is changed as one block of text
MAKS_HURUF_BLOK = 1_000_000
MAKS_TEKS_SEL = 5_000
_KOMA = re.compile(r"-?[0-9]+(?:,[0-9]+)?")
# Dots between thousands, where they can be nothing else: `1.234.567`, `1.234,50`; a lone `1.234` stays as it was typed.
_BERTITIK = re.compile(r"-?[1-9][0-9]{0,2}(?:(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|\.[0-9]{3},[0-9]+)")
_AWAL_KOLOM, _AWAL_BARIS = 3, 3


class TabelDitolak(ValueError):
    """The table cannot be stored; the text says why."""


def baca_sel_bebas(teks: str) -> SelBebas:
    """`27,50` and `1.234.567` are numbers, `'27,50` the same as text; digits with a leading zero or too many for Excel
    are text."""
    bersih = teks.strip()
    if not bersih:
        return None
    if len(bersih) > MAKS_TEKS_SEL or TERLARANG.search(bersih):
        raise TabelDitolak(f"Isi sel {kutip(bersih)} terlalu panjang atau memuat karakter kendali.")
    polos = _tanpa_titik(bersih)
    if _KOMA.fullmatch(polos):
        angka = baca_bebas(Sel(JenisSel.TEKS, polos.replace(",", ".")), titik_desimal=True)
        return angka if isinstance(angka, Decimal) else bersih
    return bersih[1:] if bersih[0] == "'" and _seperti_angka(bersih[1:]) else bersih


def tulis_sel_bebas(sel: SelBebas) -> str:
    """A cell as its field shows it, so that reading it back gives the same cell."""
    if sel is None:
        return ""
    if isinstance(sel, Decimal):
        return tulisan_baku(sel).replace(".", ",")
    return f"'{sel}" if _seperti_angka(sel) else sel


def _tanpa_titik(teks: str) -> str:
    return teks.replace(".", "") if _BERTITIK.fullmatch(teks) else teks


def _seperti_angka(teks: str) -> bool:
    """Whether the text, apostrophes in front aside, would be read as a number."""
    inti = teks.lstrip("'")
    polos = _tanpa_titik(inti)
    return bool(_KOMA.fullmatch(polos)) and perlu_apostrof(teks.replace(inti, polos).replace(",", "."))


@dataclass(frozen=True)
class FormulirTabel:
    """What the form holds: texts as typed, rows of equal width."""

    bagian: str = ""
    judul: str = ""
    sumber: str = ""
    kepala: tuple[str, ...] = ("",) * _AWAL_KOLOM
    baris: tuple[tuple[str, ...], ...] = (("",) * _AWAL_KOLOM,) * _AWAL_BARIS

    @property
    def sidik(self) -> str:
        """A short text that stands for the whole form: by it a save knows whether it builds on what is stored."""
        return sidik_butir([self.bagian, self.judul, self.sumber, *self.kepala, *(repr(b) for b in self.baris)])

    @property
    def besar(self) -> bool:
        """Whether the cells are too many for a field each."""
        return len(self.kepala) * len(self.baris) > MAKS_SEL_BERMEDAN

    @property
    def blok(self) -> str:
        """Headings and rows as a spreadsheet puts them on the clipboard, so that they can be pasted there and back."""
        keluar = io.StringIO()
        csv.writer(keluar, delimiter="\t", lineterminator="\n").writerows([self.kepala, *self.baris])
        return keluar.getvalue()

    def dengan(self, aksi: str) -> FormulirTabel:
        """One row or column more or less: `tambah_baris`, `tambah_kolom`, `hapus_baris-2`, `hapus_kolom-0`."""
        nama, _, nomor = aksi.partition("-")
        ke = int(nomor) if nomor.isdecimal() and len(nomor) < 5 else -1
        if nama == "tambah_baris" and len(self.baris) < MAKS_BARIS_TABEL:
            return replace(self, baris=(*self.baris, ("",) * len(self.kepala)))
        if nama == "tambah_kolom" and len(self.kepala) < MAKS_KOLOM:
            return replace(self, kepala=(*self.kepala, ""), baris=tuple((*b, "") for b in self.baris))
        if nama == "hapus_baris":
            return replace(self, baris=tuple(b for n, b in enumerate(self.baris) if n != ke))
        if nama == "hapus_kolom" and len(self.kepala) > 1:
            return replace(self, kepala=_tanpa(self.kepala, ke), baris=tuple(_tanpa(b, ke) for b in self.baris))
        return self

    def dengan_tempelan(self, teks: str) -> FormulirTabel:
        """The same table with headings and rows out of a block copied in a spreadsheet. Raises TabelDitolak."""
        if len(teks) > MAKS_HURUF_BLOK:
            raise TabelDitolak("Tempelan lebih dari satu juta huruf. Bagi menjadi beberapa tabel.")
        try:
            blok = [baris for baris in urai_blok(teks) if any(baris)]
        except csv.Error as galat:
            raise TabelDitolak("Ada sel yang terlalu panjang. Pecah isinya.") from galat
        if not blok:
            return self
        lebar = max(map(len, blok))
        if lebar > MAKS_KOLOM or len(blok) - 1 > MAKS_BARIS_TABEL:
            raise TabelDitolak(
                f"Tempelan ini {len(blok) - 1} baris × {lebar} kolom. Tabel paling banyak {MAKS_BARIS_TABEL} baris dan "
                f"{MAKS_KOLOM} kolom; bagi menjadi beberapa tabel."
            )
        rata = [(*b, *("",) * (lebar - len(b))) for b in blok]
        return replace(self, kepala=rata[0], baris=tuple(rata[1:]))

    def tabel(self, nama: str) -> TabelBebas:
        """The record, without blank rows and without columns that are blank at the right. Raises TabelDitolak."""
        if not self.bagian.strip():
            raise TabelDitolak("Isi bagian laporan tempat tabel ini, misalnya bab1.sdm.")
        isi = [tuple(map(baca_sel_bebas, b)) for b in self.baris]
        isi = [b for b in isi if any(sel is not None for sel in b)]
        kepala = tuple(map(_teks, self.kepala))
        terisi = [n for n, teks in enumerate(kepala, 1) if teks]
        terisi += [n for b in isi for n, sel in enumerate(b, 1) if sel is not None]
        lebar = max(terisi, default=0)
        bagian, judul, sumber = map(_teks, (self.bagian, self.judul, self.sumber))
        return TabelBebas(nama, bagian, judul, sumber, kepala[:lebar], tuple(b[:lebar] for b in isi))


def _tanpa(daftar: Sequence[str], ke: int) -> tuple[str, ...]:
    return tuple(isi for n, isi in enumerate(daftar) if n != ke)


def _teks(teks: str) -> str:
    bersih = teks.strip().replace("\r\n", "\n")
    if len(bersih) > MAKS_TEKS_SEL or TERLARANG.search(bersih):
        raise TabelDitolak(f"Teks {kutip(bersih)} terlalu panjang atau memuat karakter kendali.")
    return bersih


def formulir_tabel(tabel: TabelBebas) -> FormulirTabel:
    """The form of a stored table."""
    lebar = max(len(tabel.kepala), 1)
    kepala = tabel.kepala or ("",)
    baris = tuple(tuple(map(tulis_sel_bebas, b)) for b in tabel.baris)
    return FormulirTabel(tabel.bagian, tabel.judul, tabel.sumber, kepala, baris or (("",) * lebar,))


def baca_formulir_tabel(kiriman: Mapping[str, str]) -> FormulirTabel:
    """What the form sent: `kepala-0`, `sel-2-0` … up to the first number that is not there; of a large table one text,
    `blok`. Raises TabelDitolak where that cannot be read.
    """
    if "blok" in kiriman:
        teks = {nama: kiriman.get(nama, "") for nama in ("bagian", "judul", "sumber")}
        return FormulirTabel(**teks, kepala=("",), baris=()).dengan_tempelan(kiriman["blok"])
    lebar = _hitung(kiriman, "kepala-{}", MAKS_KOLOM)
    tinggi = _hitung(kiriman, "sel-{}-0", MAKS_BARIS_TABEL)
    return FormulirTabel(
        bagian=kiriman.get("bagian", ""),
        judul=kiriman.get("judul", ""),
        sumber=kiriman.get("sumber", ""),
        kepala=tuple(kiriman.get(f"kepala-{k}", "") for k in range(lebar)),
        baris=tuple(tuple(kiriman.get(f"sel-{b}-{k}", "") for k in range(lebar)) for b in range(tinggi)),
    )


def _hitung(kiriman: Mapping[str, str], pola: str, batas: int) -> int:
    return next((n for n in range(batas) if pola.format(n) not in kiriman), batas)
