"""What the agency itself puts into its report: kind and date, narrative, free tables."""

from __future__ import annotations

from django.db import models

from lkjip.kolom import pilihan_field, pilihan_sah, terisi, triwulan_field, triwulan_sah
from lkjip.laporan.data import JenisLaporan
from lkjip.riwayat.models import ModelTeraudit
from renstra.models import MilikTahun, TahunKinerja


class IdentitasLaporan(ModelTeraudit):
    RIWAYAT_LINGKUP = MilikTahun.RIWAYAT_LINGKUP

    tahun_kinerja = models.OneToOneField(
        TahunKinerja, models.CASCADE, related_name="identitas_laporan", verbose_name="tahun kinerja"
    )
    jenis_laporan = pilihan_field("jenis laporan", JenisLaporan)
    triwulan = triwulan_field(kosong=True)
    tanggal_laporan = models.DateField("tanggal laporan", null=True, blank=True)
    nomor_penetapan = models.CharField("nomor penetapan", blank=True, default="")

    class Meta:
        verbose_name = "identitas laporan"
        verbose_name_plural = "identitas laporan"
        ordering = ["id"]
        constraints = [
            pilihan_sah("identitas_laporan", "jenis_laporan", JenisLaporan),
            triwulan_sah("identitas_laporan"),
        ]

    def __str__(self) -> str:
        return f"Identitas laporan {self.tahun_kinerja}"


class Narasi(MilikTahun):
    """A paragraph or list item. `nomor` is the workbook's own column `urutan`; `urutan` is the place in the sheet."""

    bagian = models.CharField("bagian")
    nomor = models.IntegerField("nomor urut", null=True, blank=True)
    isi = models.TextField("isi", blank=True, default="")

    class Meta(MilikTahun.Meta):
        verbose_name = "narasi"
        verbose_name_plural = "narasi"
        constraints = [terisi("narasi", "bagian")]

    def __str__(self) -> str:
        return f"{self.bagian}: {self.isi[:80]}"


class TabelBebas(MilikTahun):
    """A free table. A number among its cells is kept as `{"angka": "27.00"}`, so digits stay as typed."""

    nama = models.CharField("nama lembar", max_length=100)
    bagian = models.CharField("bagian", blank=True, default="")
    judul = models.TextField("judul", blank=True, default="")
    sumber = models.TextField("sumber", blank=True, default="")
    kepala = models.JSONField("judul kolom", blank=True, default=list)
    baris = models.JSONField("baris", blank=True, default=list)

    class Meta(MilikTahun.Meta):
        verbose_name = "tabel bebas"
        verbose_name_plural = "tabel bebas"
        constraints = [
            models.UniqueConstraint(
                fields=["tahun_kinerja", "nama"],
                name="tabel_bebas_unik",
                violation_error_message="Nama tabel ini sudah ada.",
            ),
            terisi("tabel_bebas", "nama"),
        ]

    def __str__(self) -> str:
        return self.judul or self.nama
