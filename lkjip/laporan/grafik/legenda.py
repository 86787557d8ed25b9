"""The legend above a chart: one entry per series and one for the reference line, folded into lines as needed."""

from __future__ import annotations

from lkjip.laporan.grafik.kanvas import LEBAR, MERAH, TINTA, Kanvas
from lkjip.laporan.grafik.sumbu import Ukuran, urutan_gaya
from lkjip.laporan.isi import DataGrafik, Deret

_TINGGI_BARIS = 20
_CONTOH = 26


def gambar_legenda(data: DataGrafik, kanvas: Kanvas, ukuran: Ukuran, *, dengan_deret: bool = True) -> int:
    """Draws it from the top and returns the y below it; the unit of the values stands at its left end."""
    x, y = 0, 14
    if ukuran.satuan:
        keterangan = f"Satuan: {ukuran.satuan}"
        kanvas.tulisan(0, y, keterangan, ukuran=12, warna="#555")
        x = kanvas.lebar_tulisan(keterangan, 12) + 24
    butir: list[tuple[str, Deret | None, int]] = []
    if dengan_deret:
        butir += [(deret.nama, deret, ke) for deret, ke in zip(data.deret, urutan_gaya(data), strict=True)]
    if data.acuan is not None:
        butir.append((data.nama_acuan or f"Acuan {ukuran.tulis_tanda(data.acuan)}", None, 0))
    for nama, deret, ke in butir:
        lebar = _CONTOH + 6 + kanvas.lebar_tulisan(nama, 12)
        if x and x + lebar > LEBAR:
            x, y = 0, y + _TINGGI_BARIS
        if deret is None:
            gambar_acuan_contoh(kanvas, x, y - 4)
        else:
            kanvas.batang(x, y - 10, _CONTOH, 11, deret, ke)
        kanvas.tulisan(x + _CONTOH + 6, y, nama, ukuran=12, warna=TINTA)
        x += lebar + 20
    return y + 12 if butir or ukuran.satuan else 6


def gambar_acuan_contoh(kanvas: Kanvas, x: int, y: int) -> None:
    kanvas.garis([(x, y), (x + _CONTOH, y)], MERAH, tebal="1.6", putus="7 3")
