"""What the page of the LHE asks."""

from __future__ import annotations

from django import forms

from lkjip.laporan.data_lhe import BentukLhe
from lkjip.laporan.data_tema import Kertas

NAMA_BENTUK_LHE = {BentukLhe.SURAT: "Surat", BentukLhe.LAPORAN: "Laporan singkat"}


class NomorLheForm(forms.Form):
    nomor = forms.CharField(label="Nomor LHE", max_length=200, required=False)
    tanggal = forms.DateField(
        label="Tanggal LHE", required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Tulis tanggal seperti 2024-05-22."},
    )  # fmt: skip


class BentukLheForm(forms.Form):
    """Which form and paper, from the address; what it does not know is the letter on A4."""

    susunan = forms.ChoiceField(
        label="Bentuk", choices=[(b.value, nama) for b, nama in NAMA_BENTUK_LHE.items()], required=False
    )
    kertas = forms.ChoiceField(label="Kertas", choices=[(k.value, k.value.upper()) for k in Kertas], required=False)

    def susunan_pilihan(self) -> BentukLhe:
        self.is_valid()
        return BentukLhe(self.cleaned_data.get("susunan") or BentukLhe.SURAT)

    def kertas_pilihan(self) -> Kertas:
        self.is_valid()
        return Kertas(self.cleaned_data.get("kertas") or Kertas.A4)
