"""What the page of an agency's units sends, action by action."""

from __future__ import annotations

from django import forms

WAJIB = {"required": "Isi namanya lebih dulu."}


class TambahUnitForm(forms.Form):
    nama = forms.CharField(max_length=200, error_messages={**WAJIB, "max_length": "Nama unit paling banyak 200 huruf."})


class GantiUnitForm(TambahUnitForm):
    unit = forms.IntegerField()


class HapusUnitForm(forms.Form):
    unit = forms.IntegerField()


class TambahSebutanForm(forms.Form):
    unit = forms.IntegerField(error_messages={"required": "Pilih unitnya lebih dulu.", "invalid": "Pilih unitnya."})
    sebutan = forms.CharField(
        max_length=400, error_messages={**WAJIB, "max_length": "Sebutan paling banyak 400 huruf."}
    )


class HapusSebutanForm(forms.Form):
    sebutan = forms.IntegerField()


class PenugasanForm(forms.Form):
    """`daftar_unit` empty: the user works on the whole agency, which has to be said (`semua`)."""

    penugasan = forms.IntegerField()
    semua = forms.BooleanField(required=False)
    daftar_unit = forms.TypedMultipleChoiceField(required=False, coerce=int)

    def __init__(self, kiriman: object, daftar_unit: list[int]) -> None:
        super().__init__(kiriman)  # type: ignore[arg-type]
        self.fields["daftar_unit"].choices = [(pk, str(pk)) for pk in daftar_unit]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        isi = self.cleaned_data
        if not isi.get("semua") and not isi.get("daftar_unit"):
            raise forms.ValidationError("Pilih sedikitnya satu unit, atau pilih “seluruh instansi”.")
        if isi.get("semua") and isi.get("daftar_unit"):
            raise forms.ValidationError("Pilih “seluruh instansi” atau unit tertentu, tidak keduanya.")
        return isi
