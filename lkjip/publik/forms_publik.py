"""The filter of the public page."""

from __future__ import annotations

from django import forms

from lkjip.laporan.data_penyusunan import JenisBerkas
from lkjip.publik.data_publik import JENIS_PUBLIK

_TAHUN_AWAL, _TAHUN_AKHIR = 1945, 9999


class SaringPublikForm(forms.Form):
    """What cannot be read filters nothing."""

    cari = forms.CharField(required=False, max_length=200, strip=True)
    jenis = forms.ChoiceField(required=False, choices=[("", "Semua"), *((j.value, n) for j, n in JENIS_PUBLIK.items())])
    tahun = forms.IntegerField(required=False, min_value=_TAHUN_AWAL, max_value=_TAHUN_AKHIR)

    def pilihan_jenis(self) -> JenisBerkas | None:
        """The kind that was chosen; only after `is_valid`."""
        jenis = self.cleaned_data.get("jenis")
        return JenisBerkas(jenis) if jenis else None
