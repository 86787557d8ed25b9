"""The measuring method of a year, and the scales that give a capaian its category. Methods are data."""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from kinerja.data import MetodeEfisiensi, RumusNegatif, SkemaSakip
from lkjip.kolom import DesimalField, pilihan_field, pilihan_sah
from lkjip.riwayat.models import ModelTeraudit
from renstra.data import Arah
from renstra.models import MilikTahun, TahunKinerja


class MetodePengukuran(ModelTeraudit):
    RIWAYAT_LINGKUP = MilikTahun.RIWAYAT_LINGKUP

    tahun_kinerja = models.OneToOneField(
        TahunKinerja, models.CASCADE, related_name="metode_pengukuran", verbose_name="tahun kinerja"
    )
    batas_capaian = DesimalField(
        "batas capaian",
        null=True,
        blank=True,
        help_text="Persen; kosong berarti tanpa batas.",
    )
    rumus_negatif = pilihan_field("rumus indikator negatif", RumusNegatif)
    desimal = models.PositiveSmallIntegerField(
        "desimal", null=True, blank=True, validators=[MaxValueValidator(10)], help_text="Banyak angka di belakang koma."
    )
    skala = models.CharField("skala", blank=True, default="", help_text="Nama skala dari daftar skala tahun ini.")
    metode_efisiensi = pilihan_field("metode efisiensi", MetodeEfisiensi)
    skema_sakip = pilihan_field("skema SAKIP", SkemaSakip)

    class Meta:
        verbose_name = "metode pengukuran"
        verbose_name_plural = "metode pengukuran"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(desimal__lte=10), name="metode_desimal_sah"),
            pilihan_sah("metode", "rumus_negatif", RumusNegatif),
            pilihan_sah("metode", "metode_efisiensi", MetodeEfisiensi),
            pilihan_sah("metode", "skema_sakip", SkemaSakip),
        ]

    def __str__(self) -> str:
        return f"Metode pengukuran {self.tahun_kinerja}"


class Skala(MilikTahun):
    """One row of a scale. The workbook may repeat rows, so nothing is unique here."""

    skala = models.CharField("skala", blank=True, default="")
    arah = pilihan_field("arah", Arah)
    batas_bawah = DesimalField("batas bawah", null=True, blank=True)
    kategori = models.CharField("kategori", blank=True, default="")

    class Meta(MilikTahun.Meta):
        verbose_name = "skala"
        verbose_name_plural = "skala"
        constraints = [pilihan_sah("skala", "arah", Arah)]

    def __str__(self) -> str:
        return f"{self.skala}: {self.kategori}"
