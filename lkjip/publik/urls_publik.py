"""Addresses of the public pages: who has opened one, what it shows, and the files."""

from django.urls import path

from lkjip.publik.views import publik

urlpatterns = [
    path("publik/", publik.daftar, name="publik"),
    path("publik/dokumen/<str:kode>/<str:berkas>/", publik.berkas, name="berkas_publik"),
    path("publik/<slug:alamat>/", publik.pemda, name="publik_pemda"),
    path("robots.txt", publik.robots, name="robots"),
]
