"""Perjanjian Kinerja, Rencana Aksi and IKU: their pages and their documents."""

from django.urls import URLPattern, path

from lkjip.perencanaan.views import iku, lembar_perjanjian, perjanjian, rencana_aksi

_LEMBAR = "perjanjian-kinerja/lembar/<str:versi>/<int:unit>/"
DAFTAR: list[URLPattern] = [
    path("perjanjian-kinerja/", perjanjian.perjanjian_kinerja, name="perjanjian_kinerja"),
    path("perjanjian-kinerja/simpan/", perjanjian.simpan_perjanjian, name="simpan_perjanjian"),
    path("perjanjian-kinerja/tempel/", perjanjian.tempel_perjanjian, name="tempel_perjanjian"),
    path("perjanjian-kinerja/salin/<str:versi>/", perjanjian.salin_perjanjian, name="salin_perjanjian"),
    path(_LEMBAR, lembar_perjanjian.lembar_perjanjian, name="lembar_perjanjian"),
    path(f"{_LEMBAR}unduh.<str:jenis>", lembar_perjanjian.unduh_perjanjian, name="unduh_perjanjian"),
    path("rencana-aksi/", rencana_aksi.rencana_aksi, name="rencana_aksi"),
    path("rencana-aksi/simpan/", rencana_aksi.simpan_rencana_aksi, name="simpan_rencana_aksi"),
    path("rencana-aksi/tempel/", rencana_aksi.tempel_rencana_aksi, name="tempel_rencana_aksi"),
    path("rencana-aksi/unduh.<str:jenis>", rencana_aksi.unduh_rencana_aksi, name="unduh_rencana_aksi"),
    path("iku/", iku.iku, name="iku"),
    path("iku/unduh.<str:jenis>", iku.unduh_iku, name="unduh_iku"),
]
