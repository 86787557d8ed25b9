"""What the pages of a reviu send."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.data_reviu import SimpulanReviu
from kinerja.services_reviu import MAKS_HURUF
from lkjip.reviu.halaman import NAMA_SIMPULAN

_SALAH_TANGGAL = {"required": "Isi tanggalnya.", "invalid": "Tulis tanggal yang sah."}


def _kotak(baris: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": baris, "class": "form-control", "maxlength": MAKS_HURUF})


def _tanggal(label: str) -> forms.DateField:
    kotak = forms.DateInput(attrs={"type": "date", "class": "form-control"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=kotak, error_messages=_SALAH_TANGGAL)


def _nomor(label: str) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=200, strip=True, widget=forms.TextInput(attrs={"class": "form-control"}),
        error_messages={"required": "Isi nomornya.", "max_length": "Nomor paling panjang 200 huruf."},
    )  # fmt: skip


class MulaiReviuForm(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nomor_tugas"] = _nomor("Nomor surat tugas")
        self.fields["tanggal_tugas"] = _tanggal("Tanggal surat tugas")


class SelesaikanReviuForm(forms.Form):
    """What is missing in it, the service says together with all else that keeps the end back."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["simpulan"] = forms.ChoiceField(
            label="Simpulan", required=False, choices=[(s.value, nama) for s, nama in NAMA_SIMPULAN.items()],
            widget=forms.RadioSelect(attrs={"class": "form-check-input"}),
        )  # fmt: skip
        self.fields["pengecualian"] = forms.CharField(
            label="Pengecualian", required=False, widget=_kotak(4), max_length=MAKS_HURUF,
            help_text="Satu hal satu baris. Dicetak dalam pernyataan.",
        )  # fmt: skip
        self.fields["saran"] = forms.CharField(
            label="Saran perbaikan", required=False, widget=_kotak(4), max_length=MAKS_HURUF,
            help_text="Satu saran satu baris. Dicetak dalam catatan hasil reviu.",
        )  # fmt: skip
        self.fields["nomor_surat"] = _nomor("Nomor catatan hasil reviu")
        self.fields["tanggal_surat"] = _tanggal("Tanggal pernyataan")
        for nama in ("nomor_surat", "tanggal_surat"):
            self.fields[nama].required = False

    @property
    def simpulan(self) -> SimpulanReviu | None:
        """As chosen; None where nothing was."""
        isi = self.cleaned_data.get("simpulan")
        return SimpulanReviu(isi) if isi else None
