"""When: the Renstra of a period, and the agency-year from which everything else hangs."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from lkjip.kolom import pilihan_field, pilihan_sah, tahun_field, tahun_sah, urutan_field
from lkjip.riwayat.models import ModelTeraudit
from renstra.data import JenisPemda
from renstra.models.instansi import IdentitasInstansi, Instansi


class Renstra(ModelTeraudit):
    """A strategic plan of one period. Years with the same plan share it; a year that differs has its own versi.

    `asal` is the plan from which this one was copied: the version before a reviu, or the plan of the period before.
    """

    RIWAYAT_LINGKUP: ClassVar = {"renstra": "", "instansi": "instansi"}
    LINGKUP_BEBAS: ClassVar = frozenset({"asal"})

    instansi = models.ForeignKey(Instansi, models.CASCADE, related_name="daftar_renstra", verbose_name="instansi")
    renstra_awal = tahun_field("tahun awal", kosong=True)
    renstra_akhir = tahun_field("tahun akhir", kosong=True)
    versi = models.PositiveSmallIntegerField("versi", default=1, validators=[MinValueValidator(1)])
    nomor_penetapan = models.CharField("nomor penetapan", max_length=200, blank=True, default="")
    tanggal_penetapan = models.DateField("tanggal penetapan", null=True, blank=True)
    keterangan = models.TextField("keterangan", blank=True, default="", help_text="Misalnya alasan reviu.")
    asal = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="daftar_turunan", verbose_name="disalin dari"
    )

    class Meta:
        verbose_name = "Renstra"
        verbose_name_plural = "Renstra"
        ordering = ["instansi", "renstra_awal", "versi"]
        constraints = [
            models.UniqueConstraint(
                F("instansi"),
                Coalesce("renstra_awal", 0),
                Coalesce("renstra_akhir", 0),
                F("versi"),
                name="renstra_unik",
                violation_error_message="Versi Renstra ini sudah ada.",
            ),
            tahun_sah("renstra", "renstra_awal"),
            tahun_sah("renstra", "renstra_akhir"),
            models.CheckConstraint(
                condition=Q(renstra_akhir__gte=F("renstra_awal")),
                name="renstra_periode_urut",
                violation_error_message="Tahun akhir Renstra mendahului tahun awalnya.",
            ),
            models.CheckConstraint(condition=Q(versi__gte=1), name="renstra_versi_sah"),
        ]

    def clean(self) -> None:
        super().clean()
        if self.renstra_awal and self.renstra_akhir and self.renstra_akhir < self.renstra_awal:
            raise ValidationError({"renstra_akhir": "Tahun akhir Renstra mendahului tahun awalnya."})

    def __str__(self) -> str:
        return f"Renstra {self.renstra_awal or '…'}–{self.renstra_akhir or '…'} versi {self.versi}"


class TahunKinerja(ModelTeraudit, IdentitasInstansi):
    """One agency in one year. It keeps the agency's identity of that year: a later year never changes this report."""

    RIWAYAT_LINGKUP: ClassVar = {"tahun_kinerja": "", "renstra": "renstra", "instansi": "instansi"}

    instansi = models.ForeignKey(Instansi, models.CASCADE, related_name="daftar_tahun", verbose_name="instansi")
    tahun = tahun_field()
    renstra = models.ForeignKey(Renstra, models.PROTECT, related_name="daftar_tahun", verbose_name="Renstra")
    pemda = models.CharField("pemerintah daerah", blank=True, default="")
    jenis_pemda = pilihan_field("jenis pemerintah daerah", JenisPemda)
    jabatan_kepala_daerah = models.CharField("jabatan kepala daerah", blank=True, default="")

    class Meta:
        verbose_name = "tahun kinerja"
        verbose_name_plural = "tahun kinerja"
        ordering = ["instansi", "-tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun"], name="tahun_kinerja_unik", violation_error_message="Tahun ini sudah ada."
            ),
            tahun_sah("tahun_kinerja"),
            pilihan_sah("tahun_kinerja", "jenis_pemda", JenisPemda),
        ]

    def __str__(self) -> str:
        return f"{self.singkatan or self.nama or 'Instansi'} {self.tahun}"


class MilikTahun(ModelTeraudit):
    """A row that belongs to one agency-year; `urutan` is its place in the sheet, so export keeps the order."""

    RIWAYAT_LINGKUP: ClassVar = {"tahun_kinerja": "tahun_kinerja", "instansi": "tahun_kinerja__instansi"}

    tahun_kinerja = models.ForeignKey(
        TahunKinerja, models.CASCADE, related_name="daftar_%(class)s", verbose_name="tahun kinerja"
    )
    urutan = urutan_field()

    class Meta:
        abstract = True
        ordering = ["urutan", "id"]
