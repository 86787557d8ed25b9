"""What the money page sends: its fields, the buttons beside them, and the steps of an import."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import PurePath
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from lkjip.halaman.pengisian_anggaran import JENIS_KOLOM
from lkjip.pengisian.berkas_anggaran import AKHIRAN
from lkjip.pengisian.data_pencocokan import REALISASI, BentukBerkas
from lkjip.pengisian.forms import Kiriman, baca_kiriman

KOSONGKAN = "kosongkan"  # the button "Pakai jumlah anak" names the field that it clears
AWALAN_PILIH = "pilih-"  # after a conflict, which of the two values is to stay
PAKAI_TERSIMPAN = "tersimpan"
PANJANG_AWALAN = 40


def baca_kiriman_uang(kiriman: QueryDict, daftar_pk: Collection[int]) -> Kiriman:
    """The fields that were changed. A conflict that was answered with the stored value changes nothing."""
    isi = kiriman.copy()
    if dikosongkan := kiriman.get(KOSONGKAN):
        isi[dikosongkan] = ""
    for nama in kiriman:
        if nama.startswith(AWALAN_PILIH) and kiriman[nama] == PAKAI_TERSIMPAN:
            isi.pop(nama.removeprefix(AWALAN_PILIH), None)
    return baca_kiriman(isi, JENIS_KOLOM, daftar_pk)


class UnggahAnggaranForm(forms.Form):
    """One file of bearable size; what it holds is judged by the reader, not here."""

    berkas = forms.FileField(
        label="Berkas dari sistem anggaran (.xlsx atau .csv)",
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(AKHIRAN)}),
        error_messages={
            "required": "Pilih berkasnya lebih dulu.",
            "empty": "Berkas ini kosong. Ekspor ulang dari sistem anggaran, lalu unggah lagi.",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["berkas"].help_text = f"Paling besar {settings.BATAS_UNGGAH_MB} MB. Belum ada yang disimpan."
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Lanjut: cocokkan kolom", css_class="btn btn-primary"))

    def clean_berkas(self) -> UploadedFile[bytes]:
        berkas: UploadedFile[bytes] = self.cleaned_data["berkas"]
        if akhiran(berkas) not in AKHIRAN:
            raise forms.ValidationError("Berkas harus .xlsx atau .csv. Di Excel pilih Simpan Sebagai, lalu .xlsx.")
        if (berkas.size or 0) > settings.BATAS_UNGGAH_MB * 1024 * 1024:
            raise forms.ValidationError(f"Berkas lebih besar dari {settings.BATAS_UNGGAH_MB} MB.")
        return berkas


def akhiran(berkas: UploadedFile[bytes]) -> str:
    return PurePath(berkas.name or "").suffix.lower()


class KolomAnggaranForm(forms.Form):
    """Which column of the chosen sheet holds what; `pilihan`: number of each column and how it is called."""

    awalan = forms.CharField(required=False, max_length=PANJANG_AWALAN, strip=True, label="Awalan kode yang dibuang")

    def __init__(
        self, *args: Any, pilihan: Sequence[tuple[int, str]], bentuk: BentukBerkas = REALISASI, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.bentuk = bentuk
        for peran, nama in bentuk.peran.items():
            wajib = peran in bentuk.wajib
            self.fields[peran] = forms.TypedChoiceField(
                label=f"Kolom {nama.lower()}",
                choices=[("", "– pilih –" if wajib else "– tidak ada –"), *pilihan],
                coerce=int,
                empty_value=None,
                required=wajib,
                error_messages={"required": f"Pilih kolom yang memuat {nama.lower()}."},
                widget=forms.Select(attrs={"class": "form-select"}),
            )
        self.fields["awalan"].widget.attrs["class"] = "form-control"
        self.order_fields([*bentuk.peran, "awalan"])

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        dipilih = list(self._kolom(isi).values())
        if len(set(dipilih)) < len(dipilih):
            raise forms.ValidationError("Satu kolom tidak dapat dipakai untuk dua hal. Periksa pilihannya.")
        return isi

    def _kolom(self, isi: dict[str, Any]) -> dict[str, int]:
        return {peran: isi[peran] for peran in self.bentuk.peran if isi.get(peran)}

    @property
    def kolom(self) -> dict[str, int]:
        return self._kolom(self.cleaned_data)
