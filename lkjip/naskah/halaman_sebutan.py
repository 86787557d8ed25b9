"""The list from which live figures and references are chosen: searched by words, a page of it at a time. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.sebutan import SebutanAngka, daftar_sebutan
from lkjip.laporan.isi import Dokumen, Entri, nomori

MAKS_PILIHAN = 40


@dataclass(frozen=True)
class RujukanPilihan:
    """A table, picture or section that a text may refer to: `tulis` is what stands in the text."""

    tulis: str
    uraian: str
    kelompok: str


@dataclass(frozen=True)
class HasilCari:
    """`lebih`: how many more fit the words."""

    daftar: Sequence[SebutanAngka | RujukanPilihan]
    lebih: int


def cari_angka(ktx: Konteks, kata: str) -> HasilCari:
    """Figures whose description or token holds every word."""
    return _cari(daftar_sebutan(ktx), kata)


def cari_rujukan(dokumen: Dokumen, kata: str) -> HasilCari:
    """Tables, pictures and sections of the report whose title or label holds every word."""
    return _cari(list(_daftar_rujukan(dokumen)), kata)


def _cari(daftar: Iterable[SebutanAngka | RujukanPilihan], kata: str) -> HasilCari:
    dicari = kata.casefold().split()
    cocok = [satu for satu in daftar if _memuat(f"{satu.tulis} {satu.uraian} {satu.kelompok}".casefold(), dicari)]
    return HasilCari(cocok[:MAKS_PILIHAN], max(len(cocok) - MAKS_PILIHAN, 0))


def _memuat(teks: str, dicari: Sequence[str]) -> bool:
    return all(kata in teks for kata in dicari)


def _daftar_rujukan(dokumen: Dokumen) -> Iterator[RujukanPilihan]:
    nomor = nomori(dokumen)
    yield from (_rujukan("tabel", entri, "Tabel") for entri in nomor.daftar_tabel)
    yield from (_rujukan("gambar", entri, "Gambar") for entri in nomor.daftar_gambar)
    yield from (_rujukan("bagian", entri, "Bagian") for entri in nomor.daftar_isi)


def _rujukan(jenis: str, entri: Entri, kelompok: str) -> RujukanPilihan:
    return RujukanPilihan(f"{{{jenis} {entri.kunci}}}", f"{entri.label} {entri.judul}".strip(), kelompok)
