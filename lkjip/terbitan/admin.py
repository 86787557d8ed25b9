"""Official documents in the admin: to be read. They are made, signed and withdrawn on their own pages only."""

from __future__ import annotations

from django.contrib import admin

from lkjip.laporan.models import CatatanTahap, HalamanPublik, TandaTanganTerbitan, Terbitan
from lkjip.riwayat.admin import AdminTeraudit, HanyaLihat


@admin.register(Terbitan)
class TerbitanAdmin(HanyaLihat):
    list_display = ("judul", "nomor", "keadaan", "kode", "final_pada", "terbit_pada")
    list_filter = ("keadaan", "jenis", "jenis_sertifikat")
    search_fields = ("judul", "kode", "sidik_final", "sidik_kini")


@admin.register(TandaTanganTerbitan)
class TandaTanganTerbitanAdmin(HanyaLihat):
    list_display = ("terbitan", "nama", "jabatan", "cara", "pada", "penerbit")
    list_select_related = ("terbitan",)
    list_filter = ("cara", "percobaan")
    search_fields = ("nama", "nip", "nama_sertifikat", "nomor_seri", "terbitan__kode")


@admin.register(CatatanTahap)
class CatatanTahapAdmin(HanyaLihat):
    list_display = ("tahun_kinerja", "kunci", "tahap", "oleh", "pada")
    list_select_related = ("tahun_kinerja__instansi", "oleh")
    list_filter = ("tahap",)
    search_fields = ("kunci", "catatan")


@admin.register(HalamanPublik)
class HalamanPublikAdmin(AdminTeraudit):
    list_display = ("pemda", "aktif", "alamat")
    list_select_related = ("pemda",)
