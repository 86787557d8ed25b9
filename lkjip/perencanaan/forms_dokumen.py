"""The form of a sheet of a Perjanjian Kinerja: who signs, where and when, and why it was revised."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms

from lkjip.laporan.isi import Kertas
from renstra.data import Versi
from renstra.models import Instansi, LembarPerjanjian, UnitKerja
from renstra.selectors_perjanjian import calon_kedua, calon_pertama
from renstra.services_perjanjian import KOLOM_LEMBAR

_MENURUT_JABATAN = "Yang menjabat pada tanggal itu"


class LembarForm(forms.ModelForm):  # type: ignore[type-arg]
    """Only officials of the posts that sign this sheet can be chosen."""

    class Meta:
        model = LembarPerjanjian
        fields = KOLOM_LEMBAR
        widgets = {
            "tanggal": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "alasan": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, instansi: Instansi, unit: UnitKerja | None, versi: Versi, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, daftar in (
            ("pihak_pertama", calon_pertama(instansi, unit)),
            ("pihak_kedua", calon_kedua(instansi, unit)),
        ):
            kolom = self.fields[nama]
            assert isinstance(kolom, forms.ModelChoiceField)
            kolom.queryset, kolom.empty_label = daftar, _MENURUT_JABATAN
        self.fields["tempat"].widget.attrs["placeholder"] = "Tempat instansi"
        self.fields["tanggal"].help_text = "Kosongkan bila belum ditandatangani; pada lembar tercetak titik-titik."
        if versi is Versi.MURNI:
            del self.fields["alasan"]
        else:
            self.fields["alasan"].help_text = "Mengapa Perjanjian Kinerja diubah. Tidak ikut tercetak."
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Simpan lembar", css_class="btn btn-primary"))


class KertasForm(forms.Form):
    """On which paper a document is written."""

    kertas = forms.ChoiceField(choices=[(k.value, k.value) for k in Kertas], required=False)

    def pilihan(self) -> Kertas:
        """The paper asked for; A4 where none is."""
        return Kertas(self.cleaned_data["kertas"]) if self.is_valid() and self.cleaned_data["kertas"] else Kertas.A4
