"""What the fields of a page send: `realisasi-12` with the value typed, `dasar-realisasi-12` with what stood there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from lkjip.dasar.isian import (
    Isian,
    IsianTakTerbaca,
    JenisIsian,
    baca_dasar,
    baca_isian,
    sama_isi,
    tulis_isian,
)

AWALAN_DASAR = "dasar-"


@dataclass
class Kiriman:
    """What was sent: the changes per pk of the row, why a field was refused, and all that was typed."""

    isian: dict[int, list[Isian]] = field(default_factory=dict)
    galat: dict[str, str] = field(default_factory=dict)  # name of the field → sentence
    ketikan: dict[str, str] = field(default_factory=dict)  # name of the field → text

    @property
    def banyak(self) -> int:
        return sum(len(daftar) for daftar in self.isian.values())


def baca_kiriman(kiriman: QueryDict, kolom: Mapping[str, JenisIsian], daftar_pk: Collection[int]) -> Kiriman:
    """The fields that were changed, in rows that this user may fill in (`daftar_pk`); other names are passed over.

    A field whose text is that of its base was not touched, so it is no change, whatever is stored by now.
    """
    hasil = Kiriman()
    for nama in kiriman:
        nama_kolom, _, nomor = nama.rpartition("-")
        if nama_kolom in kolom and nomor.isascii() and nomor.isdigit() and int(nomor) in daftar_pk:
            _baca_satu(hasil, nama, nama_kolom, int(nomor), kiriman, kolom[nama_kolom])
    return hasil


def _baca_satu(hasil: Kiriman, nama: str, kolom: str, pk: int, kiriman: QueryDict, jenis: JenisIsian) -> None:
    teks = kiriman.get(nama, "")
    hasil.ketikan[nama] = teks
    try:
        dasar = baca_dasar(kiriman.get(f"{AWALAN_DASAR}{nama}", ""), jenis)
        if teks.strip() == tulis_isian(dasar, jenis).strip():
            return
        nilai = baca_isian(teks, jenis)
    except IsianTakTerbaca as galat:
        hasil.galat[nama] = str(galat)
        return
    if not sama_isi(nilai, dasar):
        hasil.isian.setdefault(pk, []).append(Isian(kolom, nilai, dasar))
