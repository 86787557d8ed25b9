"""What the address of the board of scores may ask for. What it does not understand it does not ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms

from kinerja.besaran_papan import sebutan_predikat
from kinerja.besaran_sakip import HURUF_PREDIKAT
from kinerja.data_papan import Gerak, JenisInstansi
from lkjip.evaluasi.halaman_papan import (
    SEBUTAN_GERAK,
    SEBUTAN_JENIS,
    SEBUTAN_KEADAAN,
    TANPA_NILAI,
    URUT_BAKU,
    Saringan,
)

_SEMUA = [("", "Semua")]
PILIHAN_PREDIKAT = [*_SEMUA, *((h, sebutan_predikat(h)) for h in HURUF_PREDIKAT), (TANPA_NILAI, "Tanpa nilai")]


@dataclass(frozen=True)
class Pilihan:
    """A list of the filter as the page shows it."""

    nama: str
    label: str
    pilihan: list[tuple[str, str]]
    terpilih: str


class PapanForm(forms.Form):
    """Every field is optional; `minta` holds those that are well-formed."""

    cari = forms.CharField(label="Cari nama atau kode", required=False, max_length=200)
    predikat = forms.ChoiceField(label="Predikat", required=False, choices=PILIHAN_PREDIKAT)
    jenis = forms.ChoiceField(
        label="Jenis instansi", required=False, choices=[*_SEMUA, *((j.value, SEBUTAN_JENIS[j]) for j in JenisInstansi)]
    )
    gerak = forms.ChoiceField(
        label="Perubahan nilai", required=False, choices=[*_SEMUA, *((g.value, SEBUTAN_GERAK[g]) for g in Gerak)]
    )
    keadaan = forms.ChoiceField(label="Keadaan evaluasi", required=False, choices=[*_SEMUA, *SEBUTAN_KEADAAN.items()])
    tahun = forms.IntegerField(required=False, min_value=1900, max_value=2200)
    pemda = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1)
    urut = forms.CharField(required=False, max_length=30)

    def __init__(self, isi: Any, *, lengkap: bool = True) -> None:
        super().__init__(isi)
        if not lengkap:
            del self.fields["keadaan"]
        self.is_valid()

    @property
    def saringan(self) -> Saringan:
        nama = ("cari", "predikat", "jenis", "gerak", "keadaan")
        return Saringan(**{satu: self.cleaned_data.get(satu) or "" for satu in nama})

    @property
    def urut_diminta(self) -> str:
        return self.cleaned_data.get("urut") or URUT_BAKU

    @property
    def tahun_diminta(self) -> int | None:
        return self.cleaned_data.get("tahun")

    @property
    def pemda_diminta(self) -> int | None:
        return self.cleaned_data.get("pemda")

    @property
    def daftar_pilihan(self) -> list[Pilihan]:
        """The lists to choose from."""
        daftar = [(nama, bidang) for nama, bidang in self.fields.items() if isinstance(bidang.widget, forms.Select)]
        return [
            Pilihan(
                nama, str(bidang.label), [(str(n), str(s)) for n, s in bidang.widget.choices],
                self.cleaned_data.get(nama) or "",
            )
            for nama, bidang in daftar
        ]  # fmt: skip
