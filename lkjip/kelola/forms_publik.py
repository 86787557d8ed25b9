"""What the page about a pemda's public page sends."""

from __future__ import annotations

from django import forms


class HalamanPublikForm(forms.Form):
    alamat = forms.SlugField(
        label="Alamat",
        max_length=60,
        help_text="Huruf kecil, angka, dan tanda hubung. Mengganti alamat membuat tautan lama ke halaman ini putus.",
        error_messages={
            "required": "Tulis alamatnya.",
            "invalid": "Pakai huruf, angka, dan tanda hubung saja, misalnya provinsi-kalimantan-timur.",
        },
    )
    pengantar = forms.CharField(
        label="Pengantar (boleh kosong)",
        required=False,
        max_length=2000,
        help_text="Tampil di atas daftar dokumen; pisahkan paragraf dengan baris kosong.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_alamat(self) -> str:
        return str(self.cleaned_data["alamat"]).lower()
