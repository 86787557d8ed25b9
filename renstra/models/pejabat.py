"""Who holds which post from when to when: the head of the agency, of its units, and of the region."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lkjip.kolom import pilihan_field, pilihan_sah, terisi
from lkjip.riwayat.models import ModelTeraudit
from renstra.data import StatusPejabat
from renstra.models.instansi import Instansi, Pemda
from renstra.models.unit import UnitKerja


class Pejabat(ModelTeraudit):
    """A term of office. `pemda` set: the head of the region; `unit` set: the head of that unit; else of the agency.

    Several terms may overlap for a day (a plh beside a definitif); which of them signs, `renstra.selectors` decides.
    """

    RIWAYAT_LINGKUP: ClassVar = {"instansi": "instansi"}

    instansi = models.ForeignKey(
        Instansi, models.CASCADE, null=True, blank=True, related_name="daftar_pejabat", verbose_name="instansi"
    )
    pemda = models.ForeignKey(
        Pemda,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="daftar_pejabat",
        verbose_name="pemerintah daerah",
    )
    unit = models.ForeignKey(
        UnitKerja, models.CASCADE, null=True, blank=True, related_name="daftar_pejabat", verbose_name="unit kerja"
    )
    status = pilihan_field("status", StatusPejabat)
    jabatan = models.CharField("jabatan", max_length=300, blank=True, default="")
    nama = models.CharField("nama", max_length=200)
    nip = models.CharField("NIP", max_length=30, blank=True, default="")
    pangkat = models.CharField("pangkat", max_length=100, blank=True, default="")
    mulai = models.DateField("mulai menjabat")
    sampai = models.DateField("sampai dengan", null=True, blank=True)

    class Meta:
        verbose_name = "pejabat"
        verbose_name_plural = "pejabat"
        ordering = ["instansi", "unit", "-mulai", "-id"]
        constraints = [
            terisi("pejabat", "nama"),
            pilihan_sah("pejabat", "status", StatusPejabat),
            models.CheckConstraint(
                condition=Q(instansi__isnull=False, pemda__isnull=True)
                | Q(instansi__isnull=True, pemda__isnull=False, unit__isnull=True),
                name="pejabat_satu_lingkup",
                violation_error_message="Pejabat milik tepat satu instansi atau satu pemerintah daerah.",
            ),
            models.CheckConstraint(
                condition=Q(sampai__gte=F("mulai")),
                name="pejabat_masa_urut",
                violation_error_message="Masa jabatan berakhir sebelum dimulai.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama} ({self.jabatan})" if self.jabatan else self.nama
