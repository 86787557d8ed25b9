"""Who a text speaks of: kode and names of indicators, sasaran, budget rows and SAKIP components, found word by word.

Names are kept in a tree of words, so that a text is read once whatever the number of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkjip.laporan.compose.konteks import Konteks

_KATA = re.compile(r"\w+")
_KODE = re.compile(r"(?<![\w.])[\w](?:[\w.\-/]{0,38}\w)?")
_KODE_TERPISAH = re.compile(r"\b([A-Za-z]{1,4})[ \t](\d[\d.]{0,8})(?![\d.,%])")
_URUTAN = re.compile(
    r"\b(sasaran|indikator|program)(?: strategis| kinerja utama)? (pertama|kedua|ketiga|keempat|kelima)\b"
)
_NOMOR_URUT = ("pertama", "kedua", "ketiga", "keempat", "kelima")
_AWAL_PENDEK = frozenset({"indeks", "nilai", "skor"})
_BERSINGKATAN = re.compile(r"^([^()]{4,120}?)\s*\(\s*([A-Z][A-Za-z-]{1,9})\s*\)")
_TERBANYAK = 8  # a name that more rows than this bear tells nobody apart


@dataclass(frozen=True)
class Sebut:
    """A mention: where it stands, and the kode that it may mean."""

    awal: int
    akhir: int
    subjek: tuple[str, ...]


@dataclass
class _Simpul:
    anak: dict[str, _Simpul] = field(default_factory=dict)
    penuh: set[str] = field(default_factory=set)
    bawah: set[str] = field(default_factory=set)


class DaftarNama:
    """All names and kode of one agency-year, ready to be looked for."""

    def __init__(self, ktx: Konteks) -> None:
        self._akar = _Simpul()
        self._kode: dict[str, str] = {}
        self._urutan = {
            "sasaran": tuple(s.kode for s in ktx.sasaran),
            "indikator": tuple(i.kode for i in ktx.indikator_utama),
            "program": tuple(p.kode for p in ktx.program),
        }
        per_singkatan: dict[str, set[str]] = {}
        for kode, nama in _semua_nama(ktx):
            self._tambah(kode, nama)
            if singkatan := singkatan_nama(nama):
                per_singkatan.setdefault(singkatan.casefold(), set()).add(kode)
            if re.search(r"[A-Za-z]", kode) or kode.count(".") > 1:
                self._kode.setdefault(kode.casefold(), kode)
        for singkatan, pemilik in per_singkatan.items():
            if len(pemilik) == 1:
                self._kode.setdefault(singkatan, *pemilik)

    def _tambah(self, kode: str, nama: str) -> None:
        simpul = self._akar
        for cocok in _KATA.finditer(nama.lower()):
            simpul = simpul.anak.setdefault(cocok[0], _Simpul())
            if len(simpul.bawah) <= _TERBANYAK:
                simpul.bawah.add(kode)
        if simpul is not self._akar:
            simpul.penuh.add(kode)

    def dalam(self, teks: str) -> tuple[Sebut, ...]:
        """All mentions in a text, in its order; of names that begin at the same word the longest."""
        rendah = teks.lower() if len(teks.lower()) == len(teks) else teks
        nama = list(self._nama(rendah))
        kode = [k for k in self._kode_dalam(teks) if not any(n.awal <= k.awal < n.akhir for n in nama)]
        hasil = [*nama, *kode, *self._berurutan(rendah)]
        return tuple(sorted(hasil, key=lambda s: (s.awal, -s.akhir)))

    def _nama(self, rendah: str) -> Iterator[Sebut]:
        kata = list(_KATA.finditer(rendah))
        urut = 0
        while urut < len(kata):
            cocok = self._terpanjang(kata, urut)
            if cocok is None:
                urut += 1
                continue
            banyak, subjek = cocok
            yield Sebut(kata[urut].start(), kata[urut + banyak - 1].end(), subjek)
            urut += banyak

    def _terpanjang(self, kata: list[re.Match[str]], urut: int) -> tuple[int, tuple[str, ...]] | None:
        """(words, kode) of the longest name, or beginning of a name that tells its subject, from this word on."""
        simpul, hasil = self._akar, None
        for banyak, cocok in enumerate(kata[urut : urut + 40], 1):
            turun = simpul.anak.get(cocok[0])
            if turun is None:
                break
            simpul = turun
            cukup = banyak >= 3 or (banyak == 2 and kata[urut][0] in _AWAL_PENDEK)
            if simpul.penuh and (banyak > 1 or len(cocok[0]) > 4) and len(simpul.penuh) <= _TERBANYAK:
                hasil = banyak, tuple(sorted(simpul.penuh))
            elif cukup and len(simpul.bawah) == 1:
                hasil = banyak, tuple(simpul.bawah)
        return hasil

    def _kode_dalam(self, teks: str) -> Iterator[Sebut]:
        for cocok in _KODE.finditer(teks):
            if kode := self._kode.get(cocok[0].casefold()):
                yield Sebut(cocok.start(), cocok.end(), (kode,))
        for cocok in _KODE_TERPISAH.finditer(teks):
            if kode := self._kode.get((cocok[1] + cocok[2].rstrip(".")).casefold()):
                yield Sebut(cocok.start(), cocok.end(), (kode,))

    def _berurutan(self, rendah: str) -> Iterator[Sebut]:
        """ "Sasaran pertama" is the first of the plan."""
        for cocok in _URUTAN.finditer(rendah):
            daftar, nomor = self._urutan[cocok[1]], _NOMOR_URUT.index(cocok[2])
            if nomor < len(daftar):
                yield Sebut(cocok.start(), cocok.end(), (daftar[nomor],))


def _semua_nama(ktx: Konteks) -> Iterator[tuple[str, str]]:
    """(kode, name); a part of a composite indicator stands for its indicator."""
    yield from ((i.kode, i.uraian) for i in ktx.renstra.daftar_indikator)
    yield from ((s.kode, s.uraian) for s in ktx.sasaran)
    yield from ((a.kode, a.uraian) for a in ktx.anggaran.daftar_anggaran)
    yield from ((b.kode, b.uraian) for b in ktx.anggaran.daftar_belanja)
    yield from ((k.indikator, k.uraian) for k in ktx.kinerja.daftar_komponen)
    yield from ((s.komponen, s.komponen) for s in ktx.kinerja.daftar_sakip)


def singkatan_nama(nama: str) -> str:
    """The abbreviation that a name gives itself ("Rata-Rata Lama Sekolah (RLS)"); '' where the letters in brackets
    stand for less than the whole name before them.
    """
    cocok = _BERSINGKATAN.match(nama.strip())
    if cocok is None:
        return ""
    kata = list(dict.fromkeys(k for k in _KATA.findall(cocok[1]) if k.lower() not in ("dan", "di", "atas", "terhadap")))
    awalan = "".join(k if k.isupper() else k[0] for k in kata)
    return cocok[2] if len(kata) > 1 and awalan.lower() == cocok[2].replace("-", "").lower() else ""


def kode_sebutan(daftar: Iterable[Sebut]) -> tuple[str, ...]:
    """The kode of several mentions, each once."""
    return tuple(dict.fromkeys(kode for sebut in daftar for kode in sebut.subjek))
