"""Pictures for Word: charts drawn from their SVG with the bundled fonts, and how large anything stands on the page."""

from __future__ import annotations

from lkjip.laporan.grafik import gambar_svg
from lkjip.laporan.isi import TEMA_BAKU, Gambar, Grafik, Tema
from lkjip.laporan.render.raster import png

_MIME = frozenset({"image/png", "image/jpeg"})
_PERBESARAN = 3  # 1 920 dots over 155 mm: 300 to the inch, what a printer needs
_EMU = 3_600  # of a tenth of a millimetre
_TITIK = 9_525  # EMU of a CSS pixel
_RUANG_JUDUL = 350  # tenths of a millimetre kept free below a tall picture for its caption


def isi_gambar(simpul: Grafik | Gambar, tema: Tema = TEMA_BAKU) -> bytes:
    """The PNG or JPEG of a node. Raises ValueError for any other kind of picture."""
    if isinstance(simpul, Grafik):
        svg = gambar_svg(simpul.data, judul=simpul.judul, alt=simpul.alt, awalan="grafik", tema=tema)
        return png(svg, _PERBESARAN, tema.huruf)
    if simpul.mime not in _MIME:
        raise ValueError(f"gambar '{simpul.kunci}' bukan PNG atau JPEG: {simpul.mime}")
    return simpul.isi


def ukuran(simpul: Grafik | Gambar, piksel: tuple[int, int], bidang: tuple[int, int]) -> tuple[int, int]:
    """Width and height in EMU: a chart as wide as the text, a picture in its own size or the one asked for.

    `bidang` is the text on the page in tenths of a millimetre; nothing grows beyond it.
    """
    if isinstance(simpul, Grafik):
        lebar = bidang[0] * _EMU
    elif simpul.lebar_mm is None:
        lebar = piksel[0] * _TITIK
    else:
        lebar = simpul.lebar_mm * 10 * _EMU
    lebar = min(lebar, bidang[0] * _EMU)
    tinggi_maks = (bidang[1] - _RUANG_JUDUL) * _EMU
    tinggi = lebar * piksel[1] // piksel[0]
    return (lebar, tinggi) if tinggi <= tinggi_maks else (tinggi_maks * piksel[0] // piksel[1], tinggi_maks)
