"""What the evaluators said: component scores, answers of the LKE, recommendations."""

from __future__ import annotations

from django.db import models

from kinerja.data import Jawaban, StatusRekomendasi
from lkjip.kolom import DesimalField, pilihan_field, pilihan_sah, tahun_field, tahun_sah, terisi
from renstra.models import MilikTahun


class Sakip(MilikTahun):
    tahun = tahun_field("tahun yang dievaluasi")
    komponen = models.CharField("komponen", max_length=200)
    bobot = DesimalField("bobot", null=True, blank=True)
    nilai = DesimalField("nilai", null=True, blank=True)

    class Meta(MilikTahun.Meta):
        verbose_name = "nilai komponen SAKIP"
        verbose_name_plural = "nilai komponen SAKIP"
        constraints = [
            models.UniqueConstraint(
                fields=["tahun_kinerja", "tahun", "komponen"],
                name="sakip_unik",
                violation_error_message="Komponen ini sudah ada untuk tahun itu.",
            ),
            tahun_sah("sakip"),
            terisi("sakip", "komponen"),
        ]

    def __str__(self) -> str:
        return f"{self.komponen} {self.tahun}"


class Lke(MilikTahun):
    tahun = tahun_field("tahun yang dievaluasi")
    subkomponen = models.CharField("subkomponen", max_length=20, help_text="1.a sampai 4.c")
    jawaban = pilihan_field("jawaban", Jawaban)
    catatan = models.TextField("catatan", blank=True, default="")

    class Meta(MilikTahun.Meta):
        verbose_name = "jawaban LKE"
        verbose_name_plural = "jawaban LKE"
        constraints = [
            models.UniqueConstraint(
                fields=["tahun_kinerja", "tahun", "subkomponen"],
                name="lke_unik",
                violation_error_message="Subkomponen ini sudah dijawab untuk tahun itu.",
            ),
            tahun_sah("lke"),
            terisi("lke", "subkomponen"),
            pilihan_sah("lke", "jawaban", Jawaban),
        ]

    def __str__(self) -> str:
        return f"{self.subkomponen} {self.tahun}"


class Rekomendasi(MilikTahun):
    """A recommendation and what became of it. The workbook may repeat rows."""

    tahun = tahun_field()
    komponen = models.TextField("komponen", blank=True, default="")
    rekomendasi = models.TextField("rekomendasi", blank=True, default="")
    tindak_lanjut = models.TextField("tindak lanjut", blank=True, default="")
    status = pilihan_field("status", StatusRekomendasi)

    class Meta(MilikTahun.Meta):
        verbose_name = "rekomendasi"
        verbose_name_plural = "rekomendasi"
        constraints = [tahun_sah("rekomendasi"), pilihan_sah("rekomendasi", "status", StatusRekomendasi)]

    def __str__(self) -> str:
        return self.rekomendasi[:80] or f"Rekomendasi {self.tahun}"
