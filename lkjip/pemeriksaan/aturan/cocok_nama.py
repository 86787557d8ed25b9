"""Names of the plan where others write them: the same name, another row's name, or this one reworded. Pure.

Names are compared as words (small letters, no punctuation, no "dan"), as the catalogue asks of KON-05 and KON-06.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from enum import StrEnum

from anggaran.data import Tingkat
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.data import SelBebas

_KATA = re.compile(r"\w+|%")
_HIDUP = re.compile(r"\{[^{}\n]{1,120}\}")
_NOMOR = re.compile(
    r"^\s*(?:\d{1,2}(?:\.\d{1,2})+[.)]?|[\divx]{1,4}[.)]|[-•–]|[A-Za-z]{1,4}[ .-]?\d{1,2}(?:\.\d{1,2})*[.):]?)\s+",
    re.IGNORECASE,
)
_MIRIP = Decimal("0.6")
_MIRIP_SENDIRI = Decimal("0.5")  # where the text says that it is one of the agency's own
_MIRIP_SEBARIS = Decimal("0.3")  # where the row itself tells which one is meant
_BERPAUT = Decimal("0.7")
_TERPENDEK = 4  # words of a name that only its last tells apart
_VERBA = re.compile(r"(?:di|ter|ber|me)[a-z]{4}")
_LEBIH = 2  # words that a reworded name may have more than the plan's


class Jenis(StrEnum):
    """What a name is the name of."""

    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    INDIKATOR = "indikator"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUBKEGIATAN = "subkegiatan"


@dataclass(frozen=True)
class Nama:
    """A named row of the plan or the budget, with the words of its name."""

    jenis: Jenis
    kode: str
    uraian: str
    kata: tuple[str, ...]


@dataclass(frozen=True)
class Kata:
    """A word of a text: as compared, and where it stands."""

    isi: str
    awal: int
    akhir: int


def kata_nama(teks: str) -> tuple[str, ...]:
    """The words of a name as they are compared."""
    return tuple(k for k in _KATA.findall(teks.casefold()) if k != "dan")


def tanpa_nomor(teks: str) -> str:
    """A cell without the mark or kode of a list before its text."""
    return _NOMOR.sub("", teks, count=1)


def kata_teks(teks: str) -> list[Kata]:
    """The words of a running text; a live figure is none."""
    polos = _HIDUP.sub(lambda m: " " * len(m[0]), teks)
    return [Kata(m[0].casefold(), *m.span()) for m in _KATA.finditer(polos) if m[0].casefold() != "dan"]


class Kamus:
    """All names of one agency-year, found whole, by their kode, or reworded. Outputs of the budget are many and much
    alike ("Jumlah Dokumen Hasil …"), so those are never taken for a rewording.
    """

    def __init__(self, ktx: Konteks) -> None:
        self.daftar = tuple(n for n in _semua(ktx) if n.kata)
        self.induk = {i.kode: i.induk for i in ktx.renstra.daftar_indikator}
        atas = {*ktx.renstra.sasaran_per_kode, *ktx.renstra.tujuan_per_kode}
        self._keluaran = frozenset(kode for kode, induk in self.induk.items() if induk not in atas)
        self.per_kata: Mapping[tuple[str, ...], list[Nama]] = defaultdict(list)
        self.per_kode: Mapping[str, list[Nama]] = defaultdict(list)
        self._per_kata_awal: Mapping[str, list[Nama]] = defaultdict(list)
        self._per_awal: Mapping[tuple[str, ...], list[Nama]] = defaultdict(list)
        for n in self.daftar:
            self.per_kata[n.kata].append(n)
            self.per_kode[n.kode.casefold()].append(n)
            self._per_awal[n.kata[:2]].append(n)
            if len(n.kata) > 2:
                self._per_kata_awal[n.kata[0]].append(n)

    def persis(self, teks: str) -> list[Nama]:
        """The rows whose name or kode a cell is."""
        kode = self.per_kode.get(teks.strip().rstrip(".").casefold(), [])
        return kode or self.per_kata.get(kata_nama(teks)) or self.per_kata.get(kata_nama(tanpa_nomor(teks)), [])

    def kode_indikator(self, baris: Sequence[SelBebas]) -> set[str]:
        """The kode of every indicator that a cell of a table's row is the name or kode of."""
        return {n.kode for sel in baris if isinstance(sel, str) for n in self.persis(sel) if n.jenis is Jenis.INDIKATOR}

    def diubah(self, teks: str, jenis: Jenis, pasti: str = "", *, longgar: bool = False) -> Nama | None:
        """The name of this kind that a whole cell or quotation rewords; `pasti`: the kode that its row is about;
        `longgar`: the text says that it is the agency's own, and it begins as one name alone does.
        """
        kata = kata_nama(tanpa_nomor(teks))
        if len(kata) < 2 or self.persis(teks):
            return None
        calon = [n for n in self.daftar if n.jenis is jenis and (not pasti or n.kode == pasti)]
        seawal = [n for n in calon if n.kata[:2] == kata[:2]]
        batas = _MIRIP_SEBARIS if pasti else _MIRIP_SENDIRI if longgar and len(seawal) == 1 else _MIRIP
        nilai = [(kemiripan_kata(n.kata, kata), n) for n in calon if len(n.kata) > 1 and n.kode not in self._keluaran]
        terbaik = max(nilai, key=lambda satu: satu[0], default=None)
        return terbaik[1] if terbaik is not None and terbaik[0] >= batas else None

    def diperkenalkan(self, daftar_kata: Sequence[Kata], n: int, jenis: Jenis, batas: int) -> tuple[Nama, int] | None:
        """(name, words) that a sentence announces from word `n` on ("sasaran …") and words otherwise. It must end as
        the plan's does, or where the sentence pauses (`batas`): what follows a name is no part of it.
        """
        calon = [c for c in self._per_kata_awal.get(daftar_kata[n].isi, ())
                 if c.jenis is jenis and c.kode not in self._keluaran]  # fmt: skip
        if not calon:
            return None
        sampai = min(len(daftar_kata), n + max(len(c.kata) for c in calon) + _LEBIH + 1)
        jeda = next((m for m in range(n, sampai) if daftar_kata[m].awal >= batas), len(daftar_kata))
        for c in calon:
            isi = tuple(k.isi for k in daftar_kata[n : min(jeda, n + len(c.kata) + _LEBIH)])
            if any(isi[: len(x.kata)] == x.kata for x in self._per_awal.get(isi[:2], ())):
                return None
            for banyak in range(len(isi), max(1, len(c.kata) - 2), -1):
                utuh = isi[banyak - 1] == c.kata[-1] or n + banyak == jeda
                potongan = isi[:banyak]
                if utuh and kemiripan_kata(c.kata, potongan) >= _MIRIP and not _disingkat(c.kata, potongan):
                    return c, banyak
        return None

    def utuh(self, daftar_kata: Sequence[Kata], n: int) -> bool:
        """Whether some row's whole name begins at word `n`."""
        calon = self._per_awal.get(tuple(k.isi for k in daftar_kata[n : n + 2]), ())
        return any(tuple(k.isi for k in daftar_kata[n : n + len(c.kata)]) == c.kata for c in calon)

    def berpaut(self, daftar_kata: Sequence[Kata]) -> Iterator[tuple[Nama, int, int]]:
        """(name, first word, word behind the last) of names in a running text that begin and end as in the plan, with
        other words between; a text that names any row whole at that place says what it means.
        """
        for n in range(len(daftar_kata) - 2):
            semua = self._per_awal.get((daftar_kata[n].isi, daftar_kata[n + 1].isi), ())
            calon = [c for c in semua if c.kode not in self._keluaran]
            if not calon:
                continue
            isi = tuple(k.isi for k in daftar_kata[n : n + max(len(c.kata) for c in semua) + _LEBIH])
            if any(isi[: len(c.kata)] == c.kata for c in semua):
                continue
            for c in calon:
                if banyak := _panjang_berpaut(c.kata, isi):
                    yield c, n, n + banyak
                    break

    def berujung_lain(self, daftar_kata: Sequence[Kata]) -> Iterator[tuple[Nama, int, int]]:
        """(name, first word, word behind the last) of names whose last word is a verb, where another verb stands; not
        where the words begin another row's name.
        """
        for n in range(len(daftar_kata) - _TERPENDEK + 1):
            semua = self._per_awal.get((daftar_kata[n].isi, daftar_kata[n + 1].isi), ())
            for c in semua:
                isi = tuple(k.isi for k in daftar_kata[n : n + len(c.kata)])
                if c.kode in self._keluaran or len(isi) != len(c.kata) or len(isi) < _TERPENDEK:
                    continue
                beda = isi[:-1] == c.kata[:-1] and isi[-1] != c.kata[-1]
                berkerja = _VERBA.match(isi[-1]) and _VERBA.match(c.kata[-1])
                if beda and berkerja and not any(x.kata[: len(isi)] == isi for x in semua):
                    yield c, n, n + len(isi)
                    break


