"""Forms of the account: log in, change the password, ask for a new one, set it by a link."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm
from django.core.exceptions import ValidationError

from lkjip.akun import percobaan


def _susunan(tombol: str) -> FormHelper:
    susunan = FormHelper()
    susunan.add_input(Submit("", tombol, css_class="btn btn-primary w-100 mt-2"))
    return susunan


class MasukForm(AuthenticationForm):
    error_messages = {
        "invalid_login": "Nama pengguna atau kata sandi salah. Huruf besar dan kecil dibedakan.",
        "inactive": "Akun ini tidak aktif. Hubungi admin sistem di pemerintah daerah Anda.",
        "menunggu": "Terlalu banyak kata sandi yang salah. Tunggu %(menit)s menit, lalu coba lagi, atau hubungi admin.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Nama pengguna"
        self.fields["password"].label = "Kata sandi"
        self.helper = _susunan("Masuk")

    def clean(self) -> dict[str, Any]:
        """Django's check, but a name that failed too often from this address has to wait, right password or not."""
        siapa = str(self.cleaned_data.get("username") or ""), percobaan.alamat_penanya(self.request)
        if percobaan.harus_menunggu(*siapa):
            pesan, isi = self.error_messages["menunggu"], {"menit": settings.GAGAL_MASUK_MENIT}
            raise ValidationError(pesan, code="menunggu", params=isi)
        try:
            hasil = super().clean()
        except ValidationError:
            percobaan.catat_gagal(*siapa)
            raise
        percobaan.lupakan(*siapa)
        return hasil


class GantiSandiForm(PasswordChangeForm):
    error_messages = {
        **PasswordChangeForm.error_messages,
        "password_incorrect": "Kata sandi lama tidak sesuai.",
        "password_mismatch": "Kedua kata sandi baru tidak sama.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = "Kata sandi lama"
        self.fields["new_password1"].label = "Kata sandi baru"
        self.fields["new_password2"].label = "Kata sandi baru, sekali lagi"
        self.helper = _susunan("Simpan kata sandi baru")


class LupaSandiForm(forms.Form):
    siapa = forms.CharField(
        label="Nama pengguna atau alamat surel",
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
        error_messages={"required": "Isi nama pengguna atau alamat surel Anda."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _susunan("Kirim tautan")


class SandiBaruForm(SetPasswordForm):  # type: ignore[type-arg]
    error_messages = {**SetPasswordForm.error_messages, "password_mismatch": "Kedua kata sandi tidak sama."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = "Kata sandi baru"
        self.fields["new_password2"].label = "Kata sandi baru, sekali lagi"
        self.helper = _susunan("Simpan kata sandi dan masuk")
