"""What is asked about a picture: its files, then its words, its place and its width."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from lkjip.halaman.gambar_laporan import KelompokBagian
from lkjip.laporan.olah_gambar import GAMBAR_MB

_TERIMA = {"accept": "image/png,image/jpeg,image/webp"}
MAKS_SEKALI = 20


class _BanyakBerkas(forms.FileInput):
    allow_multiple_selected = True


class _BidangBanyakBerkas(forms.FileField):
    """All files of the field; each is looked at by itself when it is drawn anew."""

    widget = _BanyakBerkas

    def clean(self, data: Any, initial: Any = None) -> Any:
        daftar = list(data or [])
        if len(daftar) > MAKS_SEKALI:
            raise forms.ValidationError(f"Sekali unggah paling banyak {MAKS_SEKALI} gambar.")
        return [super(_BidangBanyakBerkas, self).clean(satu, initial) for satu in daftar or [None]]


def _periksa_ukuran(berkas: UploadedFile[bytes]) -> UploadedFile[bytes]:
    if (berkas.size or 0) > GAMBAR_MB * 1024 * 1024:
        raise forms.ValidationError(
            f"{berkas.name}: lebih besar dari {GAMBAR_MB} MB. Perkecil gambarnya, lalu unggah lagi."
        )
    return berkas


def _pilihan(daftar: Sequence[KelompokBagian]) -> list[tuple[str, Any]]:
    return [("", "Pilih bagian laporan"), *((kelompok.judul, list(kelompok.daftar)) for kelompok in daftar)]


class UnggahForm(forms.Form):
    """One or several files for one section."""

    berkas = _BidangBanyakBerkas(
        label="Berkas gambar",
        help_text=f"JPEG, PNG, atau WebP, paling besar {GAMBAR_MB} MB tiap gambar; boleh beberapa sekaligus.",
        widget=_BanyakBerkas(attrs=dict(_TERIMA)),
        error_messages={"required": "Pilih berkas gambarnya lebih dulu.", "empty": "Berkas ini kosong."},
    )
    bagian = forms.ChoiceField(
        label="Bagian laporan", error_messages={"required": "Pilih bagian laporan tempat gambar ini."}
    )
    sumber = forms.CharField(label="Sumber", max_length=300, required=False, help_text="Misalnya: Dokumentasi Bidang.")

    def __init__(self, *args: Any, pilihan: Sequence[KelompokBagian] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bagian"].choices = _pilihan(pilihan)  # type: ignore[attr-defined]

    def clean_berkas(self) -> list[UploadedFile[bytes]]:
        return [_periksa_ukuran(satu) for satu in self.cleaned_data["berkas"]]


class GantiBerkasForm(forms.Form):
    """Another file for a picture."""

    berkas = forms.FileField(
        label="Berkas pengganti",
        widget=forms.FileInput(attrs=dict(_TERIMA)),
        error_messages={"required": "Pilih berkas gambarnya lebih dulu.", "empty": "Berkas ini kosong."},
    )

    def clean_berkas(self) -> UploadedFile[bytes]:
        return _periksa_ukuran(self.cleaned_data["berkas"])


class GambarForm(forms.Form):
    """All that is said about one picture."""

    judul = forms.CharField(
        label="Judul gambar",
        max_length=300,
        help_text="Tercetak di bawah gambar, sesudah nomornya yang tersusun sendiri.",
        error_messages={"required": "Isi judulnya; tanpa judul gambar tidak bernomor dan tidak dapat dirujuk."},
    )
    alt = forms.CharField(
        label="Uraian gambar",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Apa yang terlihat, untuk pembaca yang tidak dapat melihat gambarnya. Pembaca layar membacakannya, "
        "dan PDF laporan tidak memenuhi syarat aksesibilitas tanpa uraian ini.",
        error_messages={"required": "Uraikan apa yang terlihat, dengan satu atau dua kalimat."},
    )
    sumber = forms.CharField(label="Sumber", max_length=300, required=False)
    bagian = forms.ChoiceField(
        label="Bagian laporan", error_messages={"required": "Pilih bagian laporan tempat gambar ini."}
    )
    lebar_mm = forms.IntegerField(
        label="Lebar di kertas (mm)",
        required=False,
        min_value=10,
        max_value=300,
        help_text="Kosongkan untuk ukuran asli. Lebar teks halaman tegak 155 mm.",
        error_messages={"min_value": "Paling kecil 10 mm.", "max_value": "Paling besar 300 mm."},
    )
    nama = forms.SlugField(
        label="Nama singkat",
        max_length=60,
        help_text="Untuk merujuk atau menempatkan gambar di dalam teks: {gambar nama-singkat}.",
        error_messages={
            "required": "Isi nama singkatnya.",
            "invalid": "Pakai huruf, angka, tanda hubung, atau garis bawah saja, tanpa spasi.",
        },
    )

    def __init__(self, *args: Any, pilihan: Sequence[KelompokBagian] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bagian"].choices = _pilihan(pilihan)  # type: ignore[attr-defined]
