"""Forms of the verification page: a code as somebody reads it from paper, or the file itself."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from lkjip.laporan.data_terbitan import baca_kode

KODE_SALAH = "Kode verifikasi terdiri dari 12 huruf dan angka, misalnya K7QM-3XTF-9R2P. Periksa lagi ketikannya."


class KodeForm(forms.Form):
    kode = forms.CharField(
        label="Kode verifikasi",
        max_length=40,
        widget=forms.TextInput(
            attrs={"class": "form-control kode", "autocomplete": "off", "autocapitalize": "characters",
                   "spellcheck": "false", "placeholder": "XXXX-XXXX-XXXX", "aria-describedby": "id_kode_bantuan"}
        ),
        error_messages={"required": "Ketik kode verifikasi lebih dulu.", "max_length": KODE_SALAH},
    )  # fmt: skip

    def clean_kode(self) -> str:
        """The code without dashes."""
        kode = baca_kode(self.cleaned_data["kode"])
        if not kode:
            raise forms.ValidationError(KODE_SALAH)
        return kode


class BerkasForm(forms.Form):
    """The file is judged by what is in it, so its name and type do not matter here."""

    berkas = forms.FileField(
        label="Berkas PDF",
        allow_empty_file=True,
        widget=forms.ClearableFileInput(
            attrs={"class": "form-control", "accept": ".pdf,application/pdf", "aria-describedby": "id_berkas_bantuan"}
        ),
        error_messages={"required": "Pilih berkas PDF lebih dulu."},
    )

    def clean_berkas(self) -> UploadedFile[bytes]:
        berkas: UploadedFile[bytes] = self.cleaned_data["berkas"]
        if (berkas.size or 0) > settings.VERIFIKASI_MB * 1024 * 1024:
            raise forms.ValidationError(f"Berkas lebih besar dari {settings.VERIFIKASI_MB} MB, jadi tidak diperiksa.")
        return berkas