def _panjang_berpaut(nama: tuple[str, ...], isi: tuple[str, ...]) -> int:
    """How many words of the text are the name reworded; 0 where they are not, or only leave words out."""
    if len(nama) < 4:
        return 0
    for banyak in range(min(len(nama) + _LEBIH, len(isi)), len(nama) - 2, -1):
        potongan = isi[:banyak]
        if potongan[-1] == nama[-1] and kemiripan_kata(nama, potongan) >= _BERPAUT and not _disingkat(nama, potongan):
            return banyak
    return 0


def kemiripan_kata(nama: tuple[str, ...], kata: tuple[str, ...]) -> Decimal:
    """Share of words that both have in the same order, 0 … 1."""
    sama = sum(blok.size for blok in SequenceMatcher(None, nama, kata, autojunk=False).get_matching_blocks())
    return Decimal(2 * sama) / (len(nama) + len(kata))


def _disingkat(nama: tuple[str, ...], kata: tuple[str, ...]) -> bool:
    """Whether the words are the name with some left out."""
    sisa = iter(nama)
    return all(satu in sisa for satu in kata)


def jenis_kolom(kepala: str) -> frozenset[Jenis]:
    """What the heading of a column says that it holds; several for "Program/Kegiatan", none for other columns."""
    kata = " ".join(re.findall(r"\w+", kepala.casefold())).replace("sub kegiatan", "subkegiatan")
    isi = set(kata.split())
    if not isi or isi & {"target", "realisasi", "capaian", "anggaran", "pagu", "jumlah", "no", "kode", "satuan"}:
        return frozenset()
    jenis = {j for j in Jenis if j.value in isi}
    return frozenset({Jenis.INDIKATOR}) if Jenis.INDIKATOR in jenis and not _berpisah(kepala) else frozenset(jenis)


def _berpisah(kepala: str) -> bool:
    """Whether a heading names several things ("Sasaran/Indikator") rather than one ("Indikator Sasaran")."""
    return bool(re.search(r"[/,&\n]|\bdan\b|\batau\b", kepala))


def _semua(ktx: Konteks) -> Iterator[Nama]:
    r = ktx.renstra
    for jenis, daftar in ((Jenis.TUJUAN, r.daftar_tujuan), (Jenis.SASARAN, r.daftar_sasaran),
                          (Jenis.INDIKATOR, r.daftar_indikator)):  # fmt: skip
        for satu in daftar:
            yield Nama(jenis, satu.kode, satu.uraian, kata_nama(satu.uraian))
    tingkat = {Tingkat.PROGRAM: Jenis.PROGRAM, Tingkat.KEGIATAN: Jenis.KEGIATAN, Tingkat.SUBKEGIATAN: Jenis.SUBKEGIATAN}
    for a in ktx.anggaran.daftar_anggaran:
        if a.tingkat is not None:
            yield Nama(tingkat[a.tingkat], a.kode, a.uraian, kata_nama(a.uraian))
