"""What the IKU form says about an indicator beyond the workbook, and which indicator it continues.

Tables of their own: an import, which knows nothing of these columns, leaves them as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lkjip.kolom import pilihan_field, pilihan_sah
from lkjip.riwayat.models import ModelTeraudit
from renstra.data import CaraHitung
from renstra.models.indikator import Indikator

_LINGKUP: Mapping[str, str | tuple[str, ...]] = {
    "renstra": "indikator__renstra",
    "tahun_kinerja": "indikator__tahun_kinerja",
    "instansi": ("indikator__renstra__instansi", "indikator__tahun_kinerja__instansi"),
}


class RincianIndikator(ModelTeraudit):
    """`cara_hitung` empty means langsung. For penurunan the two numbers are those of last year and of this one."""

    RIWAYAT_LINGKUP: ClassVar = _LINGKUP

    indikator = models.OneToOneField(Indikator, models.CASCADE, related_name="rincian", verbose_name="indikator")
    definisi = models.TextField("definisi operasional", blank=True, default="")
    alasan = models.TextField("alasan pemilihan", blank=True, default="")
    cara_hitung = pilihan_field("cara hitung", CaraHitung)
    uraian_pembilang = models.TextField("pembilang", blank=True, default="")
    uraian_penyebut = models.TextField("penyebut", blank=True, default="")

    class Meta:
        verbose_name = "rincian indikator"
        verbose_name_plural = "rincian indikator"
        ordering = ["indikator__urutan", "id"]
        constraints = [pilihan_sah("rincian_indikator", "cara_hitung", CaraHitung)]

    def __str__(self) -> str:
        return f"Rincian {self.indikator}"


class PendahuluIndikator(ModelTeraudit):
    """The indicator of an earlier Renstra (or version) that this one continues, so that years stay comparable.

    `catatan` says what changed in the definition; empty means that it is measured as before.
    """

    RIWAYAT_LINGKUP: ClassVar = _LINGKUP
    LINGKUP_BEBAS: ClassVar = frozenset({"pendahulu"})

    indikator = models.OneToOneField(
        Indikator, models.CASCADE, related_name="pendahulu_indikator", verbose_name="indikator"
    )
    pendahulu = models.ForeignKey(
        Indikator, models.CASCADE, related_name="daftar_penerus", verbose_name="indikator pendahulu"
    )
    catatan = models.TextField("perubahan definisi", blank=True, default="")

    class Meta:
        verbose_name = "pendahulu indikator"
        verbose_name_plural = "pendahulu indikator"
        ordering = ["indikator__urutan", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(pendahulu=F("indikator")),
                name="pendahulu_bukan_diri_sendiri",
                violation_error_message="Indikator tidak dapat mendahului dirinya sendiri.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator} melanjutkan {self.pendahulu}"
