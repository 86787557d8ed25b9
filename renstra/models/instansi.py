"""Who: the regional government (pemda) and its agencies (instansi, perangkat daerah)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from lkjip.kolom import pilihan_field, pilihan_sah, terisi
from lkjip.riwayat.models import ModelTeraudit
from renstra.data import JenisPemda


def logo_field() -> models.CharField[str, str]:
    """The SHA-256 under which the re-encoded picture is stored; empty where there is none."""
    return models.CharField("logo", max_length=64, blank=True, default="", editable=False)


class Pemda(ModelTeraudit):
    nama = models.CharField("nama", max_length=200)
    jenis = pilihan_field("jenis", JenisPemda)
    jabatan_kepala_daerah = models.CharField("jabatan kepala daerah", max_length=200, blank=True, default="")
    logo = logo_field()

    class Meta:
        verbose_name = "pemerintah daerah"
        verbose_name_plural = "pemerintah daerah"
        ordering = ["nama", "jenis"]
        constraints = [
            models.UniqueConstraint(
                fields=["nama", "jenis"], name="pemda_unik", violation_error_message="Pemerintah daerah ini sudah ada."
            ),
            terisi("pemda", "nama"),
            pilihan_sah("pemda", "jenis", JenisPemda),
        ]

    def __str__(self) -> str:
        return self.nama


class IdentitasInstansi(models.Model):
    """Keys of sheet `instansi` besides `kode` and the pemda: now (Instansi) or in a year (TahunKinerja)."""

    nama = models.TextField("nama", blank=True, default="")
    singkatan = models.CharField("singkatan", blank=True, default="")
    tempat = models.CharField("tempat", blank=True, default="", help_text="Kota tempat laporan ditandatangani.")
    jabatan_kepala = models.TextField("jabatan kepala", blank=True, default="")
    nama_kepala = models.CharField("nama kepala", blank=True, default="")
    nip_kepala = models.CharField("NIP kepala", blank=True, default="")
    pangkat_kepala = models.CharField("pangkat kepala", blank=True, default="")

    class Meta:
        abstract = True


class Instansi(ModelTeraudit, IdentitasInstansi):
    """An agency as it is now; `TahunKinerja` keeps how it was called and who led it in each year."""

    RIWAYAT_LINGKUP: ClassVar = {"instansi": ""}

    kode = models.CharField("kode", max_length=100, unique=True, error_messages={"unique": "Kode ini sudah dipakai."})
    pemda = models.ForeignKey(
        Pemda,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="daftar_instansi",
        verbose_name="pemerintah daerah",
    )
    tugas = models.TextField("tugas", blank=True, default="", help_text="Menurut peraturan pembentukan instansi.")
    fungsi = models.TextField("fungsi", blank=True, default="", help_text="Satu fungsi per baris.")
    alamat = models.TextField("alamat", blank=True, default="")
    kode_pos = models.CharField("kode pos", max_length=10, blank=True, default="")
    telepon = models.CharField("telepon", max_length=100, blank=True, default="")
    surel = models.EmailField("surel", blank=True, default="")
    laman = models.CharField("laman", max_length=200, blank=True, default="")
    logo = logo_field()

    class Meta:
        verbose_name = "instansi"
        verbose_name_plural = "instansi"
        ordering = ["nama", "kode"]
        constraints = [terisi("instansi")]

    def __str__(self) -> str:
        return self.nama or self.kode
