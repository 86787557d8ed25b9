"""What the page of findings and recommendations sends, action by action."""

from __future__ import annotations

from django import forms

from kinerja.data_evaluasi import JenisCatatan, SikapTanggapan
from lkjip.dasar.isian import MAKS_TEKS

MAKS_NOMOR = 2**31 - 1  # a larger number is no row of ours, and SQLite cannot carry one without end


def teks(kosong: str, *, wajib: bool = True) -> forms.CharField:
    """A text of some lines; `kosong` is said where it is needed and missing."""
    return forms.CharField(
        required=wajib,
        max_length=MAKS_TEKS,
        error_messages={"required": kosong, "max_length": f"Paling banyak {MAKS_TEKS} huruf."},
    )


def nomor(*, wajib: bool = True) -> forms.IntegerField:
    """The number of a row, put there by the page."""
    salah = "Isian halaman ini tidak lengkap. Muat ulang, lalu coba lagi."
    galat = {"required": salah, "invalid": salah, "min_value": salah, "max_value": salah}
    return forms.IntegerField(required=wajib, min_value=1, max_value=MAKS_NOMOR, error_messages=galat)


def tanggal() -> forms.DateField:
    return forms.DateField(required=False, error_messages={"invalid": "Batas waktu tidak terbaca sebagai tanggal."})


class TambahCatatanForm(forms.Form):
    komponen = nomor()
    subkomponen = forms.CharField(required=False, max_length=20)
    jenis = forms.ChoiceField(choices=[(j.value, j.value) for j in JenisCatatan])
    isi = teks("Tulis catatannya lebih dulu.")


class UbahCatatanForm(forms.Form):
    pk = nomor()
    subkomponen = forms.CharField(required=False, max_length=20)
    isi = teks("Tulis catatannya, atau hapus bila tidak perlu lagi.")
    dasar = forms.CharField(required=False, strip=False)


class TambahRekomendasiForm(forms.Form):
    komponen = nomor(wajib=False)
    catatan = nomor(wajib=False)
    rekomendasi = teks("Tulis rekomendasinya lebih dulu.")
    batas_waktu = tanggal()


class UbahRekomendasiForm(forms.Form):
    pk = nomor()
    rekomendasi = teks("Tulis rekomendasinya, atau hapus bila tidak perlu lagi.")
    batas_waktu = tanggal()
    dasar = forms.CharField(required=False, strip=False)


class BarisForm(forms.Form):
    pk = nomor()


class GeserForm(BarisForm):
    langkah = forms.TypedChoiceField(choices=[("-1", "naik"), ("1", "turun")], coerce=int)


class UlangiForm(forms.Form):
    sumber = nomor()
    komponen = nomor(wajib=False)


class SikapForm(BarisForm):
    sikap = forms.ChoiceField(
        choices=[(s.value, s.value) for s in SikapTanggapan], error_messages={"required": "Pilih sikap tim."}
    )
    balasan = teks("", wajib=False)


class RingkasanForm(forms.Form):
    ringkasan = teks("", wajib=False)
    dasar = forms.CharField(required=False, strip=False)
