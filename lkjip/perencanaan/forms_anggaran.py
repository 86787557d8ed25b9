"""What the budget pages of the plan send: a new row, what a row serves, a version of the DPA, a row of spending."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms

from anggaran.data import KeteranganPenunjang
from anggaran.data_rekening import NAMA_REKENING
from anggaran.services_kaitan import IsiKaitan
from lkjip.dasar.hitungan import SERATUS
from lkjip.dasar.isian import IsianTakTerbaca, JenisIsian, baca_isian, ringkas_teks
from lkjip.kolom import label_pilihan
from renstra.data import Versi
from renstra.models import Indikator

Pilihan = Sequence[tuple[str, str]]
_KOTAK, _PILIH = {"class": "form-control"}, {"class": "form-select"}
_WAJIB = {"required": "Wajib diisi."}


class SebarisField(forms.CharField):
    """Text of one line, as the grids read it: whatever is sent, no line breaks."""

    def to_python(self, value: Any) -> str:
        return ringkas_teks(super().to_python(value) or "")


class IsianField(forms.CharField):
    """What people type, read as the fields of the grids read it: `1.234.567`, `Rp1.000,-`, `62,5`."""

    def __init__(self, jenis: JenisIsian, **lain: Any) -> None:
        self.jenis = jenis
        petunjuk = {**_KOTAK, "inputmode": "decimal", "autocomplete": "off"}
        super().__init__(required=False, widget=forms.TextInput(attrs=petunjuk), **lain)

    def clean(self, value: Any) -> Any:
        try:
            return baca_isian(super().clean(value), self.jenis)
        except IsianTakTerbaca as galat:
            raise forms.ValidationError(str(galat)) from galat


class TambahBarisForm(forms.Form):
    """A program, kegiatan or subkegiatan; the rest of its columns is filled in on the pages that show them."""

    kode = SebarisField(
        max_length=100,
        label="Kode",
        error_messages=_WAJIB,
        widget=forms.TextInput(attrs={**_KOTAK, "list": "daftar-kode", "autocomplete": "off"}),
    )
    uraian = SebarisField(
        label="Uraian", error_messages=_WAJIB, widget=forms.TextInput(attrs={**_KOTAK, "autocomplete": "off"})
    )
    sasaran = forms.ChoiceField(label="Sasaran", required=False, widget=forms.Select(attrs=_PILIH))
    pagu_murni = IsianField(JenisIsian.UANG, label="Pagu murni (Rp)")

    def __init__(self, *args: Any, sasaran: Pilihan = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sasaran"].choices = [("", "– seperti induknya –"), *sasaran]  # type: ignore[attr-defined]

    def clean_pagu_murni(self) -> Decimal | None:
        nilai: Decimal | None = self.cleaned_data["pagu_murni"]
        if nilai is not None and nilai < 0:
            raise forms.ValidationError("Pagu tidak boleh negatif.")
        return nilai


class KaitanForm(forms.Form):
    """One indicator that a budget row serves; `porsi` in percent of the row's money."""

    penunjang = forms.IntegerField(required=False, widget=forms.HiddenInput)
    mendukung = forms.ChoiceField(label="Mendukung indikator", required=False, widget=forms.Select(attrs=_PILIH))
    porsi = IsianField(JenisIsian.ANGKA, label="Porsi uang (%)")
    keterangan = forms.ChoiceField(
        label="Keterangan",
        required=False,
        widget=forms.Select(attrs=_PILIH),
        choices=[("", "–"), *((k.value, label_pilihan(k.value)) for k in KeteranganPenunjang)],
    )
    indikator = forms.ChoiceField(label="Indikator keluaran", required=False, widget=forms.Select(attrs=_PILIH))
    capaian = IsianField(JenisIsian.ANGKA, label="Capaian (%)")

    def __init__(self, *args: Any, mendukung: Pilihan = (), keluaran: Pilihan = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mendukung"].choices = [("", "–"), *mendukung]  # type: ignore[attr-defined]
        self.fields["indikator"].choices = [("", "–"), *keluaran]  # type: ignore[attr-defined]

    @property
    def bersisi(self) -> bool:
        """Whether anything was chosen or typed: an empty last form is no link."""
        return any(self.cleaned_data.get(n) for n in ("mendukung", "indikator", "keterangan", "capaian", "porsi"))


class _SetKaitan(forms.BaseFormSet):  # type: ignore[type-arg]
    """All links of a row."""

    def kaitan(self, indikator: Mapping[str, Indikator]) -> list[IsiKaitan]:
        """What is wanted, without what is to be removed; `indikator` by pk as text."""
        isi = (f.cleaned_data for f in self.forms if f.bersisi and not f.cleaned_data.get("DELETE"))
        return [
            IsiKaitan(
                penunjang=satu["penunjang"],
                mendukung=indikator.get(satu["mendukung"]),
                indikator=indikator.get(satu["indikator"]),
                keterangan=satu["keterangan"],
                capaian=satu["capaian"],
                porsi=None if satu["porsi"] is None else satu["porsi"] / SERATUS,
            )
            for satu in isi
        ]


SetKaitan = forms.formset_factory(KaitanForm, formset=_SetKaitan, extra=1, can_delete=True, max_num=50)


def pilihan_indikator(daftar: Iterable[Indikator]) -> list[tuple[str, str]]:
    return [(str(i.pk), f"{i.kode} {i.uraian}"[:70]) for i in daftar]


class NamaRevisiForm(forms.Form):
    """How a version of the budget document is called; fields without a name of their own stay as they are."""

    nama = SebarisField(max_length=200, label="Nama versi", error_messages=_WAJIB, widget=forms.TextInput(attrs=_KOTAK))
    nomor = SebarisField(max_length=200, label="Nomor dokumen", required=False, widget=forms.TextInput(attrs=_KOTAK))
    tanggal = forms.DateField(
        label="Tanggal",
        required=False,
        widget=forms.DateInput(attrs={**_KOTAK, "type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Tanggal ini tidak terbaca. Tulis misalnya 2024-09-30."},
    )


class BukaRevisiForm(NamaRevisiForm):
    """A new version, and how the one in force now is called where it has no name yet."""

    versi = forms.ChoiceField(
        label="Mengubah",
        choices=[(Versi.MURNI.value, "Pagu murni (pergeseran sebelum perubahan APBD)"),
                 (Versi.PERUBAHAN.value, "Pagu perubahan (perubahan APBD dan sesudahnya)")],
        widget=forms.Select(attrs=_PILIH),
        error_messages=_WAJIB,
    )  # fmt: skip
    nama_kini = SebarisField(
        max_length=200,
        label="Nama versi yang berlaku sekarang",
        error_messages=_WAJIB,
        widget=forms.TextInput(attrs=_KOTAK),
    )

    def __init__(self, *args: Any, bernama: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["nama_kini", "nama", "versi", "nomor", "tanggal"])
        if bernama:
            del self.fields["nama_kini"]

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        if isi.get("nama_kini") and isi.get("nama_kini") == isi.get("nama"):
            raise forms.ValidationError("Versi baru perlu nama yang lain daripada versi yang berlaku sekarang.")
        return isi


class TambahBelanjaForm(forms.Form):
    """A standard jenis of spending, or a kode of one's own."""

    baku = forms.ChoiceField(
        label="Jenis belanja baku",
        required=False,
        widget=forms.Select(attrs=_PILIH),
        choices=[("", "– kode sendiri –"), *((kode, f"{kode} {nama}") for kode, nama in NAMA_REKENING.items())],
    )
    kode = SebarisField(max_length=100, label="Kode sendiri", required=False, widget=forms.TextInput(attrs=_KOTAK))
    uraian = SebarisField(label="Uraian", required=False, widget=forms.TextInput(attrs=_KOTAK))
    induk = forms.ChoiceField(label="Di bawah", required=False, widget=forms.Select(attrs=_PILIH))

    def __init__(self, *args: Any, induk: Pilihan = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["induk"].choices = [("", "– paling atas, atau menurut jenis baku –"), *induk]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        if bool(isi.get("baku")) == bool(isi.get("kode")):
            raise forms.ValidationError("Pilih jenis belanja baku, atau isi kode sendiri; salah satu saja.")
        return isi
