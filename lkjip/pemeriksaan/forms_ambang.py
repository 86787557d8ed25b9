"""The thresholds of a pemda as a form: one field each, empty where the catalogue's value holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from lkjip.dasar.tulisan_angka import tulis_tepat
from lkjip.pemeriksaan.data_ambang import AMBANG_BAWAAN, DAFTAR_AMBANG, ButirAmbang, galat_ambang
from lkjip.pemeriksaan.data_katalog import KATALOG


def tulis_bawaan(nama: str) -> str:
    return tulis_tepat(Decimal(getattr(AMBANG_BAWAAN, nama)))


class AmbangField(forms.CharField):
    """A number with a comma or a point; empty: the catalogue's."""

    def __init__(self, butir: ButirAmbang, **lain: Any) -> None:
        self.butir = butir
        isian = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(label=butir.judul, required=False, max_length=20, widget=isian, **lain)

    def clean(self, value: Any) -> Any:
        teks = str(super().clean(value)).replace(" ", "").replace(",", ".")
        if not teks:
            return None
        try:
            nilai = Decimal(teks)
        except InvalidOperation as galat:
            raise ValidationError("Tulis angka saja, misalnya 12,5.") from galat
        if pesan := galat_ambang(self.butir.nama, nilai):
            raise ValidationError(pesan)
        return nilai


@dataclass(frozen=True)
class BarisAmbang:
    """One threshold as the page shows it."""

    butir: ButirAmbang
    bidang: forms.BoundField
    nama_aturan: str
    bawaan: str
    sendiri: bool


class AmbangForm(forms.Form):
    """`nilai`: what the pemda has set."""

    def __init__(self, isi: Any = None, *, nilai: Mapping[str, Decimal]) -> None:
        super().__init__(isi, initial={nama: tulis_tepat(n) for nama, n in nilai.items()})
        for butir in DAFTAR_AMBANG:
            self.fields[butir.nama] = AmbangField(butir)
        self._nilai = nilai

    @property
    def daftar_baris(self) -> list[BarisAmbang]:
        return [
            BarisAmbang(b, self[b.nama], KATALOG[b.aturan].nama, tulis_bawaan(b.nama), b.nama in self._nilai)
            for b in DAFTAR_AMBANG
        ]
