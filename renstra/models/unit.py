"""Units of an agency (sekretariat, bidang, UPTD), and which assignment is limited to which of them.

Which unit answers for an indicator or a budget row is said by the text in its `penanggung_jawab` (or `unit`), as the
workbook carries it; `SebutanUnit` are the further ways in which that text names a unit. One text may name several.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from lkjip.kolom import terisi
from lkjip.riwayat.models import ModelTeraudit
from renstra.models.instansi import Instansi
from renstra.models.penugasan import Penugasan


class UnitKerja(ModelTeraudit):
    RIWAYAT_LINGKUP: ClassVar = {"instansi": "instansi"}

    instansi = models.ForeignKey(Instansi, models.CASCADE, related_name="daftar_unit", verbose_name="instansi")
    nama = models.CharField("nama", max_length=200)

    class Meta:
        verbose_name = "unit kerja"
        verbose_name_plural = "unit kerja"
        ordering = ["instansi", "nama"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "nama"], name="unit_kerja_unik", violation_error_message="Unit ini sudah ada."
            ),
            terisi("unit_kerja", "nama"),
        ]

    def __str__(self) -> str:
        return self.nama


class SebutanUnit(ModelTeraudit):
    """Another text by which `penanggung_jawab` names this unit ("Kabid Mutasi" for "Bidang Mutasi")."""

    RIWAYAT_LINGKUP: ClassVar = {"instansi": "unit__instansi"}

    unit = models.ForeignKey(UnitKerja, models.CASCADE, related_name="daftar_sebutan", verbose_name="unit kerja")
    sebutan = models.CharField("sebutan", max_length=400)

    class Meta:
        verbose_name = "sebutan unit"
        verbose_name_plural = "sebutan unit"
        ordering = ["unit", "sebutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "sebutan"], name="sebutan_unit_unik", violation_error_message="Sebutan ini sudah ada."
            ),
            terisi("sebutan_unit", "sebutan"),
        ]

    def __str__(self) -> str:
        return self.sebutan


class UnitPenugasan(ModelTeraudit):
    """Limits an assignment as perencana to this unit (and others named so); without any it holds for the agency."""

    RIWAYAT_LINGKUP: ClassVar = {"instansi": "unit__instansi"}

    penugasan = models.ForeignKey(
        Penugasan, models.CASCADE, related_name="daftar_unit_penugasan", verbose_name="penugasan"
    )
    unit = models.ForeignKey(UnitKerja, models.CASCADE, related_name="daftar_unit_penugasan", verbose_name="unit kerja")

    class Meta:
        verbose_name = "unit dari penugasan"
        verbose_name_plural = "unit dari penugasan"
        ordering = ["penugasan", "unit"]
        constraints = [
            models.UniqueConstraint(
                fields=["penugasan", "unit"],
                name="unit_penugasan_unik",
                violation_error_message="Unit ini sudah ada pada penugasan itu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.penugasan} · {self.unit}"
