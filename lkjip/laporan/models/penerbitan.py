"""Around the frozen versions: what was said about a draft, which pemda shows its documents, by which NIK one signs."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from lkjip.kolom import pilihan_sah, terisi
from lkjip.laporan.data_terbitan import TahapNaskah
from lkjip.laporan.models.terbitan import oleh_field, pilihan_pendek, sidik_field
from lkjip.riwayat.models import ModelTeraudit
from renstra.models import Pemda, TahunKinerja


class CatatanTahap(ModelTeraudit):
    """What was said about the draft of a document: handed in, checked, sent back. `sidik_isi`: of which content."""

    RIWAYAT_LINGKUP: ClassVar = {"tahun_kinerja": "tahun_kinerja", "instansi": "tahun_kinerja__instansi"}

    tahun_kinerja = models.ForeignKey(TahunKinerja, models.CASCADE, related_name="daftar_catatan_tahap")
    kunci = models.CharField("dokumen", max_length=60)
    tahap = pilihan_pendek("tahap", TahapNaskah)
    sidik_isi = sidik_field("sidik isi")
    catatan = models.TextField("catatan", blank=True, default="")
    oleh = oleh_field("oleh")
    pada = models.DateTimeField("pada")

    class Meta:
        verbose_name = "catatan tahap naskah"
        verbose_name_plural = "catatan tahap naskah"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["tahun_kinerja", "kunci"])]
        constraints = [
            terisi("catatan_tahap", "kunci"),
            pilihan_sah("catatan_tahap", "tahap", TahapNaskah, wajib=True),
            models.CheckConstraint(
                condition=~Q(tahap=TahapNaskah.DIKEMBALIKAN.value) | ~Q(catatan=""),
                name="catatan_tahap_kembali_beralasan",
                violation_error_message="Tulis apa yang harus diperbaiki.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kunci}: {self.tahap}"


class HalamanPublik(ModelTeraudit):
    """Whether a pemda shows what it published to everybody, and under which address."""

    RIWAYAT_LINGKUP: ClassVar = {}

    pemda = models.OneToOneField(Pemda, models.CASCADE, related_name="halaman_publik", verbose_name="pemerintah daerah")
    aktif = models.BooleanField("dibuka untuk umum", default=False)
    alamat = models.SlugField("alamat", max_length=60, unique=True)
    pengantar = models.TextField("pengantar", blank=True, default="")

    class Meta:
        verbose_name = "halaman publik"
        verbose_name_plural = "halaman publik"
        constraints = [terisi("halaman_publik", "alamat")]

    def __str__(self) -> str:
        return self.alamat


class NikPenandaTangan(models.Model):
    """The NIK by which BSrE knows a signer, so that it need not be typed each time. It has no history."""

    pengguna = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    nik = models.CharField("NIK", max_length=16)

    class Meta:
        verbose_name = "NIK penanda tangan"
        verbose_name_plural = "NIK penanda tangan"
        constraints = [models.CheckConstraint(condition=Q(nik__regex=r"^[0-9]{16}$"), name="nik_sah")]

    def __str__(self) -> str:
        return f"NIK {self.pengguna}"
