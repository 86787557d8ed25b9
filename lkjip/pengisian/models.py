"""What the pages of a quarter remember: how an agency's budget file is read, and which reminders were sent."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from lkjip.kolom import terisi
from lkjip.riwayat.models import ModelTeraudit
from renstra.models import Instansi


class PencocokanKolom(ModelTeraudit):
    """Which columns of the budget system's spreadsheet hold kode, uraian, pagu and realisasi, as last chosen."""

    RIWAYAT_LINGKUP: ClassVar = {"instansi": "instansi"}

    instansi = models.OneToOneField(Instansi, models.CASCADE, related_name="pencocokan_kolom", verbose_name="instansi")
    isi = models.JSONField("pencocokan", default=dict)

    class Meta:
        verbose_name = "pencocokan kolom"
        verbose_name_plural = "pencocokan kolom"
        ordering = ["instansi"]

    def __str__(self) -> str:
        return f"Pencocokan kolom {self.instansi}"


class PengingatTerkirim(ModelTeraudit):
    """One thing of which one person was reminded by e-mail: never twice (`manage.py ingatkan`)."""

    RIWAYAT_LINGKUP: ClassVar = {}

    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="daftar_pengingat", verbose_name="pengguna"
    )
    hal = models.CharField("hal", max_length=200)
    waktu = models.DateTimeField("waktu")

    class Meta:
        verbose_name = "pengingat terkirim"
        verbose_name_plural = "pengingat terkirim"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["pengguna", "hal"], name="pengingat_sekali"),
            terisi("pengingat", "hal"),
        ]

    def __str__(self) -> str:
        return f"{self.hal} kepada {self.pengguna}"
