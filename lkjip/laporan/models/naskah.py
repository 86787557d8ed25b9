"""What a report holds beyond the workbook: its pictures, and from which figures each text was written."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from lkjip.kolom import terisi
from renstra.models import MilikTahun


class GambarLaporan(MilikTahun):
    """A picture placed in a section. The file lies under its SHA-256 below MEDIA_ROOT, re-encoded by us."""

    nama = models.SlugField("nama singkat", max_length=60, help_text="Dipakai untuk merujuk: {gambar nama}.")
    bagian = models.CharField("bagian")
    judul = models.TextField("judul", blank=True, default="")
    sumber = models.TextField("sumber", blank=True, default="")
    alt = models.TextField("uraian gambar", blank=True, default="")
    sidik = models.CharField("SHA-256", max_length=64, editable=False)
    mime = models.CharField("jenis", max_length=20, editable=False)
    lebar_px = models.PositiveIntegerField("lebar (titik)", editable=False)
    tinggi_px = models.PositiveIntegerField("tinggi (titik)", editable=False)
    lebar_mm = models.PositiveSmallIntegerField("lebar di kertas (mm)", null=True, blank=True)

    class Meta(MilikTahun.Meta):
        verbose_name = "gambar laporan"
        verbose_name_plural = "gambar laporan"
        constraints = [
            models.UniqueConstraint(
                fields=["tahun_kinerja", "nama"],
                name="gambar_laporan_unik",
                violation_error_message="Nama singkat ini sudah dipakai gambar lain.",
            ),
            terisi("gambar_laporan", "nama"),
            terisi("gambar_laporan", "bagian"),
            terisi("gambar_laporan", "sidik"),
            models.CheckConstraint(
                condition=models.Q(mime__in=["image/png", "image/jpeg"]), name="gambar_laporan_jenis_sah"
            ),
            models.CheckConstraint(
                condition=models.Q(lebar_mm=None) | models.Q(lebar_mm__range=(10, 300)),
                name="gambar_laporan_lebar_sah",
                violation_error_message="Lebar gambar 10 sampai 300 mm.",
            ),
        ]

    def __str__(self) -> str:
        return self.judul or self.nama


class CatatanNaskah(MilikTahun):
    """When a section was last written, by whom, and what the figures that it talks about were then.

    `angka`: [{"besaran", "subjek", "tahun", "triwulan", "versi", "nilai"}], nilai as plain decimal text or word.
    """

    bagian = models.CharField("bagian")
    angka = models.JSONField("angka saat ditulis", blank=True, default=list)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="penulis"
    )
    ditulis_pada = models.DateTimeField("ditulis pada")

    class Meta(MilikTahun.Meta):
        verbose_name = "catatan naskah"
        verbose_name_plural = "catatan naskah"
        constraints = [
            models.UniqueConstraint(fields=["tahun_kinerja", "bagian"], name="catatan_naskah_unik"),
            terisi("catatan_naskah", "bagian"),
        ]

    def __str__(self) -> str:
        return f"{self.bagian} ({self.ditulis_pada:%Y-%m-%d})"
