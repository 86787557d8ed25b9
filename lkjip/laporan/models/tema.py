"""How the reports of one pemda look."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models

from lkjip.kolom import pilihan_field, pilihan_sah
from lkjip.laporan.data_tema import WARNA_AKSEN, WARNA_UTAMA, HurufTema, Kertas
from lkjip.riwayat.models import ModelTeraudit
from renstra.models import Pemda

_WARNA = RegexValidator(r"^#[0-9a-f]{6}$", "Tulis warna sebagai # dan enam angka heksadesimal, misalnya #1d3557.")


class TemaLaporan(ModelTeraudit):
    """Paper, letters and colours; a pemda without a row has the standard look (`Tema()`)."""

    RIWAYAT_LINGKUP: ClassVar = {}

    pemda = models.OneToOneField(Pemda, models.CASCADE, related_name="tema_laporan", verbose_name="pemerintah daerah")
    huruf = pilihan_field("huruf", HurufTema, wajib=True)
    warna_utama = models.CharField("warna utama", max_length=7, default=WARNA_UTAMA, validators=[_WARNA])
    warna_aksen = models.CharField("warna aksen", max_length=7, default=WARNA_AKSEN, validators=[_WARNA])
    kertas = pilihan_field("kertas", Kertas, wajib=True)
    logo_sampul = models.BooleanField("logo pada sampul", default=True)

    class Meta:
        verbose_name = "tema laporan"
        verbose_name_plural = "tema laporan"
        ordering = ["id"]
        constraints = [
            pilihan_sah("tema_laporan", "huruf", HurufTema, wajib=True),
            pilihan_sah("tema_laporan", "kertas", Kertas, wajib=True),
            models.CheckConstraint(
                condition=models.Q(warna_utama__regex=r"^#[0-9a-f]{6}$", warna_aksen__regex=r"^#[0-9a-f]{6}$"),
                name="tema_laporan_warna_sah",
            ),
        ]

    def __str__(self) -> str:
        return f"Tema {self.pemda}"
