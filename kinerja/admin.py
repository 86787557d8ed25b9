from __future__ import annotations

from django.contrib import admin

from kinerja import models
from lkjip.riwayat.admin import AdminTeraudit, admin_milik_tahun


@admin.register(models.MetodePengukuran)
class MetodePengukuranAdmin(AdminTeraudit):
    list_display = ("tahun_kinerja", "batas_capaian", "rumus_negatif", "skala", "metode_efisiensi", "skema_sakip")
    list_select_related = ("tahun_kinerja",)
    list_filter = ("rumus_negatif", "metode_efisiensi", "skema_sakip")
    search_fields = ("tahun_kinerja__instansi__kode", "tahun_kinerja__nama")
    autocomplete_fields = ("tahun_kinerja",)


_INDIKATOR = ("indikator__kode", "indikator__uraian")

admin_milik_tahun(
    models.Skala, tampil=("skala", "arah", "batas_bawah", "kategori"), cari=("skala", "kategori"), saring=("arah",)
)
admin_milik_tahun(
    models.Komponen,
    acuan=("indikator",),
    tampil=("kode", "uraian", "tahun", "bobot", "nilai"),
    cari=("kode", "uraian", *_INDIKATOR),
)
admin_milik_tahun(
    models.KinerjaTriwulan,
    acuan=("indikator",),
    tampil=("tahun", "triwulan", "target", "realisasi", "predikat_target", "predikat_realisasi"),
    cari=_INDIKATOR,
    saring=("triwulan",),
)
admin_milik_tahun(
    models.RealisasiTahunan, acuan=("indikator",), tampil=("tahun", "realisasi", "predikat"), cari=_INDIKATOR
)
admin_milik_tahun(
    models.Pembanding,
    acuan=("indikator",),
    tampil=("tahun", "jenis", "nama", "nilai", "predikat"),
    cari=("nama", *_INDIKATOR),
    saring=("jenis",),
)
admin_milik_tahun(models.Sakip, tampil=("tahun", "komponen", "bobot", "nilai"), cari=("komponen",))
admin_milik_tahun(
    models.Lke, tampil=("tahun", "subkomponen", "jawaban"), cari=("subkomponen", "catatan"), saring=("jawaban",)
)
admin_milik_tahun(
    models.Rekomendasi,
    tampil=("tahun", "komponen", "rekomendasi", "status"),
    cari=("komponen", "rekomendasi", "tindak_lanjut"),
    saring=("status",),
)
admin_milik_tahun(
    models.Analisis,
    acuan=("indikator",),
    tampil=("tahun", "faktor", "nomor", "uraian"),
    cari=("uraian", *_INDIKATOR),
    saring=("faktor",),
)
