"""The lists of a SWOT analysis, one item a line."""

from __future__ import annotations

from typing import Any

from django import forms

from lkjip.dasar.butir import ButirDitolak, baca_butir
from lkjip.laporan.compose.swot import FAKTOR, STRATEGI

_PETUNJUK = {
    "kekuatan": "Di dalam organisasi, membantu mencapai sasaran.",
    "kelemahan": "Di dalam organisasi, menghambat.",
    "peluang": "Dari luar organisasi, membantu.",
    "ancaman": "Dari luar organisasi, menghambat.",
    **{nama: f"{uraian.capitalize()}." for nama, _, uraian in STRATEGI},
}


class SwotForm(forms.Form):
    """A field per list, in the order of the matrix."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, judul, *_ in (*FAKTOR, *STRATEGI):
            kotak = forms.Textarea(attrs={"rows": 7, "class": "form-control"})
            self.fields[nama] = forms.CharField(
                label=judul, required=False, widget=kotak, help_text=_PETUNJUK[nama], strip=True
            )

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or self.cleaned_data
        for nama in list(isi):
            try:
                isi[nama] = baca_butir(isi[nama])
            except ButirDitolak as galat:
                self.add_error(nama, str(galat))
        return isi

    def faktor(self) -> list[forms.BoundField]:
        return [self[nama] for nama, _ in FAKTOR]

    def strategi(self) -> list[forms.BoundField]:
        return [self[nama] for nama, *_ in STRATEGI]
