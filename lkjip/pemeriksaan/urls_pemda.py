"""Pages of the checks that belong to no agency-year: thresholds of a pemda, findings of all its agencies."""

from django.urls import URLPattern, path

from lkjip.pemeriksaan.views import ambang, statistik

urlpatterns: list[URLPattern] = [
    path("pemda/<int:pemda>/ambang-pemeriksaan/", ambang.ambang, name="ambang_pemeriksaan"),
    path("pemda/<int:pemda>/ambang-pemeriksaan/urungkan/<str:kejadian>/", ambang.urungkan, name="urungkan_ambang"),
    path("temuan/", statistik.statistik, name="temuan_pemda"),
    path("temuan/unduh.xlsx", statistik.unduh, name="unduh_temuan_pemda"),
]
