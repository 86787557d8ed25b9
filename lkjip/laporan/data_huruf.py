"""The five letter families of a report: their files, and what they are called in a style sheet and in Word. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lkjip.laporan.data_tema import HurufTema


@dataclass(frozen=True)
class KeluargaHuruf:
    """`nama_cetak` is private, so that no font of the machine can slip into a file in its place.

    `kantor`: the office font as wide as this one; its natural line height is `baris` hundredths of the letter size.
    """

    nama_cetak: str
    nama: str
    kantor: str
    umum: str  # what a browser takes where it has neither
    biasa: str
    tebal: str
    miring: str
    tebal_miring: str
    baris: int

    @property
    def daftar_berkas(self) -> tuple[str, ...]:
        return self.biasa, self.tebal, self.miring, self.tebal_miring

    @property
    def css(self) -> str:
        """The value of `font-family`, without double quotes: it also stands in attributes."""
        cadangan = "" if self.nama_cetak == "LK Sans" else "'LK Sans', "  # for the signs that this one lacks
        return f"'{self.nama_cetak}', {cadangan}'{self.nama}', '{self.kantor}', {self.umum}"


def _keluarga(
    nama_cetak: str, nama: str, kantor: str, umum: str, baris: int, pola: str = "{}.ttf", *, kecil: bool = False
) -> KeluargaHuruf:
    gaya = ("Regular", "Bold", "Italic", "BoldItalic")
    dasar = nama.replace(" ", "")
    biasa, tebal, miring, keduanya = (pola.format(f"{dasar}-{satu}") for satu in gaya)
    if kecil:
        biasa, tebal, miring, keduanya = (satu.lower() for satu in (biasa, tebal, miring, keduanya))
    return KeluargaHuruf(nama_cetak, nama, kantor, umum, biasa, tebal, miring, keduanya, baris)


KELUARGA: Mapping[HurufTema, KeluargaHuruf] = {
    HurufTema.LIBERATION_SANS: _keluarga("LK Sans", "Liberation Sans", "Arial", "sans-serif", 115),
    HurufTema.LIBERATION_SERIF: _keluarga("LK Serif", "Liberation Serif", "Times New Roman", "serif", 115),
    HurufTema.CARLITO: _keluarga("LK Carlito", "Carlito", "Calibri", "sans-serif", 122),
    HurufTema.CALADEA: _keluarga("LK Caladea", "Caladea", "Cambria", "serif", 117),
    HurufTema.TEX_GYRE_BONUM: _keluarga(
        "LK Bonum", "TeX Gyre Bonum", "Bookman Old Style", "serif", 117, "{}.otf", kecil=True
    ),
}
