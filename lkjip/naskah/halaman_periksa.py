"""What is to be said about a text beside it: unknown `{…}`, numbers that equal no figure, figures that moved. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lkjip.laporan.compose.angka_tulis import Temuan, cocok_angka, periksa_angka
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.ruas import Ruas
from lkjip.laporan.compose.rujukan import Penunjuk
from lkjip.laporan.compose.sebutan import sebutan_salah

_TAK_DIKENAL = "tidak dikenal, jadi tercetak apa adanya. Pilih dari daftar angka atau rujukan."
_TAK_DITUNJUK = "tidak menunjuk apa pun di laporan ini, jadi tercetak apa adanya. Pilih dari “Sisipkan rujukan”."
_SEBUTAN = re.compile(r"(?<!\\)\{[^{}\\\n]{1,120}\}")
_RUJUKAN = re.compile(r"\{\s*(?:tabel|gambar|bagian)\b", re.IGNORECASE)
MAKS_TEMUAN = 50


@dataclass(frozen=True)
class Pemeriksaan:
    """Offsets are those that a browser counts. `cocok`: typed numbers that equal a figure and might follow it; `lebih`:
    remarks that are not shown.
    """

    daftar_temuan: tuple[Temuan, ...]
    cocok: tuple[Temuan, ...]
    lebih: int = 0

    @property
    def banyak(self) -> int:
        return len(self.daftar_temuan) + self.lebih


def periksa_teks(ktx: Konteks, teks: str, ruas: Ruas, kamus: Penunjuk) -> Pemeriksaan:
    """All remarks about the text as it is typed, in its order. `kamus`: what the report has to refer to."""
    angka = periksa_angka(ktx, teks, ruas.subjek, bagian=ruas.bagian)
    semua = sorted((*_sebutan(ktx, teks, kamus), *angka), key=lambda t: t.awal)
    cocok = [Temuan(c.awal, c.akhir, c.teks, "", c.usul) for c in cocok_angka(ktx, teks, ruas.subjek)]
    return Pemeriksaan(_tampil(teks, semua), _tampil(teks, cocok), max(len(semua) - MAKS_TEMUAN, 0))


def _tampil(teks: str, daftar: Sequence[Temuan]) -> tuple[Temuan, ...]:
    return tuple(_hitungan_peramban(teks, satu) for satu in daftar[:MAKS_TEMUAN])


def _sebutan(ktx: Konteks, teks: str, kamus: Penunjuk) -> Iterator[Temuan]:
    salah = frozenset(sebutan_salah(ktx, teks, kamus=kamus))
    for cocok in _SEBUTAN.finditer(teks) if salah else ():
        if cocok[0] in salah:
            yield Temuan(*cocok.span(), cocok[0], _TAK_DITUNJUK if _RUJUKAN.match(cocok[0]) else _TAK_DIKENAL)


def _hitungan_peramban(teks: str, temuan: Temuan) -> Temuan:
    """A browser counts a letter beyond the first 65,536 as two."""
    mulai = _panjang(teks[: temuan.awal])
    return replace(temuan, awal=mulai, akhir=mulai + _panjang(temuan.teks))


def _panjang(teks: str) -> int:
    return len(teks.encode("utf-16-le", "surrogatepass")) // 2
