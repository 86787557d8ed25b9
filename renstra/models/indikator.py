"""How it is measured: indicators and the targets of the Renstra.

An indicator of a tujuan or sasaran belongs to the Renstra. An indicator of a budget row belongs to one agency-year;
`anggaran.IndikatorAnggaran` links it to its row, because this package may not know `anggaran`.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from lkjip.dasar.rekaman import sebutan
from lkjip.kolom import (
    DesimalField,
    kode_field,
    pilihan_field,
    pilihan_sah,
    tahun_field,
    tahun_sah,
    terisi,
    urutan_field,
)
from lkjip.riwayat.models import ModelTeraudit
from renstra.data import Akumulasi, Arah, JenisIndikator
from renstra.models.rencana import Sasaran, Tujuan
from renstra.models.tahun import Renstra, TahunKinerja

_INDUK_TUJUAN = Q(renstra__isnull=False, tujuan__isnull=False, sasaran__isnull=True, tahun_kinerja__isnull=True)
_INDUK_SASARAN = Q(renstra__isnull=False, tujuan__isnull=True, sasaran__isnull=False, tahun_kinerja__isnull=True)
_INDUK_ANGGARAN = Q(renstra__isnull=True, tujuan__isnull=True, sasaran__isnull=True, tahun_kinerja__isnull=False)


class Indikator(ModelTeraudit):
    """`urutan` counts within the Renstra; for an indicator of a budget row it is the place in the whole sheet."""

    RIWAYAT_LINGKUP: ClassVar = {
        "renstra": "renstra",
        "tahun_kinerja": "tahun_kinerja",
        "instansi": ("renstra__instansi", "tahun_kinerja__instansi"),
    }

    renstra = models.ForeignKey(
        Renstra, models.CASCADE, null=True, blank=True, related_name="daftar_indikator", verbose_name="Renstra"
    )
    tahun_kinerja = models.ForeignKey(
        TahunKinerja,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="daftar_indikator",
        verbose_name="tahun kinerja",
        help_text="Hanya untuk indikator program, kegiatan, atau subkegiatan.",
    )
    tujuan = models.ForeignKey(
        Tujuan, models.CASCADE, null=True, blank=True, related_name="daftar_indikator", verbose_name="tujuan"
    )
    sasaran = models.ForeignKey(
        Sasaran, models.CASCADE, null=True, blank=True, related_name="daftar_indikator", verbose_name="sasaran"
    )
    urutan = urutan_field()
    kode = kode_field()
    uraian = models.TextField("uraian", blank=True, default="")
    satuan = models.CharField("satuan", blank=True, default="")
    jenis = pilihan_field("jenis", JenisIndikator)
    arah = pilihan_field("arah", Arah)
    akumulasi = pilihan_field("akumulasi", Akumulasi)
    iku = models.BooleanField("IKU", null=True, blank=True)
    bobot = DesimalField("bobot", null=True, blank=True)
    formulasi = models.TextField("formulasi", blank=True, default="")
    sumber_data = models.TextField("sumber data", blank=True, default="")
    penanggung_jawab = models.TextField("penanggung jawab", blank=True, default="")

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikator"
        ordering = ["urutan", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["renstra", "kode"],
                name="indikator_kode_unik_renstra",
                violation_error_message="Kode ini sudah ada di Renstra ini.",
            ),
            models.UniqueConstraint(
                fields=["tahun_kinerja", "kode"],
                name="indikator_kode_unik_tahun",
                violation_error_message="Kode ini sudah ada di tahun ini.",
            ),
            models.CheckConstraint(
                condition=_INDUK_TUJUAN | _INDUK_SASARAN | _INDUK_ANGGARAN,
                name="indikator_satu_induk",
                violation_error_message="Indikator harus milik tepat satu tujuan, sasaran, atau baris anggaran.",
            ),
            terisi("indikator"),
            pilihan_sah("indikator", "jenis", JenisIndikator),
            pilihan_sah("indikator", "arah", Arah),
            pilihan_sah("indikator", "akumulasi", Akumulasi),
        ]

    def __str__(self) -> str:
        return sebutan(self.kode, self.uraian)


class TargetTahunan(ModelTeraudit):
    """A target of the Renstra; `urutan` counts as for its indicator."""

    RIWAYAT_LINGKUP: ClassVar = {
        "renstra": "indikator__renstra",
        "tahun_kinerja": "indikator__tahun_kinerja",
        "instansi": ("indikator__renstra__instansi", "indikator__tahun_kinerja__instansi"),
    }

    indikator = models.ForeignKey(
        Indikator, models.CASCADE, related_name="daftar_target_tahunan", verbose_name="indikator"
    )
    urutan = urutan_field()
    tahun = tahun_field()
    target = DesimalField("target", null=True, blank=True)
    predikat = models.CharField("predikat", blank=True, default="")

    class Meta:
        verbose_name = "target tahunan"
        verbose_name_plural = "target tahunan"
        ordering = ["urutan", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "tahun"],
                name="target_tahunan_unik",
                violation_error_message="Target indikator ini untuk tahun itu sudah ada.",
            ),
            tahun_sah("target_tahunan"),
        ]

    def __str__(self) -> str:
        return f"Target {self.tahun}"
