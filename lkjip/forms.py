"""Forms of the site: the filter of the list of agencies, the upload of a workbook."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile


class SaringInstansiForm(forms.Form):
    cari = forms.CharField(required=False, max_length=200, strip=True)
    pemda = forms.IntegerField(required=False, min_value=1)


class UnggahBukuForm(forms.Form):
    """One .xlsx file of bearable size. What it holds is judged by the reader, not here."""

    berkas = forms.FileField(
        label="Buku kerja (.xlsx)",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        error_messages={
            "required": "Pilih berkas buku kerja lebih dulu.",
            "empty": "Berkas ini kosong. Simpan ulang dari Excel, lalu unggah lagi.",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[
            "berkas"
        ].help_text = f"Paling besar {settings.BATAS_UNGGAH_MB} MB. Berkas diperiksa dulu; belum ada yang disimpan."
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Periksa berkas", css_class="btn btn-primary"))

    def clean_berkas(self) -> UploadedFile[bytes]:
        berkas: UploadedFile[bytes] = self.cleaned_data["berkas"]
        if PurePath(berkas.name or "").suffix.lower() != ".xlsx":
            raise forms.ValidationError(
                "Berkas harus .xlsx. Di Excel pilih Simpan Sebagai, lalu Buku Kerja Excel (.xlsx)."
            )
        if (berkas.size or 0) > settings.BATAS_UNGGAH_MB * 1024 * 1024:
            raise forms.ValidationError(
                f"Berkas lebih besar dari {settings.BATAS_UNGGAH_MB} MB. Hapus gambar atau lembar tambahan."
            )
        return berkas
