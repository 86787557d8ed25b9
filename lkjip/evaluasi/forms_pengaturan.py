"""The pemda's rules of evaluating, and what its APIP prints."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.data_evaluasi import TingkatIsian
from kinerja.models import PengaturanEvaluasi

KOLOM_ATURAN = ("tingkat", "peringkat_terbuka", "hari_tanggapan")
KOLOM_APIP = (
    "nama_apip", "alamat_apip", "tempat", "jabatan_pimpinan", "nama_pimpinan", "pangkat_pimpinan", "nip_pimpinan",
    "pedoman_daerah",
)  # fmt: skip


class AturanEvaluasiForm(forms.ModelForm):  # type: ignore[type-arg]
    """What holds for all agencies: the pengelola's."""

    class Meta:
        model = PengaturanEvaluasi
        fields = KOLOM_ATURAN

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tingkat"].choices = [  # type: ignore[attr-defined]
            (TingkatIsian.SUBKOMPONEN.value, "Subkomponen (12 jawaban)"),
            (TingkatIsian.KRITERIA.value, "Kriteria (80 jawaban)"),
        ]
        self.fields["hari_tanggapan"].help_text = "Waktu instansi untuk menanggapi catatan sebelum LHE terbit."


class ApipForm(forms.ModelForm):  # type: ignore[type-arg]
    """Who signs the LHE and what stands in its head: the APIP's own."""

    class Meta:
        model = PengaturanEvaluasi
        fields = KOLOM_APIP
        widgets = {
            "alamat_apip": forms.Textarea(attrs={"rows": 2}),
            "pedoman_daerah": forms.Textarea(attrs={"rows": 3}),
        }
