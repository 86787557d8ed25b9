from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from lkjip.riwayat.admin import AdminTeraudit, TulisanDitolak, admin_milik_tahun
from renstra.models import (
    Indikator,
    Instansi,
    LembarPerjanjian,
    Misi,
    Pejabat,
    Pemda,
    PendahuluIndikator,
    Penugasan,
    Perjanjian,
    Renstra,
    RincianIndikator,
    Sasaran,
    SebutanUnit,
    TahunKinerja,
    TargetTahunan,
    Tujuan,
    UnitKerja,
    UnitPenugasan,
)


@admin.register(Pemda)
class PemdaAdmin(AdminTeraudit):
    list_display = ("nama", "jenis", "jabatan_kepala_daerah")
    list_filter = ("jenis",)
    search_fields = ("nama",)


@admin.register(Instansi)
class InstansiAdmin(AdminTeraudit):
    list_display = ("kode", "nama", "singkatan", "pemda", "nama_kepala")
    list_select_related = ("pemda",)
    list_filter = (("pemda", admin.RelatedOnlyFieldListFilter),)
    search_fields = ("kode", "nama", "singkatan")
    autocomplete_fields = ("pemda",)


@admin.register(Renstra)
class RenstraAdmin(AdminTeraudit):
    list_display = ("instansi", "renstra_awal", "renstra_akhir", "versi")
    list_display_links = ("renstra_awal", "renstra_akhir")
    list_select_related = ("instansi",)
    list_filter = (("instansi", admin.RelatedOnlyFieldListFilter),)
    search_fields = ("instansi__kode", "instansi__nama", "renstra_awal", "renstra_akhir")
    autocomplete_fields = ("instansi",)


@admin.register(TahunKinerja)
class TahunKinerjaAdmin(AdminTeraudit):
    list_display = ("instansi", "tahun", "renstra", "nama_kepala")
    list_display_links = ("instansi", "tahun")
    list_select_related = ("instansi", "renstra")
    list_filter = ("tahun", ("instansi", admin.RelatedOnlyFieldListFilter))
    search_fields = ("instansi__kode", "nama", "tahun")
    autocomplete_fields = ("instansi", "renstra")


@admin.register(Penugasan)
class PenugasanAdmin(AdminTeraudit):
    list_display = ("pengguna", "peran", "instansi", "pemda", "berlaku_dari", "berlaku_sampai")
    list_select_related = ("pengguna", "instansi", "pemda")
    list_filter = ("peran", ("pemda", admin.RelatedOnlyFieldListFilter))
    search_fields = ("pengguna__username", "pengguna__nama", "instansi__kode", "instansi__nama", "pemda__nama")
    autocomplete_fields = ("pengguna", "instansi", "pemda")


@admin.register(UnitKerja)
class UnitKerjaAdmin(AdminTeraudit):
    list_display = ("nama", "instansi")
    list_select_related = ("instansi",)
    list_filter = (("instansi", admin.RelatedOnlyFieldListFilter),)
    search_fields = ("nama", "instansi__kode", "instansi__nama", "daftar_sebutan__sebutan")
    autocomplete_fields = ("instansi",)

    def delete_model(self, request: HttpRequest, obj: UnitKerja) -> None:
        self._tolak_pembatas(UnitKerja.objects.filter(pk=obj.pk))
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[UnitKerja]) -> None:
        self._tolak_pembatas(queryset)
        super().delete_queryset(request, queryset)

    @staticmethod
    def _tolak_pembatas(daftar: QuerySet[UnitKerja]) -> None:
        """Without their only unit its users could suddenly change everything (as `hapus_unit` says)."""
        terbatas = sorted({str(b.unit) for b in UnitPenugasan.objects.filter(unit__in=daftar).select_related("unit")})
        if terbatas:
            raise TulisanDitolak(f"{', '.join(terbatas)} masih membatasi pengguna; ubah dulu batas penggunanya.")


@admin.register(SebutanUnit)
class SebutanUnitAdmin(AdminTeraudit):
    list_display = ("sebutan", "unit")
    list_select_related = ("unit",)
    search_fields = ("sebutan", "unit__nama", "unit__instansi__kode")
    autocomplete_fields = ("unit",)


