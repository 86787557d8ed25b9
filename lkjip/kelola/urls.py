"""Addresses of the pages about a pemda, its agencies, officials and users."""

from django.urls import path

from lkjip.kelola.views import kepala_daerah, pejabat, pemda, pengguna, profil, publik, sandi, tema

_PEMDA, _INSTANSI = "pemda/<int:pemda>", "instansi/<kode:kode>"

urlpatterns = [
    path(f"{_PEMDA}/", pemda.instansi, name="kelola_pemda"),
    path(f"{_PEMDA}/instansi/baru/", pemda.instansi_baru, name="tambah_instansi"),
    path(f"{_PEMDA}/pengguna/", pengguna.daftar, name="kelola_pengguna"),
    path(f"{_PEMDA}/pengguna/undang/", pengguna.undang, name="undang_pengguna"),
    path(f"{_PEMDA}/pengguna/<int:pengguna>/", pengguna.pengguna, name="pengguna_pemda"),
    path(f"{_PEMDA}/pejabat/", kepala_daerah.daftar, name="kepala_daerah"),
    path(f"{_PEMDA}/pejabat/baru/", kepala_daerah.baru, name="kepala_daerah_baru"),
    path(f"{_PEMDA}/pejabat/<int:pejabat>/ubah/", kepala_daerah.ubah, name="ubah_kepala_daerah"),
    path(f"{_PEMDA}/pejabat/<int:pejabat>/hapus/", kepala_daerah.hapus, name="hapus_kepala_daerah"),
    path(f"{_PEMDA}/tema/", tema.tema, name="tema_pemda"),
    path(f"{_PEMDA}/publik/", publik.halaman_publik, name="halaman_publik"),
    path(f"{_PEMDA}/logo/", pemda.logo, name="logo_pemda"),
    path(f"{_PEMDA}/logo.png", pemda.gambar_logo, name="gambar_logo_pemda"),
    path(f"{_INSTANSI}/profil/", profil.profil, name="profil_instansi"),
    path(f"{_INSTANSI}/profil/ubah/", profil.ubah_profil, name="ubah_profil"),
    path(f"{_INSTANSI}/profil/logo/", profil.logo, name="unggah_logo"),
    path(f"{_INSTANSI}/profil/hapus/", profil.hapus, name="hapus_instansi"),
    path(f"{_INSTANSI}/logo.png", profil.gambar_logo, name="gambar_logo"),
    path(f"{_INSTANSI}/pejabat/", pejabat.pejabat, name="pejabat"),
    path(f"{_INSTANSI}/pejabat/baru/", pejabat.pejabat_baru, name="pejabat_baru"),
    path(f"{_INSTANSI}/pejabat/samakan/", pejabat.samakan, name="samakan_pejabat"),
    # A number ends no address here: the pages of a year would take it for theirs.
    path(f"{_INSTANSI}/pejabat/<int:pejabat>/ubah/", pejabat.ubah_pejabat, name="ubah_pejabat"),
    path(f"{_INSTANSI}/pejabat/<int:pejabat>/hapus/", pejabat.hapus, name="hapus_pejabat"),
    path("sandi/<uidb64>/<token>/", sandi.SandiUndanganView.as_view(), name="sandi_baru"),
]
