"""Evidence (bukti dukung) of an indicator's realisasi in a quarter: files and links."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q

from kinerja.data_pengisian import JenisBukti
from kinerja.models.pengisian import TRIWULAN_BARIS, larangan_triwulan, pelaku_field
from lkjip.kolom import pilihan_field, pilihan_sah, triwulan_field, triwulan_sah
from renstra.models import Indikator, MilikTahun

tautan_sah = URLValidator(
    schemes=["http", "https"], message="Tautan harus alamat lengkap yang berawal https:// atau http://."
)


class BuktiDukung(MilikTahun):
    """A file lies under MEDIA_ROOT by a name of our own (`berkas`); `nama` is what its owner called it."""

    LARANGAN: ClassVar = (larangan_triwulan(TRIWULAN_BARIS),)

    indikator = models.ForeignKey(
        Indikator, models.CASCADE, related_name="daftar_bukti_dukung", verbose_name="indikator"
    )
    triwulan = triwulan_field()
    jenis = pilihan_field("jenis", JenisBukti, wajib=True)
    uraian = models.CharField("uraian", max_length=500, blank=True, default="")
    nama = models.CharField("nama berkas", max_length=255, blank=True, default="")
    berkas = models.CharField("letak berkas", max_length=100, blank=True, default="", editable=False)
    tipe = models.CharField("tipe isi", max_length=100, blank=True, default="", editable=False)
    ukuran = models.PositiveBigIntegerField("ukuran (byte)", null=True, blank=True, editable=False)
    sidik = models.CharField("SHA-256", max_length=64, blank=True, default="", editable=False)
    tautan = models.CharField("tautan", max_length=1000, blank=True, default="", validators=[tautan_sah])
    oleh = pelaku_field()
    nama_oleh = models.CharField("nama pengunggah", max_length=200)
    waktu = models.DateTimeField("waktu")

    class Meta(MilikTahun.Meta):
        verbose_name = "bukti dukung"
        verbose_name_plural = "bukti dukung"
        constraints = [
            triwulan_sah("bukti_dukung"),
            pilihan_sah("bukti_dukung", "jenis", JenisBukti, wajib=True),
            models.CheckConstraint(
                condition=(
                    Q(jenis=JenisBukti.BERKAS, tautan="", ukuran__isnull=False) & ~Q(berkas="") & ~Q(sidik="")
                    | Q(jenis=JenisBukti.TAUTAN, berkas="", ukuran__isnull=True) & ~Q(tautan="")
                ),
                name="bukti_dukung_berkas_atau_tautan",
                violation_error_message="Bukti dukung adalah satu berkas atau satu tautan.",
            ),
        ]

    def __str__(self) -> str:
        return self.uraian or self.nama or self.tautan
