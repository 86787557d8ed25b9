"""What the head promised for the year: Perjanjian Kinerja, murni and perubahan."""

from __future__ import annotations

from django.db import models

from lkjip.kolom import DesimalField, pilihan_field, pilihan_sah, tahun_field, tahun_sah
from renstra.data import Versi
from renstra.models.indikator import Indikator
from renstra.models.tahun import MilikTahun


class Perjanjian(MilikTahun):
    indikator = models.ForeignKey(Indikator, models.CASCADE, related_name="daftar_perjanjian", verbose_name="indikator")
    tahun = tahun_field()
    versi = pilihan_field("versi", Versi, wajib=True)
    target = DesimalField("target", null=True, blank=True)
    predikat = models.CharField("predikat", blank=True, default="")

    class Meta(MilikTahun.Meta):
        verbose_name = "target Perjanjian Kinerja"
        verbose_name_plural = "target Perjanjian Kinerja"
        constraints = [
            models.UniqueConstraint(
                fields=["tahun_kinerja", "indikator", "tahun", "versi"],
                name="perjanjian_unik",
                violation_error_message="Target ini sudah ada.",
            ),
            tahun_sah("perjanjian"),
            pilihan_sah("perjanjian", "versi", Versi, wajib=True),
        ]

    def __str__(self) -> str:
        return f"Perjanjian Kinerja {self.versi} {self.tahun}"
