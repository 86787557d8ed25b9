"""What the pages of the follow-up send: the filter, a report, a verdict."""

from __future__ import annotations

from django import forms

from kinerja.data_rekomendasi import LAPORAN_INSTANSI, PUTUSAN, KelompokUmur
from kinerja.selectors_rekomendasi import Saringan
from lkjip.evaluasi.forms_catatan import nomor, teks


class SaringRekomendasiForm(forms.Form):
    cari = forms.CharField(required=False, max_length=200, strip=True)
    keadaan = forms.CharField(required=False, max_length=20)
    umur = forms.ChoiceField(required=False, choices=[(k.value, k.value) for k in KelompokUmur])
    lewat = forms.BooleanField(required=False)
    komponen = forms.CharField(required=False, max_length=200)
    instansi = forms.CharField(required=False, max_length=100)

    @property
    def saringan(self) -> Saringan:
        """What cannot be read narrows nothing."""
        self.is_valid()
        isi = {k: v for k, v in self.cleaned_data.items() if v}
        if "umur" in isi:
            isi["umur"] = KelompokUmur(isi["umur"])
        return Saringan(**isi)


class LaporForm(forms.Form):
    uraian = teks("Tulis tindakan yang sudah dilakukan.")
    keadaan = forms.ChoiceField(
        choices=[(k.value, k.value) for k in LAPORAN_INSTANSI],
        error_messages={"required": "Pilih keadaannya: masih dalam proses, atau selesai menurut instansi."},
    )
    unggahan = forms.FileField(required=False, max_length=None, error_messages={"empty": "Berkas ini kosong."})
    tautan = forms.CharField(
        required=False, max_length=1000, error_messages={"max_length": "Tautan paling panjang 1.000 huruf."}
    )


class TunjukForm(forms.Form):
    unit = nomor(wajib=False)
    penanggung_jawab = forms.CharField(
        required=False, max_length=200, error_messages={"max_length": "Nama paling banyak 200 huruf."}
    )


class TarikForm(forms.Form):
    tindak_lanjut = nomor()


class PutusForm(TarikForm):
    putusan = forms.ChoiceField(
        choices=[(k.value, k.value) for k in PUTUSAN], error_messages={"required": "Pilih putusannya."}
    )
    catatan = teks("", wajib=False)
