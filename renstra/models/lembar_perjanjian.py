"""The sheet of a Perjanjian Kinerja: who promises to whom, when, and why it was revised. Its targets: `Perjanjian`."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lkjip.kolom import pilihan_field, pilihan_sah
from lkjip.riwayat.models import ModelTeraudit
from renstra.data import Versi
from renstra.models.pejabat import Pejabat
from renstra.models.tahun import TahunKinerja
from renstra.models.unit import UnitKerja


class LembarPerjanjian(ModelTeraudit):
    """Of the head of the agency (`unit` empty) or of the head of a unit, one per version."""

    RIWAYAT_LINGKUP: ClassVar = {"tahun_kinerja": "tahun_kinerja", "instansi": "tahun_kinerja__instansi"}

    tahun_kinerja = models.ForeignKey(
        TahunKinerja, models.CASCADE, related_name="daftar_lembar_perjanjian", verbose_name="tahun kinerja"
    )
    versi = pilihan_field("versi", Versi, wajib=True)
    unit = models.ForeignKey(
        UnitKerja,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="daftar_lembar_perjanjian",
        verbose_name="unit kerja",
    )
    tanggal = models.DateField("tanggal", null=True, blank=True)
    tempat = models.CharField("tempat", max_length=100, blank=True, default="")
    pihak_pertama = models.ForeignKey(
        Pejabat, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="pihak pertama"
    )
    pihak_kedua = models.ForeignKey(
        Pejabat, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="pihak kedua"
    )
    alasan = models.TextField("alasan perubahan", blank=True, default="")

    class Meta:
        verbose_name = "lembar Perjanjian Kinerja"
        verbose_name_plural = "lembar Perjanjian Kinerja"
        ordering = ["tahun_kinerja", "versi", "unit"]
        constraints = [
            pilihan_sah("lembar_perjanjian", "versi", Versi, wajib=True),
            models.UniqueConstraint(
                fields=["tahun_kinerja", "versi", "unit"],
                name="lembar_perjanjian_unik_unit",
                condition=Q(unit__isnull=False),
                violation_error_message="Lembar ini sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["tahun_kinerja", "versi"],
                name="lembar_perjanjian_unik_kepala",
                condition=Q(unit__isnull=True),
                violation_error_message="Lembar ini sudah ada.",
            ),
        ]

    def __str__(self) -> str:
        return f"Perjanjian Kinerja {self.versi} {self.unit or ''}".strip()
