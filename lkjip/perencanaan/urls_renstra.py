"""Addresses of the Renstra: the outline, its forms, the grid of targets, identity and period."""

from django.urls import URLPattern, path

from lkjip.perencanaan.views import identitas_tahun, indikator_rencana, renstra, target_renstra

DAFTAR: list[URLPattern] = [
    path("renstra/", renstra.renstra, name="renstra"),
    path("renstra/susun/", renstra.susun_renstra, name="susun_renstra"),
    path("renstra/target/", target_renstra.target_renstra, name="target_renstra"),
    path("renstra/target/simpan/", target_renstra.simpan_target, name="simpan_target_renstra"),
    path("renstra/target/tempel/", target_renstra.tempel_target, name="tempel_target_renstra"),
    path("renstra/target/salin/", target_renstra.target_ke_kanan, name="target_ke_kanan"),
    path("renstra/<slug:jenis>/baru/", renstra.tambah_rencana, name="tambah_rencana"),
    path("renstra/<slug:jenis>/<int:pk>/", renstra.ubah_rencana, name="ubah_rencana"),
    path("renstra/<slug:jenis>/<int:pk>/hapus/", renstra.hapus_rencana, name="hapus_rencana"),
    path("indikator/baru/", indikator_rencana.indikator_baru, name="indikator_baru"),
    path("indikator/<int:pk>/", indikator_rencana.indikator_rencana, name="indikator_rencana"),
    path("identitas/", identitas_tahun.identitas_tahun, name="identitas_tahun"),
]
