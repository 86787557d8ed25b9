"""Spending by kind (operasi, modal, pegawai …)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from lkjip.dasar.rekaman import sebutan
from lkjip.kolom import DesimalField, kode_field, tahun_field, tahun_sah, tak_negatif, tak_negatif_sah, terisi
from renstra.models import MilikTahun


class Belanja(MilikTahun):
    kode = kode_field()
    induk = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="daftar_anak", verbose_name="induk"
    )
    uraian = models.TextField("uraian", blank=True, default="")
    tahun = tahun_field(kosong=True)
    pagu_murni = DesimalField("pagu murni", null=True, blank=True, validators=[tak_negatif])
    pagu = DesimalField("pagu", null=True, blank=True, validators=[tak_negatif])
    realisasi = DesimalField("realisasi", null=True, blank=True)

    class Meta(MilikTahun.Meta):
        verbose_name = "belanja"
        verbose_name_plural = "belanja"
        constraints = [
            models.UniqueConstraint(
                F("tahun_kinerja"),
                F("kode"),
                Coalesce("tahun", 0),
                name="belanja_unik",
                violation_error_message="Kode ini sudah ada untuk tahun itu.",
            ),
            terisi("belanja"),
            tahun_sah("belanja"),
            tak_negatif_sah("belanja", "pagu_murni"),
            tak_negatif_sah("belanja", "pagu"),
            models.CheckConstraint(
                condition=~Q(induk=F("id")),
                name="belanja_bukan_induk_sendiri",
                violation_error_message="Baris tidak dapat menjadi induknya sendiri.",
            ),
        ]

    def __str__(self) -> str:
        return sebutan(self.kode, self.uraian)
