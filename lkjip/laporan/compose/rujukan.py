"""References of a text, once the document is whole: `{tabel sdm}` → the table that it means, or the words as typed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from lkjip.laporan.compose.sebutan_urai import JENIS_RUJUKAN
from lkjip.laporan.compose.sel import slug
from lkjip.laporan.data import DataLaporan
from lkjip.laporan.isi import (
    Bab,
    Bagian,
    Baris,
    Blok,
    Daftar,
    Dokumen,
    Gambar,
    Grafik,
    Paragraf,
    Rujuk,
    Sebaris,
    Sel,
    Tabel,
    Teks,
)

_T = TypeVar("_T")

Penunjuk = Mapping[str, str]
"""A reference as typed, in its plain form → the kunci that it means."""

AWALAN = ("tabel-", "tabel-bebas-", "tabel-bebas-tabel_5f_", "gambar-", "grafik-")


def penunjuk(dokumen: Dokumen, laporan: DataLaporan) -> Penunjuk:
    """All names by which a text may refer to something in this document; of two equal ones the first counts.

    By its kunci, with or without its prefix; a free table by its sheet; tables and pictures by the section that they
    stand in, the second of them with a 2 ("sdm 2").
    """
    hasil: dict[str, str] = {}
    per_bagian: dict[str, list[str]] = defaultdict(list)
    for tabel in laporan.daftar_tabel:
        per_bagian[_rapat("tabel", tabel.bagian.rsplit(".", 1)[-1])].append(f"tabel-bebas-{slug(tabel.nama)}")
    for gambar in laporan.daftar_gambar:
        per_bagian[_rapat("gambar", gambar.bagian.rsplit(".", 1)[-1])].append(f"gambar-{gambar.nama}")
    ada: set[str] = set()
    for jenis, kunci, jalur in _sasaran(dokumen):
        ada.add(kunci)
        for awalan in ("", *AWALAN):
            if kunci.startswith(awalan):
                hasil.setdefault(_rapat(jenis, kunci.removeprefix(awalan)), kunci)
        for bagian in jalur:
            per_bagian[_rapat(jenis, bagian.rsplit("-", 1)[-1])].append(kunci)
    for tabel in laporan.daftar_tabel:
        hasil.setdefault(_rapat("tabel", tabel.nama), f"tabel-bebas-{slug(tabel.nama)}")
    for nama, daftar in per_bagian.items():
        berada = [kunci for kunci in dict.fromkeys(daftar) if kunci in ada]
        for urutan, kunci in enumerate(berada, 1):
            hasil.setdefault(f"{nama}{urutan}", kunci)
        if berada:
            hasil.setdefault(nama, berada[0])
    return {nama: kunci for nama, kunci in hasil.items() if kunci in ada}


def _rapat(jenis: str, nama: str) -> str:
    return f"{jenis} {''.join(nama.split())}".casefold()


def _sasaran(dokumen: Dokumen) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(kind, kunci, kunci of the sections around it) of all that can be referred to."""
    for bab in dokumen.bab:
        yield "bagian", bab.kunci, ()
        yield from _sasaran_isi(bab.isi, ())


def _sasaran_isi(isi: Sequence[Blok | Bagian], jalur: tuple[str, ...]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for simpul in isi:
        if isinstance(simpul, Bagian):
            yield "bagian", simpul.kunci, ()
            yield from _sasaran_isi(simpul.isi, (*jalur, simpul.kunci))
        elif isinstance(simpul, (Tabel, Grafik, Gambar)) and simpul.judul and simpul.kunci:
            yield "tabel" if isinstance(simpul, Tabel) else "gambar", simpul.kunci, jalur


def selesaikan(dokumen: Dokumen, laporan: DataLaporan) -> Dokumen:
    """The document with every reference pointing at something of it; what points at nothing is text as typed."""
    kamus = penunjuk(dokumen, laporan)
    tetap = frozenset(kamus.values())
    return replace(dokumen, bab=tuple(_bab(bab, kamus, tetap) for bab in dokumen.bab))


def _bab(bab: Bab, kamus: Penunjuk, tetap: frozenset[str]) -> Bab:
    isi = _isi(bab.isi, kamus, tetap)
    return bab if isi is bab.isi else replace(bab, isi=isi)


def _isi(isi: tuple[Blok | Bagian, ...], kamus: Penunjuk, tetap: frozenset[str]) -> tuple[Blok | Bagian, ...]:
    return _petakan(isi, lambda simpul: _simpul(simpul, kamus, tetap))


def _simpul(simpul: Blok | Bagian, kamus: Penunjuk, tetap: frozenset[str]) -> Blok | Bagian:
    """The same node where nothing in it changes: most of a document."""

    def kata(isi: tuple[Sebaris, ...]) -> tuple[Sebaris, ...]:
        return _petakan(isi, lambda unsur: _unsur(unsur, kamus, tetap))

    match simpul:
        case Paragraf():
            isi = kata(simpul.isi)
            return simpul if isi is simpul.isi else replace(simpul, isi=isi)
        case Daftar():
            butir = _petakan(simpul.butir, kata)
            anak = _petakan(simpul.anak, lambda d: d if d is None else _daftar(_simpul(d, kamus, tetap)))
            return simpul if butir is simpul.butir and anak is simpul.anak else replace(simpul, butir=butir, anak=anak)
        case Tabel():
            baris = _petakan(simpul.baris, lambda b: _baris(b, kata))
            return simpul if baris is simpul.baris else replace(simpul, baris=baris)
        case Bagian():
            dalam = _isi(simpul.isi, kamus, tetap)
            return simpul if dalam is simpul.isi else replace(simpul, isi=dalam)
        case _:
            return simpul


def _daftar(simpul: Blok | Bagian) -> Daftar | None:
    return simpul if isinstance(simpul, Daftar) else None


def _baris(baris: Baris, kata: Callable[[tuple[Sebaris, ...]], tuple[Sebaris, ...]]) -> Baris:
    def sel(satu: Sel) -> Sel:
        isi = kata(satu.isi)
        return satu if isi is satu.isi else replace(satu, isi=isi)

    isi = _petakan(baris.sel, sel)
    return baris if isi is baris.sel else replace(baris, sel=isi)


def _petakan(asal: tuple[_T, ...], ubah: Callable[[_T], _T]) -> tuple[_T, ...]:
    hasil = tuple(ubah(satu) for satu in asal)
    return asal if all(a is b for a, b in zip(asal, hasil, strict=True)) else hasil


def _unsur(unsur: Sebaris, kamus: Penunjuk, tetap: frozenset[str]) -> Sebaris:
    if not isinstance(unsur, Rujuk) or unsur.kunci in tetap:
        return unsur
    kunci = arti(unsur, kamus)
    return Rujuk(kunci) if kunci else Teks(f"{{{unsur.kunci}}}")


def arti(rujuk: Rujuk, kamus: Penunjuk) -> str | None:
    """The kunci that a reference as typed means; a kunci itself may be called by any of the three words."""
    jenis, _, nama = rujuk.kunci.partition(" ")
    if jenis not in JENIS_RUJUKAN:
        return None
    pilihan = (kamus.get(_rapat(satu, nama)) for satu in JENIS_RUJUKAN)
    return kamus.get(_rapat(jenis, nama)) or next((kunci for kunci in pilihan if kunci == nama), None)
