"""The pictures of a report as their page shows them: by section, in the order of the report, with what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lkjip.laporan.compose import Naskah
from lkjip.laporan.data import GambarNaskah, Narasi
from lkjip.laporan.isi import Bab, Bagian, JenisBab, nomori

Pilihan = tuple[str, str]
"""Name of a section in sheet `narasi`, and its title."""


@dataclass(frozen=True)
class KelompokBagian:
    """The places of one chapter in which pictures, tables and texts may stand."""

    judul: str
    daftar: tuple[Pilihan, ...]


@dataclass(frozen=True)
class KartuGambar:
    """A picture with what its owner should know: how often texts refer to it, what it still lacks."""

    gambar: GambarNaskah
    banyak_rujukan: int
    daftar_kurang: tuple[str, ...]


@dataclass(frozen=True)
class KelompokGambar:
    bagian: str
    judul: str
    daftar: tuple[KartuGambar, ...]


def pilihan_bagian(naskah: Naskah, terpakai: Iterable[str] = ()) -> tuple[KelompokBagian, ...]:
    """Every place for text, chapter by chapter; at the end those of `terpakai` that the outline does not know."""
    per_letak: dict[str, list[Pilihan]] = {}
    for ruas in naskah.daftar_ruas:
        per_letak.setdefault(ruas.letak, []).append((ruas.bagian, ruas.judul))
    label = nomori(naskah.dokumen).label_per_kunci
    hasil = []
    for bab in naskah.dokumen.bab:
        daftar = [
            (bagian, _judul(label.get(simpul.kunci, ""), simpul.judul, judul))
            for simpul in _telusuri(bab)
            for bagian, judul in per_letak.pop(simpul.kunci, ())
        ]
        if daftar:
            kepala = f"{label[bab.kunci]} {bab.judul}" if bab.jenis is JenisBab.BAB else bab.judul
            hasil.append(KelompokBagian(kepala.strip(), tuple(daftar)))
    sisa = [satu for daftar in per_letak.values() for satu in daftar]
    dikenal = {bagian for kelompok in hasil for bagian, _ in kelompok.daftar} | {bagian for bagian, _ in sisa}
    sisa += [(bagian, bagian) for bagian in dict.fromkeys(terpakai) if bagian and bagian not in dikenal]
    return (*hasil, *([KelompokBagian("Bagian lain", tuple(sisa))] if sisa else []))


def _telusuri(simpul: Bab | Bagian) -> Iterator[Bab | Bagian]:
    yield simpul
    for anak in simpul.isi:
        if isinstance(anak, Bagian):
            yield from _telusuri(anak)


def _judul(label: str, letak: str, judul: str) -> str:
    """`A. Latar Belakang`; where the place has a name of its own, that too."""
    nomor = "" if label.startswith(("BAB", "Lampiran")) else f"{label} "
    return f"{nomor}{letak}".strip() if judul == letak else f"{nomor}{letak}: {judul}".strip()


def galeri(
    daftar: Sequence[GambarNaskah], pilihan: Sequence[KelompokBagian], daftar_narasi: Sequence[Narasi]
) -> tuple[KelompokGambar, ...]:
    """The pictures by section, in the order of the outline."""
    per_bagian: dict[str, list[KartuGambar]] = {}
    for gambar in daftar:
        kartu = KartuGambar(gambar, banyak_rujukan(gambar.nama, daftar_narasi), _kurang(gambar))
        per_bagian.setdefault(gambar.bagian, []).append(kartu)
    return tuple(
        KelompokGambar(bagian, _judul_kelompok(kelompok.judul, judul), tuple(per_bagian[bagian]))
        for kelompok in pilihan
        for bagian, judul in kelompok.daftar
        if bagian in per_bagian
    )


def _judul_kelompok(bab: str, judul: str) -> str:
    """A chapter that is one place alone, or opens the name of its place, is not named twice."""
    return judul if judul.startswith(bab) else f"{bab} · {judul}"


def banyak_rujukan(nama: str, daftar_narasi: Sequence[Narasi]) -> int:
    """How many texts of the report name this picture, as `{gambar nama}`."""
    pola = re.compile(rf"\{{\s*gambar\s+{re.escape(nama)}\s*\}}", re.IGNORECASE)
    return sum(bool(pola.search(satu.isi)) for satu in daftar_narasi)


def _kurang(gambar: GambarNaskah) -> tuple[str, ...]:
    kurang = (("judul", gambar.judul), ("uraian gambar", gambar.alt))
    return tuple(apa for apa, isi in kurang if not isi.strip())
