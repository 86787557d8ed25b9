from __future__ import annotations

from django.contrib import admin

from lkjip.pengisian.models import PencocokanKolom, PengingatTerkirim
from lkjip.riwayat.admin import AdminTeraudit


@admin.register(PencocokanKolom)
class PencocokanKolomAdmin(AdminTeraudit):
    list_display = ("instansi",)
    list_select_related = ("instansi",)
    search_fields = ("instansi__kode", "instansi__nama")
    autocomplete_fields = ("instansi",)


@admin.register(PengingatTerkirim)
class PengingatTerkirimAdmin(AdminTeraudit):
    list_display = ("hal", "pengguna", "waktu")
    list_select_related = ("pengguna",)
    search_fields = ("hal", "pengguna__username", "pengguna__nama")
    autocomplete_fields = ("pengguna",)
