from __future__ import annotations

from django.contrib import admin

from anggaran import models
from kinerja.admin_triwulan import AdminTriwulan
from lkjip.riwayat.admin import AdminTeraudit, admin_milik_tahun

_BARIS = ("anggaran__kode", "anggaran__uraian")

admin_milik_tahun(
    models.Anggaran,
    acuan=("induk", "sasaran"),
    tampil=("kode", "uraian", "tingkat", "pagu_murni", "pagu_perubahan"),
    cari=("kode", "uraian", "unit", "penanggung_jawab"),
    saring=("tingkat",),
)
admin_milik_tahun(
    models.RealisasiAnggaran,
    dasar=AdminTriwulan,
    acuan=("anggaran",),
    tampil=("tahun", "triwulan", "realisasi", "rencana"),
    cari=_BARIS,
    saring=("triwulan",),
)
admin_milik_tahun(
    models.Belanja,
    acuan=("induk",),
    tampil=("kode", "uraian", "tahun", "pagu_murni", "pagu", "realisasi"),
    cari=("kode", "uraian"),
)
admin_milik_tahun(
    models.Penunjang,
    acuan=("anggaran", "indikator", "mendukung"),
    tampil=("capaian", "keterangan"),
    cari=(*_BARIS, "mendukung__kode"),
    saring=("keterangan",),
)


@admin.register(models.IndikatorAnggaran)
class IndikatorAnggaranAdmin(AdminTeraudit):
    list_display = ("indikator", "anggaran")
    list_select_related = ("indikator", "anggaran")
    list_filter = (("anggaran__tahun_kinerja", admin.RelatedOnlyFieldListFilter),)
    search_fields = ("indikator__kode", "indikator__uraian", *_BARIS)
    autocomplete_fields = ("indikator", "anggaran")


admin_milik_tahun(
    models.RevisiAnggaran,
    acuan=(),
    tampil=("nama", "versi", "nomor", "tanggal"),
    cari=("nama", "nomor"),
    saring=("versi",),
)


@admin.register(models.PaguRevisi)
class PaguRevisiAdmin(AdminTeraudit):
    list_display = ("revisi", "anggaran", "pagu")
    list_select_related = ("revisi", "anggaran")
    list_filter = (("revisi__tahun_kinerja", admin.RelatedOnlyFieldListFilter),)
    search_fields = ("revisi__nama", *_BARIS)
    autocomplete_fields = ("revisi", "anggaran")


@admin.register(models.PorsiAnggaran)
class PorsiAnggaranAdmin(AdminTeraudit):
    list_display = ("anggaran", "indikator", "sasaran", "porsi")
    list_select_related = ("anggaran", "indikator", "sasaran")
    list_filter = (("anggaran__tahun_kinerja", admin.RelatedOnlyFieldListFilter),)
    search_fields = ("indikator__kode", "sasaran__kode", *_BARIS)
    autocomplete_fields = ("anggaran", "indikator", "sasaran")
