"""Everything read about measurement."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import F

from kinerja import data, models
from lkjip.dasar.rekaman import susun_rekaman
from renstra.data import DataRenstra
from renstra.models import MilikTahun, TahunKinerja

_R = TypeVar("_R")


def load_kinerja(tahun_kinerja: TahunKinerja, *, renstra: DataRenstra) -> data.DataKinerja:
    """Everything measured in this agency-year: ten queries."""

    def daftar(model: type[MilikTahun], kelas: type[_R], *kolom: str) -> tuple[_R, ...]:
        return _daftar(tahun_kinerja, model, kelas, *kolom)

    nilai = ("realisasi", "pembilang", "penyebut")
    return data.DataKinerja(
        renstra=renstra,
        metode=_metode(tahun_kinerja),
        daftar_skala=daftar(models.Skala, data.Skala, "skala", "arah", "batas_bawah", "kategori"),
        daftar_komponen=daftar(
            models.Komponen, data.Komponen, "indikator", "kode", "uraian", "bobot", "nilai", "tahun"
        ),
        daftar_kinerja_triwulan=daftar(
            models.KinerjaTriwulan, data.KinerjaTriwulan,
            "indikator", "tahun", "triwulan", "target", "predikat_target", "predikat_realisasi", "catatan", *nilai,
        ),
        daftar_realisasi_tahunan=daftar(
            models.RealisasiTahunan, data.RealisasiTahunan,
            "indikator", "tahun", "predikat", "nomor_surat", "tanggal_surat", "tahun_penilaian", *nilai,
        ),
        daftar_pembanding=daftar(
            models.Pembanding, data.Pembanding, "indikator", "tahun", "jenis", "nama", "nilai", "predikat"
        ),
        daftar_sakip=daftar(models.Sakip, data.Sakip, "tahun", "komponen", "bobot", "nilai"),
        daftar_lke=daftar(models.Lke, data.Lke, "tahun", "subkomponen", "jawaban", "catatan"),
        daftar_rekomendasi=daftar(
            models.Rekomendasi, data.Rekomendasi, "tahun", "komponen", "rekomendasi", "tindak_lanjut", "status"
        ),
        daftar_analisis=daftar(
            models.Analisis, data.Analisis, "indikator", "tahun", "faktor", "nomor", "uraian"
        ),
    )  # fmt: skip


def _metode(tahun_kinerja: TahunKinerja) -> data.MetodePengukuran:
    kolom = ("batas_capaian", "rumus_negatif", "desimal", "skala", "metode_efisiensi", "skema_sakip")
    baris = models.MetodePengukuran.objects.filter(tahun_kinerja=tahun_kinerja).values(*kolom)
    return next(iter(susun_rekaman(data.MetodePengukuran, baris)), data.MetodePengukuran())


def _daftar(tahun_kinerja: TahunKinerja, model: type[MilikTahun], kelas: type[_R], *kolom: str) -> tuple[_R, ...]:
    """The year's rows as records. An indicator is named by its kode; `nomor` is the workbook's own `urutan`."""
    biasa = [nama for nama in kolom if nama != "indikator"]
    acuan: dict[str, Any] = {"kode_indikator": F("indikator__kode")} if "indikator" in kolom else {}
    baris = model._default_manager.filter(tahun_kinerja=tahun_kinerja).order_by("urutan", "id").values(*biasa, **acuan)
    return susun_rekaman(kelas, baris, nama_lain={"kode_indikator": "indikator", "nomor": "urutan"})
