"""A list that people type or paste one item a line: bullets and numbers at the beginning of a line are not text."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence

MAKS_BUTIR = 40
MAKS_HURUF_BUTIR = 2_000
# •, dashes and what Word and its symbol fonts paste; "1." "2)" "(3)" "a." "b)"; always followed by a space.
_AWALAN = re.compile(r"^(?:[•·∙◦‣▪▫■□●○➢➤✓*\-–—\uf0a7\uf0b7\uf0d8\uf0fc]|o(?=\t)|\(?(?:\d{1,2}|[a-z])[.)])\s+")


class ButirDitolak(ValueError):
    """The list is too long; the text is the sentence to show at the field."""


def baca_butir(teks: str) -> tuple[str, ...]:
    """`1. Rapat rutin⏎• Data lengkap` → two items. Empty lines part nothing. Raises ButirDitolak."""
    # A zero-width space or a byte order mark comes along when text is copied from a web page.
    baris = (" ".join(satu.strip("\u200b\ufeff").split("\v")).strip() for satu in teks.splitlines())
    daftar = tuple(butir for satu in baris if (butir := " ".join(_AWALAN.sub("", satu).split())))
    if len(daftar) > MAKS_BUTIR:
        raise ButirDitolak(f"Ada {len(daftar)} butir; paling banyak {MAKS_BUTIR}. Gabungkan yang sejenis.")
    panjang = next((n for n, butir in enumerate(daftar, 1) if len(butir) > MAKS_HURUF_BUTIR), None)
    if panjang is not None:
        raise ButirDitolak(f"Butir ke-{panjang} terlalu panjang; paling banyak {MAKS_HURUF_BUTIR} huruf per butir.")
    return daftar


def tulis_butir(daftar: Sequence[str]) -> str:
    """One item a line, as `baca_butir` reads it back."""
    return "\n".join(" ".join(butir.split()) for butir in daftar)


def sidik_butir(daftar: Sequence[str]) -> str:
    """Stands for the list in a hidden field: another list, or another order, gives another text."""
    return hashlib.sha256(json.dumps(list(daftar)).encode()).hexdigest()[:16]
