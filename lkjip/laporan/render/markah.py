"""The smallest HTML writer: every text and attribute is escaped here, so nothing a user typed can become markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_BOLEH = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.")

# C0 and C1 but for tab and newline: no document may hold the first, and no font has a sign for the others.
_KENDALI = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)]) | {0x09: 0x09, 0x0A: 0x0A}


def teks(isi: str) -> str:
    """Text content, escaped. Control characters that no document may hold are dropped."""
    return escape(isi.translate(_KENDALI), quote=False)


def atribut(**nilai: str | int | bool | None) -> str:
    """` class="x" data-tahun="2024"`: `_` becomes `-`, a trailing one is dropped; None and False leave it out."""
    bagian: list[str] = []
    for nama, isi in nilai.items():
        if isi is None or isi is False:
            continue
        kunci = nama.rstrip("_").replace("_", "-")
        bagian.append(f" {kunci}" if isi is True else f' {kunci}="{escape(str(isi), quote=True)}"')
    return "".join(bagian)


def unsur(nama: str, isi: str | Iterable[str] = "", **nilai: str | int | bool | None) -> str:
    """An element around markup that is already safe: `unsur("p", teks("a < b"), class_="biasa")`."""
    return f"<{nama}{atribut(**nilai)}>{isi if isinstance(isi, str) else ''.join(isi)}</{nama}>"


def jangkar(kunci: str) -> str:
    """`kunci` as an id that is also a plain URL fragment; other characters become `_hex_`, so two keys never meet."""
    return "".join(h if h in _BOLEH else f"_{ord(h):x}_" for h in kunci)
