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
    tak_disentuh,
)

AWALAN_DASAR = "dasar-"
_MAKS_DIGIT_PK = 19


@dataclass
class Kiriman:
    """What was sent: the changes per pk of the row, why a field was refused, and all that was typed.

    `asing`: fields that were changed in rows which this user may not fill in, or which are no longer there. Nothing is
    written for them, and the page should say so: what was typed must not vanish without a word.
    """

    isian: dict[int, list[Isian]] = field(default_factory=dict)
    galat: dict[str, str] = field(default_factory=dict)  # name of the field → sentence
    ketikan: dict[str, str] = field(default_factory=dict)  # name of the field → text
    asing: list[str] = field(default_factory=list)  # names of fields

    @property
    def banyak(self) -> int:
        return sum(len(daftar) for daftar in self.isian.values())

    def catat(self, nama: str, pk: int, teks: str, isian: Isian | None, galat: str) -> None:
        """One field of a row that this user may fill in."""
        self.ketikan[nama] = teks
        if galat:
            self.galat[nama] = galat
        elif isian is not None:
            self.isian.setdefault(pk, []).append(isian)


def baca_kiriman(kiriman: QueryDict, kolom: Mapping[str, JenisIsian], daftar_pk: Collection[int]) -> Kiriman:
    """The fields that were changed, in rows that this user may fill in (`daftar_pk`); other names are passed over.

    A field whose text is that of its base was not touched, so it is no change, whatever is stored by now.
    """
    hasil = Kiriman()
    for nama in kiriman:
        nama_kolom, _, nomor = nama.rpartition("-")
        pk = baca_pk(nomor)
        if nama_kolom not in kolom or pk is None:
            continue
        teks, galat = kiriman.get(nama, ""), ""
        try:
            isian = _baca_satu(nama_kolom, teks, kiriman.get(f"{AWALAN_DASAR}{nama}", ""), kolom[nama_kolom])
        except IsianTakTerbaca as tak_terbaca:
            isian, galat = None, str(tak_terbaca)
        if pk in daftar_pk:
            hasil.catat(nama, pk, teks, isian, galat)
        elif isian or galat:
            hasil.asing.append(nama)
    return hasil


def baca_pk(nomor: str) -> int | None:
    """Digits as we write them, so that one field has one name; a number without end is none."""
    if not nomor.isascii() or not nomor.isdigit() or len(nomor) > _MAKS_DIGIT_PK or nomor[0] == "0":
        return None
    return int(nomor)


def _baca_satu(kolom: str, teks: str, teks_dasar: str, jenis: JenisIsian) -> Isian | None:
    """What the field changes, None where nothing. Raises IsianTakTerbaca."""
    dasar = baca_dasar(teks_dasar, jenis)
    if tak_disentuh(teks, dasar, jenis):
        return None
    nilai = baca_isian(teks, jenis)
    return None if sama_isi(nilai, dasar) else Isian(kolom, nilai, dasar)
