"""SVG → PNG with the bundled fonts, for programs that take no SVG."""

from __future__ import annotations

from lkjip.laporan.render.aset import DAFTAR_HURUF, path_huruf, periksa_huruf


def png(svg: str, perbesaran: int = 2) -> bytes:
    """The picture on white, `perbesaran` dots to each unit of the drawing. Raises HurufTidakAda."""
    # Imported here: only who downloads a picture needs it.
    import resvg_py

    periksa_huruf()
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=perbesaran,
            background="#ffffff",
            skip_system_fonts=True,
            font_files=[str(path_huruf(nama)) for nama in DAFTAR_HURUF],
            sans_serif_family="Liberation Sans",
        )
    )
