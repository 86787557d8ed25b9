"""Why: what helped, what hindered, what was done, per indicator."""

from __future__ import annotations

from django.db import models

from kinerja.data import Faktor
from lkjip.kolom import pilihan_field, pilihan_sah, tahun_field, tahun_sah
from renstra.models import Indikator, MilikTahun


class Analisis(MilikTahun):
    """`nomor` is the workbook's own column `urutan`; `urutan` is, as everywhere, the row's place in the sheet."""

    indikator = models.ForeignKey(Indikator, models.CASCADE, related_name="daftar_analisis", verbose_name="indikator")
    tahun = tahun_field()
    faktor = pilihan_field("faktor", Faktor, wajib=True)
    nomor = models.IntegerField("nomor urut", null=True, blank=True)
    uraian = models.TextField("uraian", blank=True, default="")

    class Meta(MilikTahun.Meta):
        verbose_name = "analisis"
        verbose_name_plural = "analisis"
        constraints = [tahun_sah("analisis"), pilihan_sah("analisis", "faktor", Faktor, wajib=True)]

    def __str__(self) -> str:
        return f"{self.get_faktor_display()}: {self.uraian[:80]}"
