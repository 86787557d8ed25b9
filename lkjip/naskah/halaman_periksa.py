"""What is to be said about a text beside it: unknown `{…}`, numbers that equal no figure, figures that moved. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lkjip.laporan.compose.angka_tulis import cocok_angka, periksa_angka
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.ruas import Ruas
from lkjip.laporan.compose.sebutan import sebutan_salah

_TAK_DIKENAL = "tidak dikenal, jadi tercetak apa adanya. Pilih dari daftar angka atau rujukan."
MAKS_TEMUAN = 50


@dataclass(frozen=True)
class Temuan:
    """A remark about a piece of the text. `awal`, `akhir`: where, as a browser counts; `usul`: what may replace it."""

    awal: int
    akhir: int
    teks: str
    pesan: str
    usul: str = ""


@dataclass(frozen=True)
class Pemeriksaan:
    """`cocok`: typed numbers that equal a figure and might follow it; `lebih`: remarks that are not shown."""

    daftar_temuan: tuple[Temuan, ...]
    cocok: tuple[Temuan, ...]
    lebih: int = 0

    @property
    def banyak(self) -> int:
        return len(self.daftar_temuan) + self.lebih


def periksa_teks(ktx: Konteks, teks: str, ruas: Ruas) -> Pemeriksaan:
    """All remarks about the text as it is typed, in its order."""
    semua = sorted((*_sebutan(ktx, teks), *_angka(ktx, teks, ruas)), key=lambda t: t.awal)
    cocok = tuple(
        _temuan(teks, satu.awal, satu.akhir, f"dapat mengikuti data sebagai {satu.tulis}", satu.tulis)
        for satu in cocok_angka(ktx, teks, ruas.subjek)
    )
    return Pemeriksaan(tuple(semua[:MAKS_TEMUAN]), cocok[:MAKS_TEMUAN], max(len(semua) - MAKS_TEMUAN, 0))


def _sebutan(ktx: Konteks, teks: str) -> Iterator[Temuan]:
    for salah in dict.fromkeys(sebutan_salah(ktx, teks)):
        tulis = salah if salah.startswith("{") else f"{{{salah}}}"
        for cocok in re.finditer(re.escape(tulis), teks):
            yield _temuan(teks, cocok.start(), cocok.end(), _TAK_DIKENAL)


def _angka(ktx: Konteks, teks: str, ruas: Ruas) -> Iterator[Temuan]:
    for satu in periksa_angka(ktx, teks, ruas.subjek):
        yield _temuan(teks, satu.awal, satu.akhir, satu.pesan, satu.usul)


def _temuan(teks: str, awal: int, akhir: int, pesan: str, usul: str = "") -> Temuan:
    """A browser counts a letter beyond the first 65,536 as two."""
    mulai = _panjang(teks[:awal])
    return Temuan(mulai, mulai + _panjang(teks[awal:akhir]), teks[awal:akhir], pesan, usul)


def _panjang(teks: str) -> int:
    return len(teks.encode("utf-16-le", "surrogatepass")) // 2
