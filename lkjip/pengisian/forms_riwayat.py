"""What is asked of the history of a quarter: which changes, and which moment."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django import forms
from django.core.validators import MinValueValidator
from django.http import QueryDict
from django.utils import timezone

from lkjip.halaman.riwayat import NAMA_JENIS
from lkjip.pengisian.selectors_riwayat import Saringan

_PALING_LAMA = date(1945, 8, 17)  # a moment near the year 1 cannot even be asked of a database
_MENIT = timedelta(minutes=1) - timedelta(microseconds=1)


class SaringanForm(forms.Form):
    orang = forms.ChoiceField(label="Orang", required=False)
    jalan = forms.ChoiceField(label="Jalan", required=False)
    jenis = forms.ChoiceField(label="Jenis isian", required=False, choices=[("", "Semua"), *NAMA_JENIS.items()])

    def __init__(
        self, isi: dict[str, str], pilihan_orang: list[tuple[str, str]], pilihan_jalan: list[tuple[str, str]]
    ) -> None:
        super().__init__(isi)
        for nama, pilihan in (("orang", pilihan_orang), ("jalan", pilihan_jalan)):
            kolom = self.fields[nama]
            assert isinstance(kolom, forms.ChoiceField)
            kolom.choices = [("", "Semua"), *pilihan]
        for kolom in self.fields.values():
            kolom.widget.attrs["class"] = "form-select"

    def saringan(self) -> Saringan:
        """A choice that there is not is no choice: an old link must not fail."""
        self.is_valid()
        return Saringan(**{nama: self.cleaned_data.get(nama, "") for nama in self.fields})


class KeadaanForm(forms.Form):
    """A day, and a time of it; without a time the end of the day, and today the present moment."""

    tanggal = forms.DateField(
        label="Tanggal",
        validators=[MinValueValidator(_PALING_LAMA, "Tanggal ini terlalu lama.")],
        error_messages={"invalid": "Tulis tanggal, misalnya 12-04-2024.", "required": "Pilih tanggalnya."},
        widget=forms.DateInput(attrs={"type": "date", "class": "form-control"}, format="%Y-%m-%d"),
    )
    jam = forms.TimeField(
        label="Jam (boleh kosong)",
        required=False,
        error_messages={"invalid": "Tulis jam, misalnya 14:30."},
        widget=forms.TimeInput(attrs={"type": "time", "class": "form-control"}, format="%H:%M"),
    )

    def __init__(self, isi: QueryDict | None = None, *, kini: datetime) -> None:
        super().__init__(isi)
        self._kini = kini

    def clean(self) -> dict[str, object]:
        isi = super().clean() or {}
        if not self.errors:
            kini, jam = self._kini, isi["jam"]
            saat = timezone.make_aware(datetime.combine(isi["tanggal"], jam or time.max))
            hari_ini = isi["tanggal"] == timezone.localdate(kini)
            if saat > kini and not (hari_ini and jam is None):
                self.add_error(None, "Saat itu belum tiba. Pilih tanggal dan jam yang sudah lewat.")
            isi["saat"] = min(saat + _MENIT if jam else saat, kini)
        return isi
