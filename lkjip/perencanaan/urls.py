"""Addresses below instansi/<kode>/<tahun>/perencanaan/, subject by subject."""

from django.urls import URLPattern, path

from lkjip.perencanaan import urls_anggaran, urls_dokumen, urls_lembar, urls_pohon, urls_renstra, urls_versi
from lkjip.perencanaan.views import ikhtisar

urlpatterns: list[URLPattern] = [
    path("", ikhtisar.ikhtisar, name="perencanaan"),
    *urls_renstra.DAFTAR,
    *urls_dokumen.DAFTAR,
    *urls_anggaran.DAFTAR,
    *urls_lembar.DAFTAR,
    *urls_pohon.DAFTAR,
    *urls_versi.DAFTAR,
]
