"""Opening a picture that somebody sent, with all guards: what it is comes from its content, never from its name."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageFile

_JENIS = ("PNG", "JPEG", "WEBP")


class GambarDitolak(ValueError):
    """This file is not taken as a picture; the sentence says why and what to do."""


class BukanGambarUtuh(GambarDitolak):
    """Not a PNG, JPEG or WebP, or one that is torn."""


class TitikTerlaluBanyak(GambarDitolak):
    """It would unfold into more pixels than are opened."""


@contextmanager
def membuka_gambar(isi: bytes) -> Iterator[Image.Image]:
    """The picture, nothing of it decoded yet. What goes wrong inside is told as BukanGambarUtuh or TitikTerlaluBanyak.

    The caller looks at its size before decoding: a small file can unfold into gigabytes.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with _menolak_gambar_putus(), Image.open(io.BytesIO(isi), formats=_JENIS) as gambar:
                yield gambar
    except GambarDitolak:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as galat:
        raise TitikTerlaluBanyak from galat
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, OverflowError, struct.error) as galat:
        raise BukanGambarUtuh from galat


@contextmanager
def _menolak_gambar_putus() -> Iterator[None]:
    """WeasyPrint lets the whole process fill up torn pictures with grey; what is kept has to be whole."""
    semula = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = semula
