"""Places of the report where text may stand (ruas): which there are, what is written there, and what if nothing is.

The editor's outline is made from them, so compose alone knows where text belongs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from lkjip.laporan.isi import Bagian, Blok

if TYPE_CHECKING:
    from lkjip.laporan.compose.konteks import Konteks

AKHIRAN_KALIMAT = ".kalimat"
"""`bab4.kesimpulan.kalimat` holds the text that stands instead of the sentences composed in `bab4.kesimpulan`."""


class SifatRuas(StrEnum):
    WAJIB = "wajib"  # the regulations ask for it: empty, the report says what is missing
    OTOMATIS = "otomatis"  # sentences made from figures, unless the agency writes its own
    BEBAS = "bebas"  # may be written in addition


@dataclass(frozen=True)
class Ruas:
    """One place for text. `letak`: kunci of the Bab or Bagian it stands in; `bagian`: its name in sheet `narasi`.

    `nama_lain`: further names under which text of it may be stored; whoever saves, saves under `bagian`.
    `otomatis`: the composed blocks that stand there while nothing is written (OTOMATIS only).
    `daftar`: each row is an item of a list. `subjek`: kode of the indicators and sasaran that it is about.
    """

    bagian: str
    judul: str
    letak: str
    sifat: SifatRuas = SifatRuas.BEBAS
    nama_lain: tuple[str, ...] = ()
    daftar: bool = False
    tertulis: bool = False
    otomatis: tuple[Blok | Bagian, ...] = ()
    subjek: tuple[str, ...] = ()


def catat_ruas(ktx: Konteks, ruas: Ruas) -> None:
    """Note a place once; the first who asks for it has it."""
    if all(ruas.bagian != ada.bagian for ada in ktx.daftar_ruas):
        ktx.daftar_ruas.append(ruas)


def ada_tulisan(ktx: Konteks, nama: Sequence[str]) -> bool:
    """Whether the agency wrote text (not only tables or pictures) under any of these names."""
    per_bagian = ktx.laporan.daftar_narasi_per_bagian
    return any(n.isi.strip() for satu in nama for n in per_bagian.get(satu, ()))
