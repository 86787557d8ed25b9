"""Claims of a published report, to be recomputed."""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from lkjip.kolom import DesimalField, pilihan_field, pilihan_sah, tahun_field, tahun_sah, triwulan_field, triwulan_sah
from renstra.data import VersiTarget
from renstra.models import MilikTahun


class Klaim(MilikTahun):
    """What a report prints. `nilai` keeps the decimals as printed. The workbook may repeat rows."""

    rujukan = models.TextField("rujukan", blank=True, default="")
    besaran = models.CharField("besaran", blank=True, default="")
    subjek = models.CharField("subjek", blank=True, default="")
    tahun = tahun_field(kosong=True)
    triwulan = triwulan_field(kosong=True)
    versi = pilihan_field("versi", VersiTarget)
    nilai = DesimalField("nilai", null=True, blank=True)
    desimal = models.PositiveSmallIntegerField("desimal", null=True, blank=True, validators=[MaxValueValidator(20)])
    teks = models.TextField("teks", blank=True, default="")

    class Meta(MilikTahun.Meta):
        verbose_name = "klaim"
        verbose_name_plural = "klaim"
        constraints = [
            pilihan_sah("klaim", "versi", VersiTarget),
            tahun_sah("klaim"),
            triwulan_sah("klaim"),
            models.CheckConstraint(condition=Q(desimal__lte=20), name="klaim_desimal_sah"),
        ]

    def __str__(self) -> str:
        return f"{self.besaran} {self.subjek}: {self.nilai if self.nilai is not None else self.teks}"
