"""What the address of the page of all agencies' findings may ask for; what it does not understand it leaves out."""

from __future__ import annotations

from typing import Any

from django import forms

from lkjip.pemeriksaan.data import Tingkat
from lkjip.pemeriksaan.data_katalog import KATALOG
from lkjip.pemeriksaan.halaman_statistik import PILIHAN_KELOMPOK, SaringStatistik

_MAKS_PK = 2**31 - 1


class StatistikForm(forms.Form):
    pemda = forms.IntegerField(required=False, min_value=1, max_value=_MAKS_PK)
    tahun = forms.IntegerField(required=False, min_value=1900, max_value=2200)
    kelompok = forms.ChoiceField(label="Kelompok aturan", required=False, choices=list(PILIHAN_KELOMPOK.items()))
    tingkat = forms.ChoiceField(
        label="Tingkat", required=False, choices=[("", "Semua"), *((t.value, t.value.capitalize()) for t in Tingkat)]
    )
    aturan = forms.ChoiceField(
        label="Aturan", required=False, choices=[("", "Semua"), *((k.id, f"{k.id} {k.nama}") for k in KATALOG.values())]
    )

    def __init__(self, isi: Any) -> None:
        super().__init__(isi)
        self.is_valid()

    @property
    def saring(self) -> SaringStatistik:
        isi = self.cleaned_data
        tingkat = Tingkat(isi["tingkat"]) if isi.get("tingkat") else None
        return SaringStatistik(isi.get("kelompok") or "", tingkat, isi.get("aturan") or "")

    @property
    def daftar_pilihan(self) -> list[tuple[forms.BoundField, list[tuple[str, str]], str]]:
        """The lists to choose from, with what is chosen."""
        nama = ("kelompok", "tingkat", "aturan")
        return [(self[n], list(self.fields[n].choices), self.cleaned_data.get(n) or "") for n in nama]  # type: ignore[attr-defined]
