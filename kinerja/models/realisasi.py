"""What was reached: by quarter, by year, by component, and what others reached."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from django.db import models
from django.db.models import F
from django.db.models.functions import Coalesce

from kinerja.data import JenisPembanding
from kinerja.models.pengisian import TERTUTUP, TRIWULAN_TAHUN_INI, larangan_pindah, larangan_triwulan
from lkjip.dasar.rekaman import sebutan
from lkjip.kolom import (
    DesimalField,
    kode_field,
    pilihan_field,
    pilihan_sah,
    tahun_field,
    tahun_sah,
    terisi,
    triwulan_field,
    triwulan_sah,
)
from lkjip.riwayat.models import ModelTeraudit
from renstra.models import Indikator, MilikTahun


def _indikator_field(nama_balik: str) -> models.ForeignKey[Indikator, Indikator]:
    return models.ForeignKey(Indikator, models.CASCADE, related_name=nama_balik, verbose_name="indikator")


class KinerjaTriwulan(MilikTahun):
    LARANGAN: ClassVar = (
        larangan_triwulan(TRIWULAN_TAHUN_INI),
        replace(
            larangan_pindah(
                "indikator",
                pada="renstra.Indikator",
                kolom="renstra tahun_kinerja",
                dari_triwulan="kinerja_pengisiantriwulan p JOIN kinerja_kinerjatriwulan q ON q.triwulan = p.triwulan "
                "AND q.tahun_kinerja_id = p.tahun_kinerja_id WHERE q.indikator_id = {baris}.id",
            ),
            bila=f"{TERTUTUP} AND NOT EXISTS (SELECT 1 FROM renstra_tahunkinerja t WHERE t.id = p.tahun_kinerja_id "
            "AND (t.renstra_id = NEW.renstra_id OR t.id = NEW.tahun_kinerja_id))",
        ),
    )

    indikator = _indikator_field("daftar_kinerja_triwulan")
    tahun = tahun_field()
    triwulan = triwulan_field()
    target = DesimalField("target", null=True, blank=True)
    realisasi = DesimalField("realisasi", null=True, blank=True)
    predikat_target = models.CharField("predikat target", blank=True, default="")
    predikat_realisasi = models.CharField("predikat realisasi", blank=True, default="")
    catatan = models.TextField("catatan", blank=True, default="")
    pembilang = DesimalField("pembilang", null=True, blank=True)
    penyebut = DesimalField("penyebut", null=True, blank=True)

    class Meta(MilikTahun.Meta):
        verbose_name = "kinerja triwulan"
        verbose_name_plural = "kinerja triwulan"
        constraints = [
            models.UniqueConstraint(
                fields=["tahun_kinerja", "indikator", "tahun", "triwulan"],
                name="kinerja_triwulan_unik",
                violation_error_message="Triwulan ini sudah ada untuk indikator itu.",
            ),
            tahun_sah("kinerja_triwulan"),
            triwulan_sah("kinerja_triwulan"),
        ]

    def __str__(self) -> str:
        return f"Triwulan {self.triwulan} {self.tahun}"


class RealisasiTahunan(MilikTahun):
    indikator = _indikator_field("daftar_realisasi_tahunan")
    tahun = tahun_field()
    realisasi = DesimalField("realisasi", null=True, blank=True)
    predikat = models.CharField("predikat", blank=True, default="")
    pembilang = DesimalField("pembilang", null=True, blank=True)
    penyebut = DesimalField("penyebut", null=True, blank=True)
    nomor_surat = models.CharField("nomor surat", blank=True, default="")
    tanggal_surat = models.DateField("tanggal surat", null=True, blank=True)
    tahun_penilaian = tahun_field("tahun penilaian", kosong=True)

    class Meta(MilikTahun.Meta):
        verbose_name = "realisasi tahunan"
        verbose_name_plural = "realisasi tahunan"
        constraints = [
            models.UniqueConstraint(
                fields=["tahun_kinerja", "indikator", "tahun"],
                name="realisasi_tahunan_unik",
                violation_error_message="Realisasi tahun ini sudah ada untuk indikator itu.",
            ),
            tahun_sah("realisasi_tahunan"),
            tahun_sah("realisasi_tahunan", "tahun_penilaian"),
        ]

    def __str__(self) -> str:
        return f"Realisasi {self.tahun}"


class Komponen(MilikTahun):
    """A weighted part of a composite indicator; its kode may return in another year."""

    indikator = _indikator_field("daftar_komponen")
    kode = kode_field()
    uraian = models.TextField("uraian", blank=True, default="")
    bobot = DesimalField("bobot", null=True, blank=True)
    nilai = DesimalField("nilai", null=True, blank=True)
    tahun = tahun_field(kosong=True)

    class Meta(MilikTahun.Meta):
        verbose_name = "komponen indikator"
        verbose_name_plural = "komponen indikator"
        constraints = [
            models.UniqueConstraint(
                F("tahun_kinerja"),
                F("indikator"),
                F("kode"),
                Coalesce("tahun", 0),
                name="komponen_unik",
                violation_error_message="Kode komponen ini sudah ada untuk tahun itu.",
            ),
            terisi("komponen"),
            tahun_sah("komponen"),
        ]

    def __str__(self) -> str:
        return sebutan(self.kode, self.uraian)


class KomponenTriwulan(ModelTeraudit):
    """The value of a component at the end of a quarter; the workbook knows only that of the year (`Komponen.nilai`)."""

    RIWAYAT_LINGKUP: ClassVar = {
        "tahun_kinerja": "komponen__tahun_kinerja",
        "instansi": "komponen__tahun_kinerja__instansi",
    }
    LARANGAN: ClassVar = (
        larangan_triwulan(
            "p.triwulan = {baris}.triwulan AND p.tahun_kinerja_id = "
            "(SELECT k.tahun_kinerja_id FROM kinerja_komponen k WHERE k.id = {baris}.komponen_id)"
        ),
        larangan_pindah(
            "komponen",
            pada="kinerja.Komponen",
            kolom="tahun_kinerja indikator",
            dari_triwulan="kinerja_pengisiantriwulan p JOIN kinerja_komponentriwulan q ON q.triwulan = p.triwulan "
            "WHERE q.komponen_id = {baris}.id AND p.tahun_kinerja_id = {baris}.tahun_kinerja_id",
        ),
    )

    komponen = models.ForeignKey(Komponen, models.CASCADE, related_name="daftar_triwulan", verbose_name="komponen")
    triwulan = triwulan_field()
    nilai = DesimalField("nilai", null=True, blank=True)

    class Meta:
        verbose_name = "nilai komponen triwulan"
        verbose_name_plural = "nilai komponen triwulan"
        ordering = ["komponen", "triwulan"]
        constraints = [
            models.UniqueConstraint(
                fields=["komponen", "triwulan"],
                name="komponen_triwulan_unik",
                violation_error_message="Triwulan ini sudah ada untuk komponen itu.",
            ),
            triwulan_sah("komponen_triwulan"),
        ]

    def __str__(self) -> str:
        return f"{self.komponen} triwulan {self.triwulan}"


class Pembanding(MilikTahun):
    """What the nation or another agency reached. The workbook may repeat rows."""

    indikator = _indikator_field("daftar_pembanding")
    tahun = tahun_field()
    jenis = pilihan_field("jenis", JenisPembanding, wajib=True)
    nama = models.CharField("nama", blank=True, default="")
    nilai = DesimalField("nilai", null=True, blank=True)
    predikat = models.CharField("predikat", blank=True, default="")

    class Meta(MilikTahun.Meta):
        verbose_name = "pembanding"
        verbose_name_plural = "pembanding"
        constraints = [tahun_sah("pembanding"), pilihan_sah("pembanding", "jenis", JenisPembanding, wajib=True)]

    def __str__(self) -> str:
        return f"{self.nama or self.get_jenis_display()} {self.tahun}"
