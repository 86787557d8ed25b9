"""What is to be reached: misi, tujuan, sasaran of one Renstra."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from lkjip.dasar.rekaman import sebutan
from lkjip.kolom import kode_field, terisi, urutan_field
from lkjip.riwayat.models import ModelTeraudit
from renstra.models.tahun import Renstra

_LINGKUP = {"renstra": "renstra", "instansi": "renstra__instansi"}


def _kode_unik(tabel: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        fields=["renstra", "kode"],
        name=f"{tabel}_kode_unik",
        violation_error_message="Kode ini sudah ada di Renstra ini.",
    )


class Misi(ModelTeraudit):
    RIWAYAT_LINGKUP: ClassVar = _LINGKUP

    renstra = models.ForeignKey(Renstra, models.CASCADE, related_name="daftar_misi", verbose_name="Renstra")
    urutan = urutan_field()
    kode = kode_field()
    visi = models.TextField("visi", blank=True, default="")
    uraian = models.TextField("uraian", blank=True, default="")

    class Meta:
        verbose_name = "misi"
        verbose_name_plural = "misi"
        ordering = ["urutan", "id"]
        constraints = [_kode_unik("misi"), terisi("misi")]

    def __str__(self) -> str:
        return sebutan(self.kode, self.uraian)


class Tujuan(ModelTeraudit):
    RIWAYAT_LINGKUP: ClassVar = _LINGKUP

    renstra = models.ForeignKey(Renstra, models.CASCADE, related_name="daftar_tujuan", verbose_name="Renstra")
    urutan = urutan_field()
    kode = kode_field()
    misi = models.ForeignKey(
        Misi, models.SET_NULL, null=True, blank=True, related_name="daftar_tujuan", verbose_name="misi"
    )
    uraian = models.TextField("uraian", blank=True, default="")

    class Meta:
        verbose_name = "tujuan"
        verbose_name_plural = "tujuan"
        ordering = ["urutan", "id"]
        constraints = [_kode_unik("tujuan"), terisi("tujuan")]

    def __str__(self) -> str:
        return sebutan(self.kode, self.uraian)


class Sasaran(ModelTeraudit):
    RIWAYAT_LINGKUP: ClassVar = _LINGKUP

    renstra = models.ForeignKey(Renstra, models.CASCADE, related_name="daftar_sasaran", verbose_name="Renstra")
    urutan = urutan_field()
    kode = kode_field()
    tujuan = models.ForeignKey(
        Tujuan, models.SET_NULL, null=True, blank=True, related_name="daftar_sasaran", verbose_name="tujuan"
    )
    uraian = models.TextField("uraian", blank=True, default="")

    class Meta:
        verbose_name = "sasaran"
        verbose_name_plural = "sasaran"
        ordering = ["urutan", "id"]
        constraints = [_kode_unik("sasaran"), terisi("sasaran")]

    def __str__(self) -> str:
        return sebutan(self.kode, self.uraian)
