"""What the evaluators' desk is asked for by its address."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.data_evaluasi import TahapEvaluasi
from kinerja.data_meja import BELUM_DIBUKA
from lkjip.evaluasi.halaman_alur import SEBUTAN_TAHAP

PILIHAN_TAHAP = [
    ("", "Semua tahap"),
    (BELUM_DIBUKA, "Belum dibuka"),
    *((t.value, SEBUTAN_TAHAP[t]) for t in TahapEvaluasi),
]


class MejaForm(forms.Form):
    """A filter; what cannot be read counts as not asked for."""

    pemda = forms.IntegerField(required=False, min_value=1, max_value=2**31)
    tahun = forms.IntegerField(required=False, min_value=1900, max_value=2200)
    cari = forms.CharField(required=False, max_length=100)
    tahap = forms.ChoiceField(required=False, choices=PILIHAN_TAHAP)
    menunggu = forms.BooleanField(required=False)

    def isi(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data
