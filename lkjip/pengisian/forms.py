"""What the fields of a page send: `realisasi-12` with the value typed, `dasar-realisasi-12` with what stood there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
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
from lkjip.halaman.isian import nama_kotak, pecah_nama

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

    @property
    def daftar_nama(self) -> frozenset[str]:
        """Names of the fields that are to be saved."""
        return frozenset(nama_kotak(i.kolom, pk) for pk, daftar in self.isian.items() for i in daftar)

    @property
    def daftar_ketikan(self) -> list[tuple[str, int]]:
        """Column and pk of the row of each field that was sent, saved or not."""
        return [pecah_nama(nama) for nama in self.ketikan]

    def catat(self, nama: str, pk: int, teks: str, isian: Isian | None, galat: str) -> None:
        """One field of a row that this user may fill in."""
        self.ketikan[nama] = teks
        if galat:
            self.galat[nama] = galat
        elif isian is not None:
            self.isian.setdefault(pk, []).append(isian)


def baca_kiriman(
    kiriman: QueryDict,
    kolom: Mapping[str, JenisIsian],
    daftar_pk: Collection[int],
    baca: Callable[[str, str, JenisIsian], object] = lambda kolom, teks, jenis: baca_isian(teks, jenis),
) -> Kiriman:
    """The fields that were changed, in rows that this user may fill in (`daftar_pk`); other names are passed over.

    A field whose text is that of its base was not touched, so it is no change, whatever is stored by now.
    `baca`: (column, text, kind) → value, raises IsianTakTerbaca; for a page whose columns have rules of their own.
    """
    hasil = Kiriman()
    for nama in kiriman:
        nama_kolom, _, nomor = nama.rpartition("-")
        pk = baca_pk(nomor)
        if nama_kolom not in kolom or pk is None:
            continue
        teks, galat = kiriman.get(nama, ""), ""
        try:
            isian = _baca_satu(nama_kolom, teks, kiriman.get(f"{AWALAN_DASAR}{nama}", ""), kolom[nama_kolom], baca)
        except IsianTakTerbaca as tak_terbaca:
            isian, galat = None, str(tak_terbaca)
        if pk in daftar_pk:
            hasil.catat(nama, pk, teks, isian, galat)
        elif isian or galat:
            hasil.asing.append(nama)
    return hasil


def isi_bersih(form: forms.BaseForm) -> dict[str, Any]:
    """What the form makes of what was sent. Raises ValidationError with its sentences where it cannot."""
    if not form.is_valid():
        raise ValidationError([str(pesan) for daftar in form.errors.values() for pesan in daftar])
    return form.cleaned_data


def baca_pk(nomor: str) -> int | None:
    """Digits as we write them, so that one field has one name; a number without end is none."""
    if not nomor.isascii() or not nomor.isdigit() or len(nomor) > _MAKS_DIGIT_PK or nomor[0] == "0":
        return None
    return int(nomor)


def _baca_satu(
    kolom: str, teks: str, teks_dasar: str, jenis: JenisIsian, baca: Callable[[str, str, JenisIsian], object]
) -> Isian | None:
    """What the field changes, None where nothing. Raises IsianTakTerbaca."""
    dasar = baca_dasar(teks_dasar, jenis)
    if tak_disentuh(teks, dasar, jenis):
        return None
    nilai = baca(kolom, teks, jenis)
    return None if sama_isi(nilai, dasar) else Isian(kolom, nilai, dasar)
