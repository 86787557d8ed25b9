"""Admin pages of the evaluation: schemes may be edited until one is used; what people did is to be read only."""

from __future__ import annotations

from django.contrib import admin
from django.db import models as orm

from kinerja import models
from lkjip.riwayat.admin import AdminTeraudit, HanyaLihat


@admin.register(models.SkemaEvaluasi)
class SkemaEvaluasiAdmin(AdminTeraudit):
    list_display = ("nama", "kode", "berlaku_dari", "berlaku_sampai")
    search_fields = ("nama", "kode")


@admin.register(models.KomponenSkema)
class KomponenSkemaAdmin(AdminTeraudit):
    list_display = ("skema", "nomor", "nama", "bobot")
    list_select_related = ("skema",)
    list_filter = ("skema",)
    search_fields = ("nama",)


@admin.register(models.SubkomponenSkema)
class SubkomponenSkemaAdmin(AdminTeraudit):
    list_display = ("kode", "nama", "komponen", "bobot")
    list_select_related = ("komponen",)
    list_filter = ("komponen__skema",)
    search_fields = ("kode", "nama")
    autocomplete_fields = ("komponen",)


@admin.register(models.KriteriaSkema)
class KriteriaSkemaAdmin(AdminTeraudit):
    list_display = ("subkomponen", "nomor", "uraian")
    list_select_related = ("subkomponen",)
    list_filter = ("subkomponen__komponen__skema",)
    search_fields = ("uraian",)
    autocomplete_fields = ("subkomponen",)


@admin.register(models.JawabanSkema)
class JawabanSkemaAdmin(AdminTeraudit):
    list_display = ("skema", "kode", "nilai", "arti")
    list_select_related = ("skema",)
    list_filter = ("skema",)


@admin.register(models.PredikatSkema)
class PredikatSkemaAdmin(AdminTeraudit):
    list_display = ("skema", "huruf", "nama", "batas")
    list_select_related = ("skema",)
    list_filter = ("skema",)


@admin.register(models.PengaturanEvaluasi)
class PengaturanEvaluasiAdmin(AdminTeraudit):
    list_display = ("pemda", "tingkat", "peringkat_terbuka", "nama_apip")
    list_select_related = ("pemda",)


def _hanya_lihat(model: type[orm.Model], tampil: tuple[str, ...], acuan: tuple[str, ...]) -> None:
    admin.site.register(
        model, type(f"{model.__name__}Admin", (HanyaLihat,), {"list_display": tampil, "list_select_related": acuan})
    )


_hanya_lihat(models.Evaluasi, ("instansi", "tahun", "skema", "asal", "tahap"), ("instansi", "skema"))
for _model, _tampil in (
    (models.TimEvaluasi, ("evaluasi", "pengguna", "peran")),
    (models.LangkahEvaluasi, ("evaluasi", "langkah", "dari", "ke", "nama_oleh", "waktu")),
    (models.JawabanEvaluasi, ("evaluasi", "penilai", "subkomponen", "kriteria", "jawaban")),
    (models.BuktiEvaluasi, ("evaluasi", "penilai", "subkomponen", "judul", "halaman")),
    (models.NilaiKomponenEvaluasi, ("evaluasi", "nomor", "nilai")),
    (models.CatatanEvaluasi, ("evaluasi", "komponen", "jenis", "isi")),
    (models.RekomendasiEvaluasi, ("evaluasi", "komponen", "rekomendasi", "keadaan", "batas_waktu")),
):
    _acuan = ("evaluasi__instansi", *(("pengguna",) if _model is models.TimEvaluasi else ()))
    _hanya_lihat(_model, _tampil, _acuan)
_hanya_lihat(models.TindakLanjut, ("rekomendasi", "uraian", "keadaan", "putusan", "nama_oleh"), ("rekomendasi",))
_hanya_lihat(models.Reviu, ("tahun_kinerja", "nomor", "tahap", "nama_pereviu"), ("tahun_kinerja__instansi",))
_REVIU = ("reviu__tahun_kinerja__instansi",)
_hanya_lihat(models.JawabanPertanyaanReviu, ("reviu", "kode", "jawaban"), _REVIU)
_hanya_lihat(models.CatatanReviu, ("reviu", "judul_jangkar", "isi", "tuntas"), _REVIU)
