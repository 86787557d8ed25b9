"""What the tree of performance sends: its filter, and where a budget row is to hang."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.http import QueryDict

from anggaran.services_rencana import KOLOM_PENANGGUNG_JAWAB, KOLOM_SASARAN
from lkjip.dasar.isian import Isian, IsianTakTerbaca, JenisIsian, baca_isian
from lkjip.halaman.pohon_saring import SaringanPohon
from lkjip.laporan.compose.cascading import JenisCabang

MAKS_CARI = 100
_MAKS_UNIT = 400


def baca_saringan(kiriman: QueryDict, daftar_unit: Sequence[int]) -> SaringanPohon:
    """The filter of the address; what has no meaning filters nothing."""
    unit, jenis = kiriman.get("unit", ""), kiriman.get("tingkat", "")
    return SaringanPohon(
        cari=kiriman.get("cari", "").strip()[:MAKS_CARI],
        unit=next((pk for pk in daftar_unit if str(pk) == unit), None),
        jenis=next((j for j in JenisCabang if j.value == jenis), None),
        bermasalah=kiriman.get("masalah") == "ya",
        buka=kiriman.get("buka") == "semua",
    )


class TautanForm(forms.Form):
    """The row by its kode, and for each of the two columns what stood there (`dasar_…`) and what is wanted."""

    anggaran = forms.CharField(error_messages={"required": "Baris anggarannya tidak disebut. Muat ulang halaman."})
    sasaran = forms.CharField(required=False, strip=False)
    dasar_sasaran = forms.CharField(required=False, strip=False)
    unit = forms.CharField(
        required=False,
        max_length=_MAKS_UNIT,
        error_messages={"max_length": f"Penanggung jawab paling banyak {_MAKS_UNIT} huruf."},
    )
    dasar_unit = forms.CharField(required=False, strip=False)

    def clean_unit(self) -> str:
        try:
            return str(baca_isian(self.cleaned_data["unit"], JenisIsian.TEKS))
        except IsianTakTerbaca as galat:
            raise forms.ValidationError(str(galat)) from galat

    def daftar_isian(self) -> list[Isian]:
        """Only what the sender changed: a column left as it was is not saved over somebody else's."""
        isi = self.cleaned_data
        daftar = (
            Isian(KOLOM_SASARAN, isi["sasaran"], isi["dasar_sasaran"]),
            Isian(KOLOM_PENANGGUNG_JAWAB, isi["unit"], isi["dasar_unit"]),
        )
        return [satu for satu in daftar if satu.nilai != satu.dasar]
