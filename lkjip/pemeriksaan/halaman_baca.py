"""Where in the report that is read each finding stands. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkjip.laporan.compose import Naskah
from lkjip.laporan.compose.tabel_bebas import kunci_tabel
from lkjip.laporan.isi import Bab, Bagian, Simpul, Tabel
from lkjip.pemeriksaan.data import Temuan
from lkjip.pemeriksaan.halaman_temuan import KartuTemuan

# The section with the figures that a group of rules is about, for a finding that names no place of its own.
_BAGIAN_KELOMPOK = {"SAK": "bab3-sakip", "ANG": "bab3-anggaran", "EFI": "bab3-anggaran", "HIT": "bab3-ringkasan"}


@dataclass(frozen=True)
class Tanda:
    """`letak`: id of the section or table, '' where the finding names none; `judul`: what that one is called."""

    kartu: KartuTemuan
    letak: str = ""
    judul: str = ""


def daftar_tanda(daftar: Sequence[KartuTemuan], naskah: Naskah, jangkar: Callable[[str], str]) -> tuple[Tanda, ...]:
    """In the order of the findings; `jangkar`: how the renderer writes a section's key as an id."""
    judul = {kunci: nama for bab in naskah.dokumen.bab for kunci, nama in _tempat(bab)}
    ruas = {ruas.bagian: ruas.letak for ruas in naskah.daftar_ruas}

    def tanda(kartu: KartuTemuan) -> Tanda:
        kunci = next((k for k in _calon(kartu.temuan, ruas) if k in judul), "")
        return Tanda(kartu, jangkar(kunci), judul[kunci]) if kunci else Tanda(kartu)

    return tuple(map(tanda, daftar))


def _calon(temuan: Temuan, ruas: Mapping[str, str]) -> Iterator[str]:
    """Keys of the report where it may stand, the closest first: its table, its place for text, the ones above."""
    if temuan.halaman == "ubah_tabel_bebas" and temuan.argumen:
        yield kunci_tabel(str(temuan.argumen[0]))
    bagian = temuan.bagian
    while bagian:
        yield from (ruas.get(bagian, bagian), bagian.replace(".", "-"))
        bagian = bagian.rpartition(".")[0]
    yield _BAGIAN_KELOMPOK.get(temuan.aturan.partition("-")[0], "")


def _tempat(bab: Bab) -> Iterator[tuple[str, str]]:
    yield bab.kunci, bab.judul
    yield from _di_bawah(bab.isi)


def _di_bawah(isi: Sequence[Simpul]) -> Iterator[tuple[str, str]]:
    for simpul in isi:
        if isinstance(simpul, Bagian):
            yield simpul.kunci, simpul.judul
            yield from _di_bawah(simpul.isi)
        elif isinstance(simpul, Tabel) and simpul.kunci:
            yield simpul.kunci, simpul.judul
