"""Places of the report where text may stand (ruas): which there are, what is written there, and what if nothing is.

The editor's outline is made from them, so compose alone knows where text belongs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from lkjip.laporan.isi import Bagian, Dokumen, Simpul

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
    otomatis: tuple[Simpul, ...] = ()
    subjek: tuple[str, ...] = ()


def catat_ruas(ktx: Konteks, ruas: Ruas) -> None:
    """Note a place once; the first who asks for it has it."""
    if ruas.bagian not in ktx.ruas_tercatat:
        ktx.ruas_tercatat.add(ruas.bagian)
        ktx.daftar_ruas.append(ruas)


def ada_isi(ktx: Konteks, nama: str) -> bool:
    """Whether anything of the agency stands here: text, a table or a picture."""
    laporan = ktx.laporan
    tabel = any(t.kepala or t.baris for t in laporan.daftar_tabel_per_bagian.get(nama, ()))
    return ada_tulisan(ktx, (nama,)) or tabel or nama in laporan.daftar_gambar_per_bagian


def ada_tulisan(ktx: Konteks, nama: Sequence[str]) -> bool:
    """Whether the agency wrote text (not only tables or pictures) under any of these names."""
    per_bagian = ktx.laporan.daftar_narasi_per_bagian
    return any(n.isi.strip() for satu in nama for n in per_bagian.get(satu, ()))


def urut_baca(dokumen: Dokumen, daftar: Sequence[Ruas]) -> tuple[Ruas, ...]:
    """The places in the order of the sections that they stand in."""
    urutan = {kunci: n for n, kunci in enumerate(k for bab in dokumen.bab for k in (bab.kunci, *_kunci(bab.isi)))}
    return tuple(sorted(daftar, key=lambda ruas: urutan.get(ruas.letak, len(urutan))))


def _kunci(isi: Sequence[Simpul]) -> Iterator[str]:
    for simpul in isi:
        if isinstance(simpul, Bagian):
            yield simpul.kunci
            yield from _kunci(simpul.isi)
