"""Which late changes a page is asked for."""

from __future__ import annotations

from django import forms
from django.http import QueryDict

from lkjip.pemeriksaan.data_perubahan import DaftarPerubahan
from lkjip.pemeriksaan.halaman_perubahan import SaringanPerubahan, pilihan_jenis, pilihan_orang, pilihan_sesudah


class SaringPerubahanForm(forms.Form):
    sesudah = forms.ChoiceField(label="Sesudah", required=False)
    jenis = forms.ChoiceField(label="Jenis data", required=False)
    orang = forms.ChoiceField(label="Oleh", required=False)
    semua = forms.BooleanField(label="Tampilkan juga yang diambil kembali", required=False)

    def __init__(self, isi: QueryDict, daftar: DaftarPerubahan) -> None:
        super().__init__(isi)
        pilihan = {"sesudah": pilihan_sesudah(daftar), "jenis": pilihan_jenis(daftar), "orang": pilihan_orang(daftar)}
        for nama, daftar_pilihan in pilihan.items():
            kolom = self.fields[nama]
            assert isinstance(kolom, forms.ChoiceField)
            kolom.choices = [("", "Semua"), *daftar_pilihan]
            kolom.widget.attrs["class"] = "form-select"
        self.fields["semua"].widget.attrs["class"] = "form-check-input"

    def saringan(self) -> SaringanPerubahan:
        """A choice that there is not is no choice: an old link must not fail."""
        self.is_valid()
        isi = self.cleaned_data
        teks = {nama: isi.get(nama, "") for nama in ("sesudah", "jenis", "orang")}
        return SaringanPerubahan(**teks, semua=bool(isi.get("semua")))
