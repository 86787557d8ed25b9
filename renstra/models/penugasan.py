"""Who does what where: a user, a role, and one agency or one pemda. What a role may do stands in `renstra/akses.py`."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from lkjip.riwayat.models import ModelTeraudit
from renstra.models.instansi import Instansi, Pemda


class Peran(models.TextChoices):
    PERENCANA = "perencana", "Perencana"
    VERIFIKATOR = "verifikator", "Verifikator (sekretaris)"
    KEPALA = "kepala", "Kepala"
    INSPEKTORAT = "inspektorat", "Inspektorat"
    PENGELOLA = "pengelola", "Pengelola (pemda)"
    ADMIN = "admin", "Admin"


class Penugasan(ModelTeraudit):
    RIWAYAT_LINGKUP: ClassVar = {"instansi": "instansi"}

    pengguna = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="daftar_penugasan", verbose_name="pengguna"
    )
    peran = models.CharField("peran", max_length=20, choices=Peran.choices)
    instansi = models.ForeignKey(
        Instansi, models.CASCADE, null=True, blank=True, related_name="daftar_penugasan", verbose_name="instansi"
    )
    pemda = models.ForeignKey(
        Pemda,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="daftar_penugasan",
        verbose_name="pemerintah daerah",
    )
    berlaku_dari = models.DateField("berlaku dari", null=True, blank=True)
    berlaku_sampai = models.DateField("berlaku sampai", null=True, blank=True)

    class Meta:
        verbose_name = "penugasan"
        verbose_name_plural = "penugasan"
        ordering = ["pengguna", "peran", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(peran__in=Peran.values), name="penugasan_peran_sah"),
            models.CheckConstraint(
                condition=(
                    Q(instansi__isnull=False, pemda__isnull=True)
                    | Q(instansi__isnull=True, pemda__isnull=False)
                    | Q(instansi__isnull=True, pemda__isnull=True, peran=Peran.ADMIN)
                ),
                name="penugasan_satu_lingkup",
                violation_error_message="Pilih tepat satu: instansi atau pemda (hanya admin boleh tanpa keduanya).",
            ),
            models.CheckConstraint(
                condition=Q(berlaku_sampai__gte=F("berlaku_dari")),
                name="penugasan_masa_urut",
                violation_error_message="Masa berlaku berakhir sebelum dimulai.",
            ),
            *(
                models.UniqueConstraint(
                    fields=kolom,
                    condition=syarat,
                    name=f"penugasan_unik_{nama}",
                    violation_error_message="Penugasan ini sudah ada.",
                )
                for nama, kolom, syarat in (
                    ("instansi", ["pengguna", "peran", "instansi"], Q(instansi__isnull=False)),
                    ("pemda", ["pengguna", "peran", "pemda"], Q(pemda__isnull=False)),
                    ("semua", ["pengguna", "peran"], Q(instansi__isnull=True, pemda__isnull=True)),
                )
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_peran_display()}: {self.pengguna}"
