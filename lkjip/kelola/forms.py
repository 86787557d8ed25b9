"""What the pages of a pemda and of an agency's profile send."""

from __future__ import annotations

import copy
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.files.uploadedfile import UploadedFile

from lkjip.dasar.butir import ButirDitolak, baca_butir, tulis_butir
from lkjip.dasar.isian import ringkas_teks
from renstra.data import StatusPejabat
from renstra.data_pejabat import nip_wajar
from renstra.models import Instansi
from renstra.simpanan_logo import LOGO_MB

_TANGGAL = {"invalid": "Tanggal ini tidak dikenal."}
# What a perencana of the whole agency may change of its profile; the rest is the pengelola's.
KOLOM_PERENCANA = ("tempat", "alamat", "kode_pos", "telepon", "surel", "laman", "tugas", "fungsi")
_SEBARIS = ("kode", "nama", "singkatan", "jabatan_kepala", "tempat")  # which years and workbooks take over
KOLOM_PENGELOLA = ("kode", "nama", "singkatan", "jabatan_kepala", *KOLOM_PERENCANA)


def tanggal_field(label: str, *, wajib: str = "", bantuan: str = "") -> forms.DateField:
    """`wajib`: what to say where it is empty; '': it may be."""
    return forms.DateField(
        label=label,
        required=bool(wajib),
        help_text=bantuan,
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages=_TANGGAL | {"required": wajib},
    )


def susunan(tombol: str) -> FormHelper:
    """The layout of a form with one button."""
    hasil = FormHelper()
    hasil.add_input(Submit("", tombol, css_class="btn btn-primary"))
    return hasil


class ProfilForm(forms.ModelForm):  # type: ignore[type-arg]
    """The identity of an agency; without `penuh` only what its perencana may change."""

    setuju_kode = forms.BooleanField(required=False, label="Ya, ganti kode instansi ini")

    class Meta:
        model = Instansi
        fields = KOLOM_PENGELOLA
        widgets = {
            **{nama: forms.TextInput() for nama in ("nama", "jabatan_kepala")},
            **{nama: forms.Textarea(attrs={"rows": baris}) for nama, baris in (("alamat", 2), ("tugas", 3))},
            "fungsi": forms.Textarea(attrs={"rows": 6}),
        }
        help_texts = {
            "kode": "Kode ini ada di alamat halaman instansi dan di buku kerjanya, misalnya BKD-KALTIM. Bila diganti, "
            "tautan lama tidak berlaku dan buku kerja lama diimpor sebagai instansi lain.",
            "fungsi": "Satu fungsi per baris; nomor dan tanda butir dari Word dibuang sendiri.",
            "jabatan_kepala": "Misalnya: Kepala Badan Kepegawaian Daerah.",
        }

    def __init__(self, kiriman: Any, *, penuh: bool, instance: Instansi, tombol: str) -> None:
        super().__init__(kiriman, instance=copy.copy(instance))  # what was typed must not show as stored
        self._kode_lama = instance.kode
        boleh = {*KOLOM_PENGELOLA, "setuju_kode"} if penuh else set(KOLOM_PERENCANA)
        for nama in set(self.fields) - boleh:
            del self.fields[nama]
        if "nama" in self.fields:
            self.fields["nama"].required = True
            self.fields["nama"].error_messages["required"] = "Isi nama instansinya."
            self.fields["kode"].error_messages["required"] = "Isi kode instansinya."
        if not self._kode_lama:
            self.fields.pop("setuju_kode", None)
        self.helper = susunan(tombol)

    def clean_fungsi(self) -> str:
        """One a line, without the bullets and numbers that come along with a paste."""
        try:
            return tulis_butir(baca_butir(self.cleaned_data["fungsi"]))
        except ButirDitolak as galat:
            raise forms.ValidationError(str(galat)) from galat

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or self.cleaned_data
        isi |= {n: ringkas_teks(isi[n]) for n in _SEBARIS if n in isi}
        ganti = self._kode_lama and isi.get("kode", self._kode_lama) != self._kode_lama
        if ganti and not isi.get("setuju_kode"):
            self.add_error("setuju_kode", "Kode akan diganti: centang ini bila memang itu maksud Anda.")
        return isi

    def isi(self) -> dict[str, Any]:
        """The columns, for the service."""
        return {nama: nilai for nama, nilai in self.cleaned_data.items() if nama != "setuju_kode"}


