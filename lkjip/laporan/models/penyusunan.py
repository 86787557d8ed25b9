"""Files being made: the job, who asked for it, and which workers are there. No part of the data: it has no history."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from lkjip.kolom import terisi
from lkjip.laporan.data_penyusunan import HIDUP, Bentuk, JenisBerkas, KeadaanPenyusunan
from renstra.models import TahunKinerja


class PenyusunanBerkas(models.Model):
    """One file to be made. `spesifikasi` says which, by names (`Pesanan`); a worker loads the data itself.

    `sidik` is the hash of the content: of equal files only one is made at a time, held by the database. `denyut` is
    when the worker last gave a sign; a job that runs without one is taken from it.
    """

    tahun_kinerja = models.ForeignKey(
        TahunKinerja, models.CASCADE, related_name="+", verbose_name="tahun kinerja", editable=False
    )
    jenis = models.CharField("jenis", max_length=20, choices=[(j.value, j.value) for j in JenisBerkas])
    bentuk = models.CharField("bentuk", max_length=10, choices=[(b.value, b.value) for b in Bentuk])
    spesifikasi = models.JSONField("spesifikasi")
    nama = models.CharField("nama berkas", max_length=255)
    sidik = models.CharField("sidik isi", max_length=64)
    keadaan = models.CharField(
        "keadaan",
        max_length=10,
        choices=[(k.value, k.value) for k in KeadaanPenyusunan],
        default=KeadaanPenyusunan.ANTRE.value,
    )
    tahap = models.CharField("tahap", max_length=80, blank=True, default="")
    selesai = models.PositiveIntegerField("halaman selesai", default=0)
    seluruh = models.PositiveIntegerField("halaman seluruhnya", default=0)
    percobaan = models.PositiveSmallIntegerField("percobaan", default=0)
    pekerja = models.CharField("pekerja", max_length=64, blank=True, default="")
    denyut = models.DateTimeField("denyut", null=True, blank=True)
    pesan = models.TextField("pesan", blank=True, default="")
    hasil = models.CharField("hasil", max_length=200, blank=True, default="")
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="dipesan oleh"
    )
    dibuat = models.DateTimeField("dipesan pada", auto_now_add=True)
    antre_sejak = models.DateTimeField("antre sejak")
    mulai = models.DateTimeField("mulai", null=True, blank=True)
    akhir = models.DateTimeField("berakhir", null=True, blank=True)

    class Meta:
        verbose_name = "penyusunan berkas"
        verbose_name_plural = "penyusunan berkas"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["sidik"]), models.Index(fields=["keadaan", "denyut"])]
        constraints = [
            models.UniqueConstraint(
                fields=["sidik"],
                condition=models.Q(keadaan__in=[k.value for k in HIDUP]),
                name="penyusunan_satu_hidup",
                violation_error_message="Berkas ini sedang disusun.",
            ),
            terisi("penyusunan", "sidik"),
            models.CheckConstraint(
                condition=models.Q(keadaan__in=[k.value for k in KeadaanPenyusunan]), name="penyusunan_keadaan_sah"
            ),
            models.CheckConstraint(
                condition=~models.Q(keadaan=KeadaanPenyusunan.SIAP.value) | ~models.Q(hasil=""),
                name="penyusunan_siap_berhasil",
            ),
            models.CheckConstraint(
                condition=~models.Q(keadaan=KeadaanPenyusunan.BERJALAN.value) | models.Q(denyut__isnull=False),
                name="penyusunan_berjalan_berdenyut",
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def hidup(self) -> bool:
        """Whether somebody works at it or will."""
        return self.keadaan in HIDUP


class PemintaBerkas(models.Model):
    """Who waits for a file, or keeps it in their list: two who ask for the same share one job."""

    penyusunan = models.ForeignKey(PenyusunanBerkas, models.CASCADE, related_name="daftar_peminta")
    pengguna = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = "peminta berkas"
        verbose_name_plural = "peminta berkas"
        constraints = [models.UniqueConstraint(fields=["penyusunan", "pengguna"], name="peminta_berkas_unik")]

    def __str__(self) -> str:
        return f"{self.pengguna}: {self.penyusunan}"


class PekerjaBerkas(models.Model):
    """A worker process, as long as it gives signs; gone a day after its last."""

    nama = models.CharField("nama", max_length=64, unique=True)
    mesin = models.CharField("mesin", max_length=200)
    mulai = models.DateTimeField("mulai")
    denyut = models.DateTimeField("denyut")

    class Meta:
        verbose_name = "pekerja berkas"
        verbose_name_plural = "pekerja berkas"
        ordering = ["mesin", "nama"]

    def __str__(self) -> str:
        return self.nama
