"""Why: what helped, what hindered, what was done, per indicator."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from kinerja.data import Faktor
from kinerja.models.pengisian import TRIWULAN_BARIS, larangan_triwulan
from lkjip.kolom import (
    pilihan_field,
    pilihan_sah,
    tahun_field,
    tahun_sah,
    terisi,
    triwulan_field,
    triwulan_sah,
)
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


class AnalisisTriwulan(MilikTahun):
    """One list item of a quarter's analysis. The workbook's sheet `analisis` is the year's and knows no quarter.

    `urutan` is its place in the list; `dibawa_dari` the quarter it was carried over from, empty again once edited.
    """

    LARANGAN: ClassVar = (larangan_triwulan(TRIWULAN_BARIS),)

    indikator = models.ForeignKey(
        Indikator, models.CASCADE, related_name="daftar_analisis_triwulan", verbose_name="indikator"
    )
    triwulan = triwulan_field()
    faktor = pilihan_field("faktor", Faktor, wajib=True)
    uraian = models.TextField("uraian")
    dibawa_dari = triwulan_field("dibawa dari triwulan", kosong=True)

    class Meta(MilikTahun.Meta):
        verbose_name = "analisis triwulan"
        verbose_name_plural = "analisis triwulan"
        constraints = [
            triwulan_sah("analisis_triwulan"),
            triwulan_sah("analisis_triwulan", "dibawa_dari"),
            pilihan_sah("analisis_triwulan", "faktor", Faktor, wajib=True),
            terisi("analisis_triwulan", "uraian"),
        ]

    def __str__(self) -> str:
        return f"{self.get_faktor_display()}: {self.uraian[:80]}"
