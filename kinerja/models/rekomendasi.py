"""Recommendations of an LHE, what the agency reports about them, and what the reviewer made of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinerja.data_evaluasi import KeadaanTindakLanjut, TahapEvaluasi
from kinerja.models.bukti import tautan_sah
from kinerja.models.evaluasi import MILIK_EVALUASI, Evaluasi
from kinerja.models.lembar_evaluasi import CatatanEvaluasi
from kinerja.models.pengisian import pelaku_field
from lkjip.kolom import pilihan_field, pilihan_sah, terisi
from lkjip.riwayat.models import Larangan, ModelTeraudit
from renstra.models import UnitKerja

_TETAP = f"p.asal = 'dikerjakan' AND p.tahap IN ('{TahapEvaluasi.DISETUJUI}', '{TahapEvaluasi.TERBIT}')"
_PESAN = "Rekomendasi dalam LHE yang sudah disetujui tetap adanya; yang berubah hanya tindak lanjutnya."


class RekomendasiEvaluasi(ModelTeraudit):
    """A recommendation. Once the evaluation is settled its text stays; nothing disappears."""

    RIWAYAT_LINGKUP: ClassVar = {"instansi": "evaluasi__instansi"}
    LARANGAN: ClassVar = (
        Larangan(
            nama="tetap", dari=MILIK_EVALUASI, bila=f"({_TETAP})", pesan=_PESAN,
            hanya=frozenset({"evaluasi", "komponen", "rekomendasi"}),
        ),
    )  # fmt: skip

    evaluasi = models.ForeignKey(Evaluasi, models.CASCADE, related_name="daftar_rekomendasi", verbose_name="evaluasi")
    komponen = models.PositiveSmallIntegerField("komponen")
    catatan = models.ForeignKey(
        CatatanEvaluasi,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="daftar_rekomendasi",
        verbose_name="temuan",
    )
    urutan = models.PositiveIntegerField("urutan", default=1)
    rekomendasi = models.TextField("rekomendasi")
    batas_waktu = models.DateField("batas waktu", null=True, blank=True)
    keadaan = pilihan_field("keadaan", KeadaanTindakLanjut, wajib=True)
    unit = models.ForeignKey(
        UnitKerja, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="unit penanggung jawab"
    )
    penanggung_jawab = models.CharField("penanggung jawab", max_length=200, blank=True, default="")
    ulangan = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="daftar_ulangan",
        verbose_name="mengulang rekomendasi",
    )  # fmt: skip

    class Meta:
        verbose_name = "rekomendasi LHE"
        verbose_name_plural = "rekomendasi LHE"
        ordering = ["evaluasi", "komponen", "urutan", "id"]
        indexes = [models.Index(fields=["keadaan", "batas_waktu"])]
        constraints = [
            pilihan_sah("rekomendasi_evaluasi", "keadaan", KeadaanTindakLanjut, wajib=True),
            terisi("rekomendasi_evaluasi", "rekomendasi"),
        ]

    def __str__(self) -> str:
        return self.rekomendasi[:80]


class TindakLanjut(ModelTeraudit):
    """One report of the agency about a recommendation, and the reviewer's word on it. A judged one stays."""

    RIWAYAT_LINGKUP: ClassVar = {"instansi": "rekomendasi__evaluasi__instansi"}
    LARANGAN: ClassVar = (
        Larangan(
            nama="diputus",
            dari="kinerja_tindaklanjut p WHERE p.id = {baris}.id",
            bila="p.diputus_pada IS NOT NULL",
            pesan="Tindak lanjut yang sudah diputus tidak dapat diubah atau dihapus. Laporkan tindak lanjut baru.",
            kejadian=("UPDATE", "DELETE"),
            bebas=frozenset({"oleh", "diputus_oleh"}),
        ),
    )

    rekomendasi = models.ForeignKey(
        RekomendasiEvaluasi, models.CASCADE, related_name="daftar_tindak_lanjut", verbose_name="rekomendasi"
    )
    uraian = models.TextField("tindakan yang dilakukan")
    keadaan = pilihan_field(
        "keadaan", KeadaanTindakLanjut, wajib=True, bantuan="Keadaan rekomendasi sesudah laporan ini."
    )
    nama_berkas = models.CharField("nama berkas", max_length=255, blank=True, default="")
    berkas = models.CharField("letak berkas", max_length=100, blank=True, default="", editable=False)
    tipe = models.CharField("tipe isi", max_length=100, blank=True, default="", editable=False)
    ukuran = models.PositiveBigIntegerField("ukuran (byte)", null=True, blank=True, editable=False)
    sidik = models.CharField("SHA-256", max_length=64, blank=True, default="", editable=False)
    tautan = models.CharField("tautan bukti", max_length=1000, blank=True, default="", validators=[tautan_sah])
    oleh = pelaku_field()
    nama_oleh = models.CharField("nama pelapor", max_length=200)
    waktu = models.DateTimeField("waktu")
    putusan = pilihan_field("putusan", KeadaanTindakLanjut)
    catatan_putusan = models.TextField("catatan putusan", blank=True, default="")
    diputus_oleh = pelaku_field("diputus oleh")
    nama_pemutus = models.CharField("nama pemutus", max_length=200, blank=True, default="")
    diputus_pada = models.DateTimeField("diputus pada", null=True, blank=True)

    class Meta:
        verbose_name = "tindak lanjut rekomendasi"
        verbose_name_plural = "tindak lanjut rekomendasi"
        ordering = ["rekomendasi", "id"]
        constraints = [
            pilihan_sah("tindak_lanjut", "keadaan", KeadaanTindakLanjut, wajib=True),
            pilihan_sah("tindak_lanjut", "putusan", KeadaanTindakLanjut),
            terisi("tindak_lanjut", "uraian"),
            terisi("tindak_lanjut", "nama_oleh"),
            models.CheckConstraint(
                condition=Q(diputus_pada__isnull=True, putusan="") | (Q(diputus_pada__isnull=False) & ~Q(putusan="")),
                name="tindak_lanjut_putusan_lengkap",
            ),
            models.CheckConstraint(
                condition=~Q(putusan=KeadaanTindakLanjut.DIKEMBALIKAN.value) | ~Q(catatan_putusan=""),
                name="tindak_lanjut_kembali_beralasan",
                violation_error_message="Tulis apa yang masih kurang.",
            ),
        ]

    def __str__(self) -> str:
        return self.uraian[:80]
