"""SVG → PNG with the bundled fonts, for programs that take no SVG."""

from __future__ import annotations

from lkjip.laporan.isi import HurufTema
from lkjip.laporan.render.aset import path_huruf, periksa_huruf


def png(svg: str, perbesaran: int = 2, huruf: HurufTema = HurufTema.LIBERATION_SANS) -> bytes:
    """The picture on white, `perbesaran` dots to each unit of the drawing. Raises HurufTidakAda."""
    # Imported here: only who downloads a picture needs it.
    import resvg_py

    keluarga = periksa_huruf(huruf)
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=perbesaran,
            background="#ffffff",
            skip_system_fonts=True,
            font_files=[str(path_huruf(nama)) for nama in keluarga.daftar_berkas],
            sans_serif_family=keluarga.nama,
            serif_family=keluarga.nama,
        )
    )
