"""Addresses of the panel of one indicator in one quarter."""

from django.urls import URLPattern, path

from lkjip.pengisian.views import panel, panel_analisis, panel_bukti, panel_catatan

_INDIKATOR = "<int:triwulan>/indikator/<int:pk>/"
_BUKTI = f"{_INDIKATOR}bukti/<int:pk_bukti>/"

DAFTAR: list[URLPattern] = [
    path(_INDIKATOR, panel.panel_indikator, name="panel_indikator"),
    path(f"{_INDIKATOR}rincian/", panel.simpan_rincian, name="simpan_rincian"),
    path(f"{_INDIKATOR}penurunan/", panel.simpan_penurunan, name="simpan_penurunan"),
    path(f"{_INDIKATOR}komponen/", panel.simpan_komponen, name="simpan_komponen"),
    path(f"{_INDIKATOR}analisis/", panel_analisis.simpan_analisis, name="simpan_analisis"),
    path(f"{_INDIKATOR}analisis/bawa/", panel_analisis.bawa, name="bawa_analisis"),
    path(f"{_INDIKATOR}analisis/masih-berlaku/", panel_analisis.sahkan, name="sahkan_analisis"),
    path(f"{_INDIKATOR}analisis/tahun/", panel_analisis.jadikan_tahunan, name="jadikan_analisis_tahun"),
    path(f"{_INDIKATOR}bukti/", panel_bukti.tambah, name="tambah_bukti"),
    path("<int:triwulan>/bukti/<int:pk_bukti>/", panel_bukti.unduh, name="unduh_bukti"),
    path(f"{_BUKTI}uraian/", panel_bukti.ubah, name="ubah_bukti"),
    path(f"{_BUKTI}hapus/", panel_bukti.hapus, name="hapus_bukti"),
    path(f"{_BUKTI}pulihkan/", panel_bukti.pulihkan, name="pulihkan_bukti"),
    path(f"{_INDIKATOR}catatan/", panel_catatan.tulis, name="tulis_catatan"),
    path(f"{_INDIKATOR}catatan/<int:pk_catatan>/jawab/", panel_catatan.jawab, name="jawab_catatan"),
]
