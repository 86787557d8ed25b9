"""Widths moved from columns with room to spare to those whose text makes the rows high, until no row gets lower.

A search in small steps over estimated line counts: exact enough, and a few milliseconds for a large table.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_LANGKAH = 50  # of the page; one step is a fiftieth of its width
_KALI = (1, 2, 4, 8)
_PUTARAN = 24
_CONTOH = 40  # so many of the highest rows stand for the table
_SISA_LARIK = 1_500  # half a word that no longer fits on a line, in thousandths of the letter size


@dataclass(frozen=True)
class TulisanSel:
    """Text of a cell in one column: its width on one line in thousandths of the letter size, and the rows it spans."""

    kolom: int
    lebar: int
    rentang: int = 1


def larik(lebar: int, ruang: int) -> int:
    """Lines that a text of this width takes in this room."""
    return 1 if lebar <= ruang else -(-lebar // max(ruang - _SISA_LARIK, 1))


class _Timbangan:
    """The rows that count, and the room that a column of some width gives to text."""

    def __init__(self, daftar: Iterable[tuple[TulisanSel, ...]], banyak: int, ukuran: int, bantalan: int) -> None:
        self._ukuran, self._bantalan = ukuran, bantalan
        self._baris = [[next((s for s in baris if s.kolom == ke), None) for ke in range(banyak)] for baris in daftar]

    def kolom(self, ke: int, lebar: int) -> list[int]:
        """Lines of this column in each row."""
        ruang = max(lebar - self._bantalan, 0) * 10 // self._ukuran
        return [0 if s is None else -(-larik(s.lebar, ruang) // s.rentang) for s in (b[ke] for b in self._baris)]

    def sisakan_tertinggi(self, lebar: list[int]) -> None:
        """Only the highest rows go on being weighed."""
        tinggi = [max(satu, default=0) for satu in zip(*(self.kolom(ke, w) for ke, w in enumerate(lebar)), strict=True)]
        urut = sorted(range(len(tinggi)), key=lambda ke: -tinggi[ke])[:_CONTOH]
        self._baris = [self._baris[ke] for ke in sorted(urut)]


def imbangkan(
    lebar: list[int], perlu: list[int], daftar: Iterable[tuple[TulisanSel, ...]], *, ukuran: int, bantalan: int
) -> list[int]:
    """Better widths of the same sum, none below what it needs. All in thousandths of a point, `ukuran` in tenths."""
    timbangan = _Timbangan(daftar, len(lebar), ukuran, bantalan)
    timbangan.sisakan_tertinggi(lebar)
    lebar = list(lebar)
    langkah = sum(lebar) // _LANGKAH
    for _ in range(_PUTARAN):
        pindah = _pindah_terbaik(lebar, perlu, timbangan, langkah)
        if pindah is None:
            break
        dari, ke, banyak = pindah
        lebar[dari] -= banyak
        lebar[ke] += banyak
    return lebar


def _pindah_terbaik(
    lebar: list[int], perlu: list[int], timbangan: _Timbangan, langkah: int
) -> tuple[int, int, int] | None:
    """From which column to which, and how much: what saves the most lines for its width; None where nothing does."""
    tinggi = [timbangan.kolom(ke, satu) for ke, satu in enumerate(lebar)]
    semua = [max(baris) for baris in zip(*tinggi, strict=True)]
    terbaik: tuple[int, int, tuple[int, int, int]] | None = None
    for tujuan in _penentu(tinggi, semua):
        for asal in range(len(lebar)):
            for kali in _KALI if asal != tujuan else ():
                banyak = kali * langkah
                if lebar[asal] - banyak < perlu[asal]:
                    break
                hemat = sum(semua) - _tinggi_sesudah(tinggi, timbangan, lebar, asal, tujuan, banyak)
                if hemat > 0 and (terbaik is None or (hemat * terbaik[1], -kali) > (terbaik[0] * kali, -terbaik[1])):
                    terbaik = hemat, kali, (asal, tujuan, banyak)
    return terbaik[2] if terbaik else None


def _penentu(tinggi: list[list[int]], semua: list[int]) -> list[int]:
    """The two columns that make most rows as high as they are."""
    jumlah = [
        (sum(batas for nilai, batas in zip(kolom, semua, strict=True) if nilai == batas > 1), ke)
        for ke, kolom in enumerate(tinggi)
    ]
    return [ke for banyak, ke in sorted(jumlah, reverse=True)[:2] if banyak]


def _tinggi_sesudah(
    tinggi: list[list[int]], timbangan: _Timbangan, lebar: list[int], asal: int, tujuan: int, banyak: int
) -> int:
    lain = [kolom for ke, kolom in enumerate(tinggi) if ke not in (asal, tujuan)]
    baru = (timbangan.kolom(asal, lebar[asal] - banyak), timbangan.kolom(tujuan, lebar[tujuan] + banyak))
    return sum(max(baris) for baris in zip(*lain, *baru, strict=True))
