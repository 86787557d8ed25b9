"""Everything that people wrote into one workbook, read once for all rules: texts, sentences, who is meant. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lkjip.data import BukuKerja
from lkjip.laporan.compose.angka_baca import AngkaTulis, angka_dalam
from lkjip.laporan.compose.angka_sebut import DaftarNama, Sebut
from lkjip.laporan.compose.konteks import Konteks

# A full stop ends a sentence where a capital follows; not behind "No.", "Rp.", "Drs." or a single letter.
_AKHIR_KALIMAT = re.compile(
    r"(?<!\b[A-Z])(?<!\b[Nn]o)(?<!\bRp)(?<!\bhal)(?<!\bDrs)(?<!\b[Dd]r)(?<!\bdrg)(?<!\b[Ii]r)(?<!\bHj)"
    r"(?<!\bKab)(?<!\bProv)(?<!\bKec)(?<!\bJl)[.!?;:][)”\"]?\s+(?=[“\"(]?[A-Z\d])|\n+"
)

_MAKS_KALIMAT = 1500  # letters; rules compare the words of a sentence with each other, so its length must have an end


@dataclass(frozen=True)
class Teks:
    """A text as typed: a paragraph of the report, the title or a cell of a free table, an analysis, a follow-up.

    `lembar`: the sheet that it stands in; `bagian`: the section of the report ('' where it has none of its own);
    `letak`: the place in words; `subjek`: the kode that it is written about; `halaman`, `argumen`: where it is changed.
    """

    lembar: str
    isi: str
    letak: str
    bagian: str = ""
    subjek: str = ""
    halaman: str = ""
    argumen: tuple[str | int, ...] = ()


@dataclass(frozen=True)
class Kalimat:
    """A sentence of a text, with the figures and the names in it; positions count from its own beginning."""

    teks: Teks
    awal: int
    isi: str
    daftar_angka: tuple[AngkaTulis, ...] = ()
    daftar_sebut: tuple[Sebut, ...] = ()

    @property
    def rendah(self) -> str:
        return self.isi.casefold()


class Bacaan:
    """A workbook with its texts; each property is worked out once, when a rule first asks for it."""

    def __init__(self, buku: BukuKerja) -> None:
        self.buku = buku

    @cached_property
    def konteks(self) -> Konteks:
        return Konteks(self.buku)

    @cached_property
    def daftar_nama(self) -> DaftarNama:
        return DaftarNama(self.konteks)

    @cached_property
    def daftar_narasi(self) -> tuple[Teks, ...]:
        """The report's own paragraphs and list items, in their order within each section."""
        return tuple(
            Teks("narasi", n.isi, f"naskah {bagian}, alinea {nomor}", bagian, halaman="naskah_ruas", argumen=(bagian,))
            for bagian, daftar in self.buku.laporan.daftar_narasi_per_bagian.items()
            for nomor, n in enumerate(daftar, 1)
        )

    @cached_property
    def daftar_judul(self) -> tuple[Teks, ...]:
        """Titles and sources of free tables."""
        return tuple(
            Teks(t.nama, isi, f"lembar {t.nama}, {sebutan}", t.bagian, t.nama, "ubah_tabel_bebas", (t.nama,))
            for t in self.buku.laporan.daftar_tabel
            for sebutan, isi in (("judul", t.judul), ("sumber", t.sumber))
            if isi.strip()
        )

    @cached_property
    def daftar_sel(self) -> tuple[Teks, ...]:
        """Headings and text cells of free tables."""
        return tuple(
            Teks(t.nama, isi, f"lembar {t.nama}, baris {nomor}, kolom {kolom}", t.bagian, t.nama, "ubah_tabel_bebas",
                 (t.nama,))
            for t in self.buku.laporan.daftar_tabel
            for nomor, baris in enumerate((t.kepala, *t.baris), 2)
            for kolom, isi in enumerate(baris, 1)
            if isinstance(isi, str) and isi.strip()
        )  # fmt: skip

    @cached_property
    def daftar_analisis(self) -> tuple[Teks, ...]:
        """What is written about an indicator's success, hindrance and remedy, this year's and earlier ones'."""
        return tuple(
            Teks("analisis", a.uraian, f"lembar analisis, {a.indikator} {a.tahun} {a.faktor.value}", subjek=a.indikator,
                 halaman="lembar", argumen=("analisis",))
            for a in self.buku.data.kinerja.daftar_analisis
            if a.uraian.strip()
        )  # fmt: skip

    @cached_property
    def daftar_tindak_lanjut(self) -> tuple[Teks, ...]:
        """Recommendations of the APIP and what is said to have been done."""
        return tuple(
            Teks("rekomendasi", isi, f"lembar rekomendasi, {r.tahun}", halaman="lembar", argumen=("rekomendasi",))
            for r in self.buku.data.kinerja.daftar_rekomendasi
            for isi in (r.rekomendasi, r.tindak_lanjut)
            if isi.strip()
        )

    @cached_property
    def daftar_teks(self) -> tuple[Teks, ...]:
        """All of them: what is checked for spelling and form."""
        return (
            *self.daftar_narasi, *self.daftar_judul, *self.daftar_sel, *self.daftar_analisis,
            *self.daftar_tindak_lanjut,
        )  # fmt: skip

    @cached_property
    def daftar_kalimat(self) -> tuple[Kalimat, ...]:
        """The sentences of paragraphs and analyses, with their figures and names."""
        return tuple(
            Kalimat(teks, awal, isi, angka_dalam(isi), self.daftar_nama.dalam(isi))
            for teks in (*self.daftar_narasi, *self.daftar_analisis)
            for awal, isi in potong_kalimat(teks.isi)
        )


def potong_kalimat(isi: str) -> Iterator[tuple[int, str]]:
    """(beginning, sentence) of a text; the full stop of a number, of a code or of an abbreviation ends none.

    What goes on without an end is cut between two words.
    """
    awal = 0
    for cocok in (*_AKHIR_KALIMAT.finditer(isi), None):
        akhir = len(isi) if cocok is None else cocok.end()
        while akhir - awal > _MAKS_KALIMAT:
            sela = isi.rfind(" ", awal + 1, awal + _MAKS_KALIMAT)
            potong = sela if sela > 0 else awal + _MAKS_KALIMAT
            yield from _bersih(isi, awal, potong)
            awal = potong
        yield from _bersih(isi, awal, akhir)
        awal = akhir


def _bersih(isi: str, awal: int, akhir: int) -> Iterator[tuple[int, str]]:
    if potongan := isi[awal:akhir].strip():
        yield awal + isi[awal:akhir].index(potongan), potongan
