from __future__ import annotations

from django.contrib import admin

from lkjip.laporan.models import CatatanNaskah, GambarLaporan, IdentitasLaporan, Narasi, TabelBebas, TemaLaporan
from lkjip.riwayat.admin import AdminTeraudit, admin_milik_tahun


@admin.register(IdentitasLaporan)
class IdentitasLaporanAdmin(AdminTeraudit):
    list_display = ("tahun_kinerja", "jenis_laporan", "triwulan", "tanggal_laporan", "nomor_penetapan")
    list_select_related = ("tahun_kinerja",)
    list_filter = ("jenis_laporan", "triwulan")
    search_fields = ("tahun_kinerja__instansi__kode", "tahun_kinerja__nama", "nomor_penetapan")
    autocomplete_fields = ("tahun_kinerja",)


@admin.register(TemaLaporan)
class TemaLaporanAdmin(AdminTeraudit):
    list_display = ("pemda", "huruf", "kertas", "warna_utama", "warna_aksen")
    list_select_related = ("pemda",)


admin_milik_tahun(GambarLaporan, tampil=("nama", "bagian", "judul"), cari=("nama", "bagian", "judul"))
admin_milik_tahun(CatatanNaskah, tampil=("bagian", "oleh", "ditulis_pada"), cari=("bagian",))
admin_milik_tahun(Narasi, tampil=("bagian", "nomor", "isi"), cari=("bagian", "isi"))
admin_milik_tahun(TabelBebas, tampil=("nama", "bagian", "judul"), cari=("nama", "bagian", "judul"))
