"""Addresses below instansi/<kode>/<tahun>/pengisian/, subject by subject."""

from lkjip.pengisian import urls_alur, urls_anggaran, urls_isian, urls_panel, urls_riwayat

urlpatterns = [
    *urls_isian.DAFTAR,
    *urls_panel.DAFTAR,
    *urls_anggaran.DAFTAR,
    *urls_alur.DAFTAR,
    *urls_riwayat.DAFTAR,
]
