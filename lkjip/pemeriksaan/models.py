"""Claims of a published report, to be recomputed; and what the head answers for a finding that stays."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from lkjip.kolom import (
    DesimalField,
    pilihan_field,
    pilihan_sah,
    tahun_field,
    tahun_sah,
    terisi,
    triwulan_field,
    triwulan_sah,
)
from lkjip.riwayat.models import ModelTeraudit
from renstra.data import VersiTarget
from renstra.models import MilikTahun, TahunKinerja


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


class JawabanTemuan(ModelTeraudit):
    """Why a finding stays as it is, by whoever answers for it. It counts while the finding is the same (`sidik`)."""

    RIWAYAT_LINGKUP: ClassVar = {"tahun_kinerja": "tahun_kinerja", "instansi": "tahun_kinerja__instansi"}

    tahun_kinerja = models.ForeignKey(TahunKinerja, models.CASCADE, related_name="daftar_jawaban_temuan")
    kunci = models.CharField("temuan", max_length=200)
    sidik = models.CharField("sidik temuan", max_length=64)
    aturan = models.CharField("aturan", max_length=10)
    pesan = models.TextField("bunyi temuan")
    alasan = models.TextField("alasan")
    oleh: models.ForeignKey[Any, Any] = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="oleh"
    )
    pada = models.DateTimeField("pada")

    class Meta:
        verbose_name = "jawaban temuan"
        verbose_name_plural = "jawaban temuan"
        ordering = ["tahun_kinerja", "kunci"]
        constraints = [
            models.UniqueConstraint(fields=["tahun_kinerja", "kunci"], name="jawaban_temuan_unik"),
            terisi("jawaban_temuan", "kunci"),
            terisi("jawaban_temuan", "alasan"),
        ]

    def __str__(self) -> str:
        return f"{self.aturan}: {self.alasan[:80]}"
