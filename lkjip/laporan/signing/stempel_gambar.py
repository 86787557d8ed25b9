"""The visible signature as a picture, for services that draw one into the signature themselves."""

from __future__ import annotations

from datetime import tzinfo
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from lkjip.laporan.render.aset import path_huruf, periksa_huruf
from lkjip.laporan.signing.data import Stempel
from lkjip.laporan.signing.stempel import daftar_baris

_BIASA, _TEBAL = "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"
_HITAM, _MERAH = (17, 17, 17), (164, 0, 0)
_TITIK = 4  # dots to a point: 288 dpi
_UKURAN = (7.5, 7.0, 6.5, 6.0, 5.5, 5.0, 4.5, 4.0, 3.5, 3.0)  # points; the first at which everything fits
_TEPI, _JARAK = 3.0, 1.18

Baris = tuple[str, bool, tuple[int, int, int]]  # text, bold, colour


def png_stempel(stempel: Stempel, lebar: float, tinggi: float, *, zona: tzinfo) -> bytes:
    """The stamp as PNG on white, for a box of that size (points). It shrinks until everything fits.

    Raises HurufTidakAda.
    """
    periksa_huruf()
    gambar = Image.new("RGB", (max(round(lebar * _TITIK), 1), max(round(tinggi * _TITIK), 1)), "white")
    semua: list[Baris] = [
        (isi, jenis in {"nama", "percobaan"}, _MERAH if jenis == "percobaan" else _HITAM)
        for isi, jenis in daftar_baris(stempel, zona)
    ]
    for ukuran in _UKURAN:
        baris, muat = _lipat(semua, lebar - 2 * _TEPI, ukuran), tinggi / (ukuran * _JARAK)
        if len(baris) <= muat:
            break
    _tulis(gambar, baris[: max(int(muat), 1)], ukuran)
    keluar = BytesIO()
    gambar.save(keluar, "PNG", optimize=True)
    return keluar.getvalue()


def _huruf(tebal: bool, ukuran: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path_huruf(_TEBAL if tebal else _BIASA), ukuran * _TITIK)


def _lipat(semua: list[Baris], lebar: float, ukuran: float) -> list[Baris]:
    """Each text on as many lines as it needs; a word that is too long stays whole."""
    hasil: list[Baris] = []
    for isi, tebal, warna in semua:
        huruf, kini = _huruf(tebal, ukuran), ""
        for kata in isi.split():
            calon = f"{kini} {kata}".strip()
            if kini and huruf.getlength(calon) > lebar * _TITIK:
                hasil.append((kini, tebal, warna))
                calon = kata
            kini = calon
        hasil.append((kini, tebal, warna))
    return hasil


def _tulis(gambar: Image.Image, baris: list[Baris], ukuran: float) -> None:
    pena, langkah = ImageDraw.Draw(gambar), ukuran * _JARAK * _TITIK
    atas = max((gambar.height - len(baris) * langkah) / 2, 0)
    for ke, (isi, tebal, warna) in enumerate(baris):
        pena.text((_TEPI * _TITIK, atas + ke * langkah), isi, fill=warna, font=_huruf(tebal, ukuran))
