"""Addresses below instansi/<kode>/<tahun>/naskah/: the text of the report, place by place."""

from django.urls import URLPattern, path

from lkjip.naskah import urls_gambar
from lkjip.naskah.views import garis_besar

urlpatterns: list[URLPattern] = [
    path("", garis_besar.naskah, name="naskah"),
    *urls_gambar.DAFTAR,
]
