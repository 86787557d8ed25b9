from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm

from lkjip.akun.models import Pengguna
from lkjip.riwayat.admin import AdminTeraudit


class PenggunaBaruForm(AdminUserCreationForm):  # type: ignore[type-arg]
    class Meta:
        model = Pengguna
        fields = ("username", "nama")


class PenggunaForm(UserChangeForm):  # type: ignore[type-arg]
    class Meta:
        model = Pengguna
        fields = "__all__"


@admin.register(Pengguna)
class PenggunaAdmin(AdminTeraudit, UserAdmin):  # type: ignore[type-arg]
    form = PenggunaForm
    add_form = PenggunaBaruForm
    list_display = ("username", "nama", "jabatan", "email", "is_active", "is_superuser", "last_login")
    list_filter = ("is_active", "is_superuser")
    search_fields = ("username", "nama", "email", "nip", "jabatan")
    search_help_text = "Cari menurut nama pengguna, nama, email, NIP, atau jabatan."
    ordering = ("nama", "username")
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Identitas", {"fields": ("nama", "jabatan", "nip", "email")}),
        ("Izin", {"fields": ("is_active", "is_staff", "is_superuser")}),
        ("Tanggal penting", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"classes": ("wide",), "fields": ("username", "nama", "usable_password", "password1", "password2")}),
    )
    readonly_fields = ("last_login", "date_joined")
