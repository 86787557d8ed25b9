"""The list from which live figures and references are chosen: searched by words, a page of it at a time. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.rujukan import AWALAN, Penunjuk, arti
from lkjip.laporan.compose.sebutan import SebutanAngka, daftar_sebutan
from lkjip.laporan.isi import Dokumen, Entri, Rujuk, nomori

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


def cari_rujukan(dokumen: Dokumen, kamus: Penunjuk, kata: str) -> HasilCari:
    """Tables, pictures and sections of the report whose title or label holds every word."""
    return _cari(list(_daftar_rujukan(dokumen, kamus)), kata)


def cari_sisipan(dokumen: Dokumen, kamus: Penunjuk, kata: str) -> HasilCari:
    """Pictures and free tables, which a line of their own moves to where it stands."""
    nomor = nomori(dokumen)
    daftar = [_rujukan("gambar", e, "Gambar", kamus) for e in nomor.daftar_gambar if e.kunci.startswith("gambar-")]
    bebas = (e for e in nomor.daftar_tabel if e.kunci.startswith("tabel-bebas-"))
    return _cari([*daftar, *(_rujukan("tabel", e, "Tabel", kamus) for e in bebas)], kata)


def _cari(daftar: Iterable[SebutanAngka | RujukanPilihan], kata: str) -> HasilCari:
    dicari = kata.casefold().split()
    cocok = [satu for satu in daftar if _memuat(f"{satu.tulis} {satu.uraian} {satu.kelompok}".casefold(), dicari)]
    return HasilCari(cocok[:MAKS_PILIHAN], max(len(cocok) - MAKS_PILIHAN, 0))


def _memuat(teks: str, dicari: Sequence[str]) -> bool:
    return all(kata in teks for kata in dicari)


def _daftar_rujukan(dokumen: Dokumen, kamus: Penunjuk) -> Iterator[RujukanPilihan]:
    nomor = nomori(dokumen)
    yield from (_rujukan("tabel", entri, "Tabel", kamus) for entri in nomor.daftar_tabel)
    yield from (_rujukan("gambar", entri, "Gambar", kamus) for entri in nomor.daftar_gambar)
    yield from (_rujukan("bagian", entri, "Bagian", kamus) for entri in nomor.daftar_isi)


def _rujukan(jenis: str, entri: Entri, kelompok: str, kamus: Penunjuk) -> RujukanPilihan:
    """By the shortest name that means this very thing."""
    pilihan = sorted((entri.kunci.removeprefix(awalan) for awalan in ("", *AWALAN)), key=len)
    nama = next((n for n in pilihan if n and arti(Rujuk(f"{jenis} {n}"), kamus) == entri.kunci), entri.kunci)
    return RujukanPilihan(f"{{{jenis} {nama}}}", f"{entri.label} {entri.judul}".strip(), kelompok)
