"""Addresses of the budget's plan: its tree, its rows, spending by kind, versions of the DPA, the import of one."""

from django.urls import URLPattern, path

from lkjip.perencanaan.views import anggaran, baris_anggaran, belanja, impor_dpa, revisi_anggaran

_BARIS = "anggaran/<int:pk>/"
DAFTAR: list[URLPattern] = [
    path("anggaran/", anggaran.anggaran_rencana, name="anggaran_rencana"),
    path("anggaran/simpan/", anggaran.simpan_anggaran_rencana, name="simpan_anggaran_rencana"),
    path("anggaran/tempel/", anggaran.tempel_anggaran_rencana, name="tempel_anggaran_rencana"),
    path("anggaran/tambah/", baris_anggaran.tambah_anggaran_rencana, name="tambah_anggaran_rencana"),
    path(_BARIS, baris_anggaran.baris_anggaran_rencana, name="baris_anggaran_rencana"),
    path(f"{_BARIS}kaitan/", baris_anggaran.kaitan_anggaran_rencana, name="kaitan_anggaran_rencana"),
    path(f"{_BARIS}pindah/", baris_anggaran.pindah_anggaran_rencana, name="pindah_anggaran_rencana"),
    path(f"{_BARIS}urutkan/", baris_anggaran.urutkan_anggaran_rencana, name="urutkan_anggaran_rencana"),
    path(f"{_BARIS}hapus/", baris_anggaran.hapus_anggaran_rencana, name="hapus_anggaran_rencana"),
    path("belanja/", belanja.belanja_rencana, name="belanja_rencana"),
    path("belanja/simpan/", belanja.simpan_belanja_rencana, name="simpan_belanja_rencana"),
    path("belanja/tempel/", belanja.tempel_belanja_rencana, name="tempel_belanja_rencana"),
    path("belanja/tambah/", belanja.tambah_belanja_rencana, name="tambah_belanja_rencana"),
    path("belanja/<int:pk>/hapus/", belanja.hapus_belanja_rencana, name="hapus_belanja_rencana"),
    path("riwayat-dpa/", revisi_anggaran.revisi_anggaran, name="revisi_anggaran"),
    path("riwayat-dpa/<int:pk>/", revisi_anggaran.ubah_revisi_anggaran, name="ubah_revisi_anggaran"),
    path("riwayat-dpa/<int:pk>/hapus/", revisi_anggaran.hapus_revisi_anggaran, name="hapus_revisi_anggaran"),
    path("anggaran/impor/", impor_dpa.unggah_dpa, name="unggah_dpa"),
    path("anggaran/impor/kolom/", impor_dpa.cocokkan_dpa, name="cocokkan_dpa"),
    path("anggaran/impor/periksa/", impor_dpa.periksa_dpa, name="periksa_dpa"),
]
