"""What the editor sends."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.http import QueryDict

from lkjip.naskah.halaman_ruas import rapikan_teks

_TAK_LENGKAP = "Naskah tidak terkirim lengkap. Muat ulang halaman, lalu simpan lagi."


@dataclass(frozen=True)
class Draf:
    """A text that was typed, and the hash of the text that it started from."""

    teks: str
    sidik: str


def baca_draf(kiriman: QueryDict) -> Draf:
    """Raises ValidationError where the text is not there: an empty request must not empty a section."""
    teks = kiriman.get("teks")
    if not isinstance(teks, str):
        raise ValidationError(_TAK_LENGKAP)
    return Draf(rapikan_teks(teks), kiriman.get("sidik", ""))
