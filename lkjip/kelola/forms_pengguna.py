"""What the pages about users send: the filter of the list, an invitation, a term, units."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS

from lkjip.kelola.forms import tanggal_field
from lkjip.kelola.selectors_pengguna import KEADAAN
from lkjip.kelola.services_pengguna import PERAN_INSTANSI, PERAN_PEMDA, Undangan
from renstra.models import Instansi, Peran, UnitKerja

_PERAN = [(str(p), str(p.label)) for p in (*PERAN_INSTANSI, *PERAN_PEMDA)]


class SaringPenggunaForm(forms.Form):
    """A filter: what makes no sense is passed over."""

    cari = forms.CharField(required=False, max_length=200)
    instansi = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    peran = forms.ChoiceField(required=False, choices=[("", ""), *_PERAN])
    keadaan = forms.ChoiceField(required=False, choices=[("", ""), *KEADAAN.items()])

    def isi(self) -> dict[str, object]:
        self.is_valid()
        return dict(self.cleaned_data)


class UndangForm(forms.Form):
    """An invitation. `daftar_unit`: of the agency chosen so far; others can be set on the user's page later."""

    nama = forms.CharField(label="Nama lengkap", max_length=200, error_messages={"required": "Isi nama lengkapnya."})
    email = forms.EmailField(
        label="Alamat surel", error_messages={"required": "Isi alamat surelnya; undangan dikirim ke sana."}
    )
    username = forms.CharField(
        label="Nama pengguna",
        max_length=150,
        required=False,
        help_text="Untuk masuk, misalnya NIP. Kosongkan bila sama dengan alamat surel.",
    )
    peran = forms.ChoiceField(label="Peran", choices=_PERAN, error_messages={"required": "Pilih perannya."})
    instansi = forms.ChoiceField(
        label="Instansi",
        required=False,
        help_text="Perencana, verifikator, dan kepala bekerja di satu instansi. Inspektorat dan pengelola untuk "
        "seluruh pemerintah daerah: kosongkan.",
    )
    daftar_unit = forms.TypedMultipleChoiceField(
        label="Batasi pada unit", required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    dari = tanggal_field("Berlaku dari", bantuan="Kosongkan bila berlaku sejak sekarang.")
    sampai = tanggal_field("Berlaku sampai", bantuan="Hari terakhir. Kosongkan bila tidak dibatasi.")
    akun_ada = forms.BooleanField(label="Tambahkan ke akun yang sudah ada", required=False)

    def __init__(
        self, *args: Any, daftar_instansi: Sequence[Instansi], daftar_unit: Sequence[UnitKerja], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._instansi = {str(i.pk): i for i in daftar_instansi}
        pilihan = [(pk, str(i)) for pk, i in self._instansi.items()]
        self.fields["instansi"].choices = [("", "Seluruh pemerintah daerah (inspektorat, pengelola)"), *pilihan]  # type: ignore[attr-defined]
        self.fields["daftar_unit"].choices = [(u.pk, u.nama) for u in daftar_unit]  # type: ignore[attr-defined]
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean(self) -> dict[str, Any]:
        isi = self.cleaned_data
        peran, instansi = isi.get("peran"), isi.get("instansi")
        if peran in PERAN_INSTANSI and not instansi and "instansi" not in self.errors:
            self.add_error("instansi", "Pilih instansi untuk peran ini.")
        if peran in PERAN_PEMDA and instansi:
            self.add_error("instansi", "Peran ini untuk seluruh pemerintah daerah: kosongkan instansinya.")
        if isi.get("daftar_unit") and peran != Peran.PERENCANA:
            self.add_error("daftar_unit", "Hanya perencana yang dapat dibatasi pada unit.")
        if isi.get("dari") and isi.get("sampai") and isi["sampai"] < isi["dari"]:
            self.add_error("sampai", "Masa berlaku berakhir sebelum dimulai.")
        return isi

    def rapikan(self) -> None:
        """Before it is shown: ask about an existing account only where there is one."""
        if not self.has_error(NON_FIELD_ERRORS, "akun_ada") and not self.data.get("akun_ada"):
            del self.fields["akun_ada"]

    def undangan(self) -> Undangan:
        isi = dict(self.cleaned_data)
        return Undangan(**{**isi, "instansi": self._instansi.get(isi["instansi"])})


class MasaForm(forms.Form):
    """From when to when an assignment holds."""

    penugasan = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    dari = tanggal_field("Berlaku dari")
    sampai = tanggal_field("Berlaku sampai")


class UnitForm(forms.Form):
    """The units to which an assignment is limited; none: the whole agency."""

    penugasan = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    daftar_unit = forms.TypedMultipleChoiceField(required=False, coerce=int)

    def __init__(self, kiriman: Any, daftar_unit: Sequence[UnitKerja]) -> None:
        super().__init__(kiriman)
        self.fields["daftar_unit"].choices = [(u.pk, u.nama) for u in daftar_unit]  # type: ignore[attr-defined]
