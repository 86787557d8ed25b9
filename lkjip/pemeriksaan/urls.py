"""Addresses below instansi/<kode>/<tahun>/temuan/: what the checks found, and the answers for it."""

from django.urls import URLPattern, path

from lkjip.pemeriksaan import views

urlpatterns: list[URLPattern] = [
    path("", views.temuan, name="temuan"),
    path("jawab/", views.jawab, name="jawab_temuan"),
    path("batal/", views.batal, name="batal_jawab_temuan"),
]
