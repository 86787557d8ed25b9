r"""The grammar inside a line: `**tebal**`, `*miring*`, figures and references `{…}`, `\` before a mark that is meant.

One pass over the marks, whatever the text: emphasis opens and closes as in CommonMark, but a mark without a partner
costs nothing. HTML is plain text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lkjip.laporan.compose.sebutan_urai import urai_sebutan
from lkjip.laporan.isi import Angka, Rujuk, Sebaris, Teks

if TYPE_CHECKING:
    from lkjip.laporan.compose.konteks import Konteks

_TANDA = re.compile(r"\\([!-/:-@\[-`{-~•])|(\*+)|\{([^{}\\\n]{1,120})\}")
_MAKS_BINTANG = 3


@dataclass
class _Bintang:
    """A run of one to three `*`: which of bold (2) and italic (1) it may open or close, and which it does."""

    banyak: int
    membuka: bool
    menutup: bool
    tebal: bool = False
    miring: bool = False

    @property
    def sisa(self) -> str:
        return "*" * (self.banyak - 2 * self.tebal - self.miring)


_Potong = str | Angka | Rujuk | _Bintang


def teks_kaya(isi: str, ktx: Konteks | None = None) -> tuple[Sebaris, ...]:
    """One run of text with its emphasis; with `ktx` also its figures and references."""
    rapat = " ".join(isi.split())
    if not _TANDA.search(rapat):
        return (Teks(rapat),) if rapat else ()
    daftar = _potong(rapat, ktx)
    _pasangkan(daftar)
    return _rangkai(daftar)


def lepas(isi: str) -> str:
    """The text without the `\\` before marks that are meant: for titles and sources, which bear no emphasis."""
    return re.sub(r"\\([!-/:-@\[-`{-~•])", r"\1", " ".join(isi.split()))


def _potong(isi: str, ktx: Konteks | None) -> list[_Potong]:
    hasil: list[_Potong] = []
    akhir = 0
    for cocok in _TANDA.finditer(isi):
        if cocok.start() > akhir:
            hasil.append(isi[akhir : cocok.start()])
        akhir = cocok.end()
        if cocok[2]:
            menempel = bool(hasil) and isinstance(hasil[-1], (Angka, Rujuk))
            hasil.append(_bintang(isi, cocok, ktx, sesudah_angka=menempel))
        else:
            hasil.append(cocok[1] or _sebutan(ktx, cocok) or cocok[0])
    hasil.append(isi[akhir:])
    return hasil


def _sebutan(ktx: Konteks | None, cocok: re.Match[str] | None) -> Angka | Rujuk | None:
    return urai_sebutan(ktx, cocok[3]) if ktx and cocok and cocok[3] else None


def _bintang(isi: str, cocok: re.Match[str], ktx: Konteks | None, *, sesudah_angka: bool) -> _Potong:
    """A figure beside the mark counts as a letter, although it is typed in braces."""
    if len(cocok[0]) > _MAKS_BINTANG:
        return cocok[0]
    kiri = isi[cocok.start() - 1] if cocok.start() else " "
    kanan = isi[cocok.end()] if cocok.end() < len(isi) else " "
    sebelum_angka = kanan == "{" and _sebutan(ktx, _TANDA.match(isi, cocok.end())) is not None
    tepi_kiri, tepi_kanan = (huruf.isspace() or _tanda_baca(huruf) for huruf in (kiri, kanan))
    membuka = not kanan.isspace() and (sebelum_angka or not tepi_kanan or tepi_kiri)
    menutup = not kiri.isspace() and (sesudah_angka or not tepi_kiri or tepi_kanan)
    return _Bintang(len(cocok[0]), membuka, menutup)


def _tanda_baca(huruf: str) -> bool:
    return unicodedata.category(huruf)[0] in "PS"


def _pasangkan(daftar: list[_Potong]) -> None:
    """Bold and italic each pair their own marks; what has no partner stays a star."""
    tebal: _Bintang | None = None
    miring: _Bintang | None = None
    for tanda in daftar:
        if not isinstance(tanda, _Bintang):
            continue
        if tanda.banyak >= 2:
            if tebal is not None and tanda.menutup:
                tebal.tebal = tanda.tebal = True
                tebal = None
            elif tebal is None and tanda.membuka:
                tebal = tanda
        if tanda.banyak != 2:
            if miring is not None and tanda.menutup:
                miring.miring = tanda.miring = True
                miring = None
            elif miring is None and tanda.membuka:
                miring = tanda


def _rangkai(daftar: list[_Potong]) -> tuple[Sebaris, ...]:
    hasil: list[Sebaris] = []
    kata: list[str] = []
    tebal = miring = False

    def tutup() -> None:
        isi = "".join(kata)
        kata.clear()
        if isi:
            hasil.append(Teks(isi, tebal, miring))

    for potong in daftar:
        if isinstance(potong, str):
            kata.append(potong)
        elif isinstance(potong, _Bintang):
            menutup = (potong.tebal and tebal) or (potong.miring and miring)
            kata.append("" if menutup else potong.sisa)
            if potong.tebal or potong.miring:
                tutup()
                tebal, miring = tebal ^ potong.tebal, miring ^ potong.miring
            kata.append(potong.sisa if menutup else "")
        else:
            tutup()
            hasil.append(_tebalkan(potong) if tebal else potong)
    tutup()
    return tuple(hasil)


def _tebalkan(unsur: Angka | Rujuk) -> Angka | Rujuk:
    return Angka(unsur.hasil, unsur.jenis, unsur.identitas, unsur.desimal, True) if isinstance(unsur, Angka) else unsur
