"""What is asked for one signature: the way, its file, its passphrase or code. Nothing secret is ever shown again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from lkjip.laporan.signing.data import Rahasia
from lkjip.laporan.signing.kunci_p12 import BATAS_P12
from lkjip.terbitan.cara_tanda_tangan import BahanTanda, PilihanCara

_SEBUTAN = {
    PilihanCara.BSRE: "Sertifikat BSrE",
    PilihanCara.SERVER: "Berkas kunci saya di server ini",
    PilihanCara.BERKAS: "Berkas kunci (.p12) dari perangkat ini",
    PilihanCara.UNGGAHAN: "Berkas PDF yang sudah ditandatangani di tempat lain",
}
_NIK = re.compile("[0-9]{16}")
_WAJIB_SANDI = "Isi sandinya."


def batas_unggahan() -> dict[str, int]:
    """Field → how many bytes of it are kept."""
    return {"p12": BATAS_P12, "pdf": settings.VERIFIKASI_MB * 1024 * 1024}


class RahasiaField(forms.CharField):
    """A passphrase or code, character by character as it was typed; what comes out shows itself to nobody."""

    def __init__(self, *, label: str, help_text: str = "", **atribut: str) -> None:
        lain = {"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false", **atribut}
        widget = forms.PasswordInput(render_value=False, attrs=lain)
        super().__init__(label=label, help_text=help_text, required=False, strip=False, max_length=200, widget=widget)

    def clean(self, value: Any) -> Rahasia:
        return Rahasia(super().clean(value) or "")


class TandaTanganForm(forms.Form):
    """`setuju`: SHA-256 of the file that the signer said they have read."""

    setuju = forms.CharField(max_length=64, widget=forms.HiddenInput)
    cara = forms.ChoiceField(
        label="Cara menandatangani",
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih cara menandatangani.", "invalid_choice": "Cara ini tidak tersedia."},
    )
    nik = forms.CharField(
        label="NIK",
        required=False,
        max_length=30,
        help_text="16 angka, sebagaimana terdaftar di BSrE.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    ingat_nik = forms.BooleanField(label="Ingat NIK saya untuk tanda tangan berikutnya", required=False)
    p12 = forms.FileField(
        label="Berkas kunci (.p12)",
        required=False,
        help_text=f"Paling besar {BATAS_P12 // 1024} kB. Dipakai untuk tanda tangan ini saja, tidak disimpan.",
        widget=forms.FileInput(attrs={"accept": ".p12,.pfx,application/x-pkcs12"}),
    )
    pdf = forms.FileField(
        label="Berkas PDF yang sudah ditandatangani",
        required=False,
        help_text="Unduh dulu dokumennya dari langkah 1, tanda tangani tanpa mengubahnya, lalu unggah di sini.",
        widget=forms.FileInput(attrs={"accept": ".pdf,application/pdf"}),
    )
    sandi = RahasiaField(label="Sandi (passphrase)", help_text="Diminta setiap kali dan tidak pernah disimpan.")
    totp = RahasiaField(
        label="Kode sekali pakai", help_text="Sebagai ganti sandi, bila Anda memintanya.", inputmode="numeric"
    )

    def __init__(self, *args: Any, daftar_cara: Sequence[PilihanCara], minta_kode: bool = False, **kwargs: Any) -> None:
        """`minta_kode`: only a code is asked for, so none is needed yet."""
        super().__init__(*args, **kwargs)
        self._minta_kode = minta_kode
        cara = self.fields["cara"]
        assert isinstance(cara, forms.ChoiceField)
        cara.choices = [(satu.value, _SEBUTAN[satu]) for satu in daftar_cara]
        self._buang(daftar_cara)

    def _buang(self, daftar_cara: Sequence[PilihanCara]) -> None:
        """No field of a way that is not offered."""
        perlu = {"setuju", "cara"}
        perlu |= {"p12"} if PilihanCara.BERKAS in daftar_cara else set()
        perlu |= {"pdf"} if PilihanCara.UNGGAHAN in daftar_cara else set()
        perlu |= {"sandi"} if set(daftar_cara) - {PilihanCara.UNGGAHAN} else set()
        perlu |= {"nik", "ingat_nik"} if PilihanCara.BSRE in daftar_cara else set()
        perlu |= {"totp"} if PilihanCara.BSRE in daftar_cara and settings.BSRE_VERSI != 1 else set()
        for nama in set(self.fields) - perlu:
            del self.fields[nama]

    def clean_nik(self) -> str:
        return "".join(str(self.cleaned_data.get("nik") or "").split())

    def clean_p12(self) -> bytes:
        return self._isi("p12", "Berkas kunci terlalu besar; pilih berkas .p12 yang benar.")

    def clean_pdf(self) -> bytes:
        return self._isi("pdf", f"Berkas terlalu besar; paling besar {settings.VERIFIKASI_MB} MB.")

    def _isi(self, nama: str, terlalu_besar: str) -> bytes:
        berkas: UploadedFile[bytes] | None = self.cleaned_data.get(nama)
        if berkas is None:
            return b""
        isi: bytes = berkas.read()
        if len(isi) > batas_unggahan()[nama]:
            raise forms.ValidationError(terlalu_besar)
        return isi

    def clean(self) -> dict[str, Any]:
        """What the chosen way needs."""
        isi = self.cleaned_data
        cara = isi.get("cara")
        if cara == PilihanCara.BERKAS and not isi.get("p12") and "p12" not in self.errors:
            self.add_error("p12", "Pilih berkas kuncinya (.p12).")
        if cara == PilihanCara.UNGGAHAN and not isi.get("pdf") and "pdf" not in self.errors:
            self.add_error("pdf", "Pilih berkas PDF yang sudah ditandatangani.")
        if cara in {PilihanCara.BERKAS, PilihanCara.SERVER} and not isi.get("sandi") and "sandi" not in self.errors:
            self.add_error("sandi", _WAJIB_SANDI)
        if cara == PilihanCara.BSRE:
            self._periksa_bsre(isi)
        return isi

    def _periksa_bsre(self, isi: dict[str, Any]) -> None:
        if not _NIK.fullmatch(isi.get("nik") or ""):
            self.add_error("nik", "NIK terdiri atas 16 angka.")
        if not (self._minta_kode or isi.get("sandi") or isi.get("totp")) and "sandi" not in self.errors:
            self.add_error("sandi", "Isi sandi, atau kode sekali pakai." if "totp" in self.fields else _WAJIB_SANDI)

    @property
    def bahan(self) -> BahanTanda:
        """Of a form that is valid."""
        isi, pilihan = self.cleaned_data, PilihanCara(self.cleaned_data["cara"])
        return BahanTanda(
            pilihan,
            sandi=isi.get("sandi") or Rahasia(""),
            totp=isi.get("totp") or Rahasia(""),
            berkas=isi.get("pdf" if pilihan is PilihanCara.UNGGAHAN else "p12") or b"",
            nik=isi.get("nik", "") if pilihan is PilihanCara.BSRE else "",
        )
