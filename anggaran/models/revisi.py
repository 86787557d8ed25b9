"""Earlier versions of the budget (DPA, pergeseran, DPPA), and which share of a row's money serves what."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from anggaran.models.anggaran import Anggaran
from lkjip.kolom import DesimalField, pilihan_field, pilihan_sah, tak_negatif, tak_negatif_sah, terisi
from lkjip.riwayat.models import ModelTeraudit
from renstra.data import Versi
from renstra.models import Indikator, MilikTahun, Sasaran

_LINGKUP = {"tahun_kinerja": "anggaran__tahun_kinerja", "instansi": "anggaran__tahun_kinerja__instansi"}


class RevisiAnggaran(MilikTahun):
    """A version of the budget document in its order; of the last one the pagu stand in `Anggaran` itself.

    `versi` says which column of the workbook it fills: murni until the change of APBD, perubahan from then on.
    """

    nama = models.CharField("nama", max_length=200, help_text="Misalnya DPA, Pergeseran I, DPPA.")
    versi = pilihan_field("versi", Versi, wajib=True)
    nomor = models.CharField("nomor dokumen", max_length=200, blank=True, default="")
    tanggal = models.DateField("tanggal", null=True, blank=True)

    class Meta(MilikTahun.Meta):
        verbose_name = "revisi anggaran"
        verbose_name_plural = "revisi anggaran"
        constraints = [
            terisi("revisi_anggaran", "nama"),
            pilihan_sah("revisi_anggaran", "versi", Versi, wajib=True),
            models.UniqueConstraint(
                fields=["tahun_kinerja", "nama"],
                name="revisi_anggaran_unik",
                violation_error_message="Revisi dengan nama ini sudah ada.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class PaguRevisi(ModelTeraudit):
    """What a row had in a version that is no longer in force. Rupiah."""

    RIWAYAT_LINGKUP: ClassVar = _LINGKUP

    revisi = models.ForeignKey(RevisiAnggaran, models.CASCADE, related_name="daftar_pagu", verbose_name="revisi")
    anggaran = models.ForeignKey(
        Anggaran, models.CASCADE, related_name="daftar_pagu_revisi", verbose_name="baris anggaran"
    )
    pagu = DesimalField("pagu", null=True, blank=True, validators=[tak_negatif])

    class Meta:
        verbose_name = "pagu revisi"
        verbose_name_plural = "pagu revisi"
        ordering = ["revisi", "anggaran__urutan", "id"]
        constraints = [
            tak_negatif_sah("pagu_revisi", "pagu"),
            models.UniqueConstraint(
                fields=["revisi", "anggaran"],
                name="pagu_revisi_unik",
                violation_error_message="Pagu baris ini pada revisi itu sudah ada.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.revisi}: {self.anggaran}"


class PorsiAnggaran(ModelTeraudit):
    """Which share of a row's money serves an indicator or a sasaran, where it serves several. 0 < porsi <= 1."""

    RIWAYAT_LINGKUP: ClassVar = _LINGKUP

    anggaran = models.ForeignKey(Anggaran, models.CASCADE, related_name="daftar_porsi", verbose_name="baris anggaran")
    indikator = models.ForeignKey(
        Indikator, models.CASCADE, null=True, blank=True, related_name="daftar_porsi", verbose_name="indikator"
    )
    sasaran = models.ForeignKey(
        Sasaran, models.CASCADE, null=True, blank=True, related_name="daftar_porsi", verbose_name="sasaran"
    )
    porsi = DesimalField("porsi", validators=[tak_negatif])

    class Meta:
        verbose_name = "porsi anggaran"
        verbose_name_plural = "porsi anggaran"
        ordering = ["anggaran__urutan", "id"]
        constraints = [
            tak_negatif_sah("porsi_anggaran", "porsi"),
            models.CheckConstraint(
                condition=Q(indikator__isnull=False, sasaran__isnull=True)
                | Q(indikator__isnull=True, sasaran__isnull=False),
                name="porsi_satu_tujuan",
                violation_error_message="Porsi milik tepat satu indikator atau satu sasaran.",
            ),
            *(
                models.UniqueConstraint(
                    fields=["anggaran", nama],
                    name=f"porsi_unik_{nama}",
                    condition=Q(**{f"{nama}__isnull": False}),
                    violation_error_message="Porsi ini sudah ada.",
                )
                for nama in ("indikator", "sasaran")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.anggaran} untuk {self.indikator or self.sasaran}"
