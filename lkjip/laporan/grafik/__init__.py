"""Charts: figures or a tree → SVG text, drawn once on the server and used by HTML and PDF. Same data, same bytes.

Geometry is exact (integers and Decimal, one decimal when written). A missing figure leaves a gap with "–", not a zero.
Colours stay apart for colour-blind readers and in black and white: dark and full, light, hatched, hollow and dashed.
"""

from __future__ import annotations

from collections.abc import Callable

from lkjip.laporan.grafik.batang import gambar_batang
from lkjip.laporan.grafik.bertumpuk import gambar_bertumpuk
from lkjip.laporan.grafik.garis import gambar_garis
from lkjip.laporan.grafik.kanvas import Kanvas
from lkjip.laporan.grafik.mendatar import gambar_mendatar
from lkjip.laporan.grafik.pohon import gambar_pohon
from lkjip.laporan.isi import TEMA_BAKU, DataGrafik, JenisGrafik, Tema
from lkjip.laporan.isi_pohon import DataPohon

_PENGGAMBAR: dict[JenisGrafik, Callable[[DataGrafik, Kanvas], None]] = {
    JenisGrafik.BATANG: gambar_batang,
    JenisGrafik.BATANG_MENDATAR: gambar_mendatar,
    JenisGrafik.GARIS: gambar_garis,
    JenisGrafik.BATANG_BERTUMPUK: gambar_bertumpuk,
}


def gambar_svg(data: DataGrafik | DataPohon, *, judul: str, alt: str, awalan: str, tema: Tema = TEMA_BAKU) -> str:
    """The chart as one `<svg>`. `awalan` keeps its ids apart from those of other charts on the page."""
    kanvas = Kanvas(awalan, tema)
    if isinstance(data, DataPohon):
        gambar_pohon(data, kanvas)
    else:
        _gambar_grafik(data, kanvas)
    return kanvas.svg(judul=judul, alt=alt)


def _gambar_grafik(data: DataGrafik, kanvas: Kanvas) -> None:
    for deret in data.deret:
        if len(deret.nilai) != len(data.label):
            raise ValueError(f"deret '{deret.nama}' berisi {len(deret.nilai)} nilai untuk {len(data.label)} label")
    _PENGGAMBAR[data.jenis](data, kanvas)
