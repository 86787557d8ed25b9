from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

import kinerja.admin_evaluasi  # noqa: F401  its pages register themselves
from kinerja import models
from kinerja.admin_triwulan import AdminLewatInduk, AdminTriwulan
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
    dasar=AdminTriwulan,
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
admin_milik_tahun(
    models.AnalisisTriwulan,
    dasar=AdminTriwulan,
    acuan=("indikator",),
    tampil=("triwulan", "faktor", "uraian", "dibawa_dari"),
    cari=("uraian", *_INDIKATOR),
    saring=("triwulan", "faktor"),
)
admin_milik_tahun(
    models.BuktiDukung,
    dasar=AdminTriwulan,
    acuan=("indikator",),
    tampil=("triwulan", "jenis", "uraian", "nama", "nama_oleh", "waktu"),
    cari=("uraian", "nama", "tautan", *_INDIKATOR),
    saring=("triwulan", "jenis"),
)


@admin.register(models.KomponenTriwulan)
class KomponenTriwulanAdmin(AdminTriwulan):
    list_display = ("komponen", "triwulan", "nilai")
    list_select_related = ("komponen",)
    list_filter = ("triwulan",)
    search_fields = ("komponen__kode", "komponen__uraian")
    autocomplete_fields = ("komponen",)


@admin.register(models.PengisianTriwulan)
class PengisianTriwulanAdmin(AdminLewatInduk):
    """The state moves by the steps of the site only, so that each has its person, its time and its reason."""

    list_display = ("tahun_kinerja", "triwulan", "status", "tenggat_khusus")
    list_select_related = ("tahun_kinerja",)
    list_filter = ("status", "triwulan", ("tahun_kinerja__instansi", admin.RelatedOnlyFieldListFilter))
    search_fields = ("tahun_kinerja__instansi__kode", "tahun_kinerja__nama")
    readonly_fields = ("tahun_kinerja", "triwulan", "status")


@admin.register(models.LangkahPengisian)
class LangkahPengisianAdmin(AdminLewatInduk):
    """Read-only: a step is taken on the site."""

    list_display = ("pengisian", "langkah", "dari", "ke", "nama_oleh", "waktu", "catatan")
    list_select_related = ("pengisian__tahun_kinerja",)
    list_filter = ("langkah",)
    search_fields = ("nama_oleh", "catatan", "pengisian__tahun_kinerja__instansi__kode")

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


@admin.register(models.CatatanPengisian)
class CatatanPengisianAdmin(AdminTeraudit):
    list_display = ("pengisian", "indikator", "kode_anggaran", "isi", "nama_oleh", "waktu", "waktu_jawaban")
    list_select_related = ("pengisian__tahun_kinerja", "indikator")
    search_fields = ("isi", "jawaban", "nama_oleh", "pengisian__tahun_kinerja__instansi__kode")
    autocomplete_fields = ("pengisian", "indikator")


@admin.register(models.AturanPengisian)
class AturanPengisianAdmin(AdminTeraudit):
    list_display = ("pemda", "tutup_setelah_tenggat", "wajib_bukti", "wajib_analisis")
    list_select_related = ("pemda",)
    search_fields = ("pemda__nama",)
    autocomplete_fields = ("pemda",)