class LogoForm(forms.Form):
    """A picture to become a logo; what is inside it is looked at by `renstra.simpanan_logo`."""

    berkas = forms.FileField(
        label="Berkas logo",
        help_text=f"PNG, JPEG, atau WebP, paling besar {LOGO_MB} MB. Latar bening (PNG) paling baik di kop surat.",
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
        error_messages={"required": "Pilih berkas logonya lebih dulu.", "empty": "Berkas ini kosong."},
    )

    def clean_berkas(self) -> UploadedFile[bytes]:
        berkas: UploadedFile[bytes] = self.cleaned_data["berkas"]
        if (berkas.size or 0) > LOGO_MB * 1024 * 1024:
            raise forms.ValidationError(f"Berkas logo lebih besar dari {LOGO_MB} MB. Perkecil dulu gambarnya.")
        return berkas


class PejabatForm(forms.Form):
    """A term of office. `akhiri`: only where it is a new one."""

    status = forms.ChoiceField(
        label="Status",
        choices=[
            (StatusPejabat.DEFINITIF, "Definitif"),
            (StatusPejabat.PLT, "Plt. (pelaksana tugas, jabatan kosong)"),
            (StatusPejabat.PLH, "Plh. (pelaksana harian, pejabat berhalangan)"),
            (StatusPejabat.PJ, "Pj. (penjabat)"),
        ],
        initial=StatusPejabat.DEFINITIF,
    )
    jabatan = forms.CharField(
        label="Jabatan",
        max_length=300,
        help_text="Tanpa Plt., Plh., atau Pj.; itu ditambahkan sendiri menurut statusnya.",
        error_messages={"required": "Isi nama jabatannya."},
    )
    nama = forms.CharField(label="Nama dan gelar", max_length=200, error_messages={"required": "Isi nama pejabatnya."})
    nip = forms.CharField(
        label="NIP",
        max_length=30,
        required=False,
        help_text="18 angka, dengan atau tanpa spasi. Kosongkan bila tidak ada.",
    )
    pangkat = forms.CharField(
        label="Pangkat (golongan)",
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"list": "daftar-pangkat"}),
    )
    mulai = tanggal_field("Mulai menjabat", wajib="Isi tanggal mulai menjabat.")
    sampai = tanggal_field("Sampai dengan", bantuan="Hari terakhir menjabat. Kosongkan bila belum berakhir.")
    akhiri = forms.BooleanField(
        label="Akhiri masa jabatan pejabat definitif sebelumnya sehari sebelumnya", required=False
    )

    def __init__(self, *args: Any, baru: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not baru:
            del self.fields["akhiri"]
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean(self) -> dict[str, Any]:
        mulai, sampai = self.cleaned_data.get("mulai"), self.cleaned_data.get("sampai")
        if mulai and sampai and sampai < mulai:
            self.add_error("sampai", "Masa jabatan berakhir sebelum dimulai.")
        return self.cleaned_data

    def isi(self) -> dict[str, Any]:
        """The columns, for the service; what is text is of one line."""
        isi = {nama: nilai for nama, nilai in self.cleaned_data.items() if nama != "akhiri"}
        return {nama: ringkas_teks(nilai) if isinstance(nilai, str) else nilai for nama, nilai in isi.items()}

    def peringatan(self) -> str:
        """What looks odd, and is stored all the same."""
        if nip_wajar(self.cleaned_data.get("nip", "")):
            return ""
        return "NIP ini tidak terdiri dari 18 angka. Tetap disimpan; periksa sekali lagi."
