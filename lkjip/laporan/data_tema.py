"""How the reports of a pemda look: paper, letters, colours, cover. Pure; the renderers get it with the document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kertas(StrEnum):
    """Paper: A4, or F4 (folio, 215 × 330 mm), the everyday paper of many offices."""

    A4 = "A4"
    F4 = "F4"

    @property
    def ukuran_mm(self) -> tuple[int, int]:
        """Width and height of the upright sheet."""
        return (210, 297) if self is Kertas.A4 else (215, 330)


class HurufTema(StrEnum):
    """The letter families that may be embedded in a file; each is as wide as an everyday office font."""

    LIBERATION_SANS = "liberation_sans"  # Arial
    LIBERATION_SERIF = "liberation_serif"  # Times New Roman
    CARLITO = "carlito"  # Calibri
    CALADEA = "caladea"  # Cambria
    TEX_GYRE_BONUM = "tex_gyre_bonum"  # Bookman Old Style


WARNA_UTAMA, WARNA_AKSEN = "#1d3557", "#b08d3c"


@dataclass(frozen=True)
class Tema:
    """`warna_utama` for titles and lines, `warna_aksen` for the cover's band: `#rrggbb`, lower case."""

    huruf: HurufTema = HurufTema.LIBERATION_SANS
    warna_utama: str = WARNA_UTAMA
    warna_aksen: str = WARNA_AKSEN
    kertas: Kertas = Kertas.A4
    logo_sampul: bool = True  # the agency's logo on the cover, where there is one


TEMA_BAKU = Tema()  # of a pemda that has not chosen one
