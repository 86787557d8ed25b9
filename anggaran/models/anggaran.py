"""The budget: program, kegiatan, subkegiatan, what they cost, their indicators and what they support."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from anggaran.data import KeteranganPenunjang, Tingkat
from kinerja.models.pengisian import TRIWULAN_TAHUN_INI, larangan_triwulan
from lkjip.dasar.rekaman import sebutan
from lkjip.kolom import (
    DesimalField,
    kode_field,
    pilihan_field,
    pilihan_sah,
    tahun_field,
    tahun_sah,
    tak_negatif,
    tak_negatif_sah,
    terisi,
    triwulan_field,
    triwulan_sah,
)
from lkjip.riwayat.models import ModelTeraudit
from renstra.models import Indikator, MilikTahun, Sasaran


class Anggaran(MilikTahun):
    kode = kode_field()
    induk = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="daftar_anak", verbose_name="induk"
    )
    tingkat = pilihan_field("tingkat", Tingkat)
    uraian = models.TextField("uraian", blank=True, default="")
    unit = models.TextField("unit", blank=True, default="")
    sasaran = models.ForeignKey(
        Sasaran, models.SET_NULL, null=True, blank=True, related_name="daftar_anggaran", verbose_name="sasaran"
    )
    pagu_murni = DesimalField("pagu murni", null=True, blank=True, validators=[tak_negatif])
    pagu_perubahan = DesimalField("pagu perubahan", null=True, blank=True, validators=[tak_negatif])
    penanggung_jawab = models.TextField("penanggung jawab", blank=True, default="")
    sumber_dana = models.CharField("sumber dana", blank=True, default="")

    class Meta(MilikTahun.Meta):
        verbose_name = "baris anggaran"
        verbose_name_plural = "anggaran"
        constraints = [
            models.UniqueConstraint(
                fields=["tahun_kinerja", "kode"],
                name="anggaran_kode_unik",
                violation_error_message="Kode ini sudah ada di tahun ini.",
            ),
            terisi("anggaran"),
            pilihan_sah("anggaran", "tingkat", Tingkat),
            tak_negatif_sah("anggaran", "pagu_murni"),
            tak_negatif_sah("anggaran", "pagu_perubahan"),
            models.CheckConstraint(
                condition=~Q(induk=F("id")),
                name="anggaran_bukan_induk_sendiri",
                violation_error_message="Baris tidak dapat menjadi induknya sendiri.",
            ),
        ]

    def __str__(self) -> str:
        return sebutan(self.kode, self.uraian)


class IndikatorAnggaran(ModelTeraudit):
    """The link between an indicator (of `renstra`) and the budget row that it hangs on."""

    RIWAYAT_LINGKUP: ClassVar = {
        "tahun_kinerja": "anggaran__tahun_kinerja",
        "instansi": "anggaran__tahun_kinerja__instansi",
    }

    indikator = models.OneToOneField(
        Indikator, models.CASCADE, related_name="indikator_anggaran", verbose_name="indikator"
    )
    anggaran = models.ForeignKey(
        Anggaran, models.CASCADE, related_name="daftar_indikator_anggaran", verbose_name="baris anggaran"
    )

    class Meta:
        verbose_name = "indikator baris anggaran"
        verbose_name_plural = "indikator baris anggaran"
        ordering = ["indikator__urutan", "id"]

    def __str__(self) -> str:
        return f"{self.indikator} pada {self.anggaran}"


class RealisasiAnggaran(MilikTahun):
    """Rupiah, cumulative since January."""

    LARANGAN: ClassVar = (larangan_triwulan(TRIWULAN_TAHUN_INI),)

    anggaran = models.ForeignKey(
        Anggaran, models.CASCADE, related_name="daftar_realisasi", verbose_name="baris anggaran"
    )
    tahun = tahun_field()
    triwulan = triwulan_field()
    realisasi = DesimalField("realisasi", null=True, blank=True)
    rencana = DesimalField("rencana (anggaran kas)", null=True, blank=True)

    class Meta(MilikTahun.Meta):
        verbose_name = "realisasi anggaran"
        verbose_name_plural = "realisasi anggaran"
        constraints = [
            models.UniqueConstraint(
                fields=["anggaran", "tahun", "triwulan"],
                name="realisasi_anggaran_unik",
                violation_error_message="Triwulan ini sudah ada untuk baris itu.",
            ),
            tahun_sah("realisasi_anggaran"),
            triwulan_sah("realisasi_anggaran"),
        ]

    def __str__(self) -> str:
        return f"Realisasi triwulan {self.triwulan} {self.tahun}"


class Penunjang(MilikTahun):
    """Which budget row supports which indicator (analysis 7 of PermenPANRB 53/2014). The workbook may repeat rows."""

    anggaran = models.ForeignKey(
        Anggaran, models.CASCADE, related_name="daftar_penunjang", verbose_name="baris anggaran"
    )
    indikator = models.ForeignKey(
        Indikator,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="daftar_penunjang",
        verbose_name="indikator keluaran",
    )
    mendukung = models.ForeignKey(
        Indikator,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="daftar_pendukung",
        verbose_name="mendukung indikator",
    )
    capaian = DesimalField("capaian", null=True, blank=True)
    keterangan = pilihan_field("keterangan", KeteranganPenunjang)

    class Meta(MilikTahun.Meta):
        verbose_name = "program penunjang"
        verbose_name_plural = "program penunjang"
        constraints = [pilihan_sah("penunjang", "keterangan", KeteranganPenunjang)]

    def __str__(self) -> str:
        return f"{self.anggaran} {self.keterangan}".strip()