@admin.register(UnitPenugasan)
class UnitPenugasanAdmin(AdminTeraudit):
    list_display = ("penugasan", "unit")
    list_select_related = ("penugasan__pengguna", "unit")
    search_fields = ("penugasan__pengguna__username", "penugasan__pengguna__nama", "unit__nama")
    autocomplete_fields = ("penugasan", "unit")


@admin.register(Misi, Tujuan, Sasaran)
class RencanaAdmin(AdminTeraudit):
    list_display = ("kode", "uraian", "renstra", "urutan")
    list_select_related = ("renstra",)
    list_filter = (("renstra__instansi", admin.RelatedOnlyFieldListFilter),)
    search_fields = ("kode", "uraian", "renstra__instansi__kode")
    autocomplete_fields = ("renstra",)
    ordering = ("renstra", "urutan", "id")


@admin.register(Indikator)
class IndikatorAdmin(AdminTeraudit):
    list_display = ("kode", "uraian", "satuan", "jenis", "arah", "iku", "renstra", "tahun_kinerja")
    list_select_related = ("renstra", "tahun_kinerja")
    list_filter = ("iku", "jenis", "arah", "akumulasi", ("renstra__instansi", admin.RelatedOnlyFieldListFilter))
    search_fields = ("kode", "uraian", "renstra__instansi__kode", "tahun_kinerja__instansi__kode")
    autocomplete_fields = ("renstra", "tahun_kinerja", "tujuan", "sasaran")
    ordering = ("renstra", "tahun_kinerja", "urutan", "id")


@admin.register(TargetTahunan)
class TargetTahunanAdmin(AdminTeraudit):
    list_display = ("indikator", "tahun", "target", "predikat")
    list_select_related = ("indikator",)
    list_filter = ("tahun", ("indikator__renstra__instansi", admin.RelatedOnlyFieldListFilter))
    search_fields = ("indikator__kode", "indikator__uraian")
    autocomplete_fields = ("indikator",)
    ordering = ("indikator", "tahun")


admin_milik_tahun(
    Perjanjian,
    acuan=("indikator",),
    tampil=("tahun", "versi", "target", "predikat"),
    cari=("indikator__kode", "indikator__uraian"),
    saring=("versi",),
)


@admin.register(RincianIndikator)
class RincianIndikatorAdmin(AdminTeraudit):
    list_display = ("indikator", "cara_hitung", "definisi")
    list_select_related = ("indikator",)
    list_filter = ("cara_hitung",)
    search_fields = ("indikator__kode", "indikator__uraian")
    autocomplete_fields = ("indikator",)


@admin.register(PendahuluIndikator)
class PendahuluIndikatorAdmin(AdminTeraudit):
    list_display = ("indikator", "pendahulu", "catatan")
    list_select_related = ("indikator", "pendahulu")
    search_fields = ("indikator__kode", "indikator__uraian", "pendahulu__kode")
    autocomplete_fields = ("indikator", "pendahulu")


@admin.register(Pejabat)
class PejabatAdmin(AdminTeraudit):
    list_display = ("nama", "jabatan", "status", "instansi", "pemda", "unit", "mulai", "sampai")
    list_select_related = ("instansi", "pemda", "unit")
    list_filter = ("status", ("instansi", admin.RelatedOnlyFieldListFilter))
    search_fields = ("nama", "nip", "jabatan", "instansi__kode", "instansi__nama")
    autocomplete_fields = ("instansi", "pemda", "unit")


@admin.register(LembarPerjanjian)
class LembarPerjanjianAdmin(AdminTeraudit):
    list_display = ("tahun_kinerja", "versi", "unit", "tanggal")
    list_select_related = ("tahun_kinerja", "unit")
    list_filter = ("versi", ("tahun_kinerja__instansi", admin.RelatedOnlyFieldListFilter))
    search_fields = ("tahun_kinerja__instansi__kode", "tahun_kinerja__tahun")
    autocomplete_fields = ("tahun_kinerja", "unit", "pihak_pertama", "pihak_kedua")
