"""Forms around a quarter: a step with its note and remarks, an answer, more time, the rules of a pemda."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms

from kinerja.data_pengisian import AturanPengisian as DataAturan
from kinerja.models import AturanPengisian
from kinerja.pintu import tenggat
from lkjip.dasar.periode import DAFTAR_TRIWULAN, tulis_tanggal
from renstra.models import Indikator

MAKS_CATATAN = 2_000
AWALAN_CATATAN = "catatan-"


def _catatan_field(*, wajib: str = "") -> forms.CharField:
    """`wajib`: what to say where it is empty; '': it may be."""
    panjang = f"Tulisan ini terlalu panjang; paling banyak {MAKS_CATATAN} huruf."
    pesan = {"max_length": panjang, "required": wajib}
    return forms.CharField(required=bool(wajib), max_length=MAKS_CATATAN, error_messages=pesan)


class LangkahForm(forms.Form):
    """The note of a step, and a remark (`catatan-<pk>`) at each indicator of the agency."""

    catatan = _catatan_field()

    def __init__(self, kiriman: Any, daftar_indikator: Mapping[str, Indikator]) -> None:
        super().__init__(kiriman)
        self._indikator = {f"{AWALAN_CATATAN}{i.pk}": i for i in daftar_indikator.values()}
        for nama in self._indikator:
            if nama in kiriman:
                self.fields[nama] = _catatan_field()

    def catatan_indikator(self) -> dict[Indikator, str]:
        return {i: self.cleaned_data[nama] for nama, i in self._indikator.items() if self.cleaned_data.get(nama)}

    def pesan(self) -> str:
        """The first thing that is wrong."""
        return next(str(daftar[0]) for daftar in self.errors.values())


class CatatanForm(forms.Form):
    """A remark at one indicator."""

    isi = _catatan_field(wajib="Tulis catatannya lebih dulu: apa yang perlu diperbaiki.")


class JawabanForm(forms.Form):
    """The answer to a remark; whether it may be empty is said by the service."""

    jawaban = _catatan_field()


class TenggatForm(forms.Form):
    """More time for one agency; whether the day makes sense is asked by the service, which knows today."""

    tenggat = forms.DateField(
        error_messages={"required": "Pilih tanggal tenggat baru.", "invalid": "Tanggal ini tidak dikenal."},
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
    )
    alasan = forms.CharField(max_length=500, error_messages={"required": "Tulis alasan perpanjangan."})


class AturanForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = AturanPengisian
        fields = (
            *("hari_triwulan_1", "hari_triwulan_2", "hari_triwulan_3", "hari_triwulan_4"),
            *("tutup_setelah_tenggat", "wajib_bukti", "wajib_analisis"),
        )

    def __init__(self, *args: Any, tahun: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in DAFTAR_TRIWULAN:
            kolom = self.fields[f"hari_triwulan_{n}"]
            kolom.help_text = f"Hari setelah akhir triwulan. {self._contoh(tahun, n)}"
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Simpan aturan", css_class="btn btn-primary"))

    def _contoh(self, tahun: int, triwulan: int) -> str:
        hari = tuple(getattr(self.instance, f"hari_triwulan_{n}") for n in DAFTAR_TRIWULAN)
        jatuh = tenggat(tahun, triwulan, DataAturan(hari_tenggat=hari))
        return f"Sekarang untuk tahun {tahun}: {tulis_tanggal(jatuh)}."
