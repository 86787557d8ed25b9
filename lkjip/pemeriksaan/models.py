"""Claims of a published report, to be recomputed; and what the head answers for a finding that stays."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from lkjip.kolom import (
    DesimalField,
    pilihan_field,
    pilihan_sah,
    tahun_field,
    tahun_sah,
    terisi,
    triwulan_field,
    triwulan_sah,
)
from lkjip.riwayat.models import ModelTeraudit
from renstra.data import VersiTarget
from renstra.models import MilikTahun, Pemda, TahunKinerja


class Klaim(MilikTahun):
    """What a report prints. `nilai` keeps the decimals as printed. The workbook may repeat rows."""

    rujukan = models.TextField("rujukan", blank=True, default="")
    besaran = models.CharField("besaran", blank=True, default="")
    subjek = models.CharField("subjek", blank=True, default="")
    tahun = tahun_field(kosong=True)
    triwulan = triwulan_field(kosong=True)
    versi = pilihan_field("versi", VersiTarget)
    nilai = DesimalField("nilai", null=True, blank=True)
    desimal = models.PositiveSmallIntegerField("desimal", null=True, blank=True, validators=[MaxValueValidator(20)])
    teks = models.TextField("teks", blank=True, default="")

    class Meta(MilikTahun.Meta):
        verbose_name = "klaim"
        verbose_name_plural = "klaim"
        constraints = [
            pilihan_sah("klaim", "versi", VersiTarget),
            tahun_sah("klaim"),
            triwulan_sah("klaim"),
            models.CheckConstraint(condition=Q(desimal__lte=20), name="klaim_desimal_sah"),
        ]

    def __str__(self) -> str:
        return f"{self.besaran} {self.subjek}: {self.nilai if self.nilai is not None else self.teks}"


class JawabanTemuan(ModelTeraudit):
    """Why a finding stays as it is, by whoever answers for it. It counts while the finding is the same (`sidik`)."""

    RIWAYAT_LINGKUP: ClassVar = {"tahun_kinerja": "tahun_kinerja", "instansi": "tahun_kinerja__instansi"}

    tahun_kinerja = models.ForeignKey(TahunKinerja, models.CASCADE, related_name="daftar_jawaban_temuan")
    kunci = models.CharField("temuan", max_length=200)
    sidik = models.CharField("sidik temuan", max_length=64)
    aturan = models.CharField("aturan", max_length=10)
    pesan = models.TextField("bunyi temuan")
    alasan = models.TextField("alasan")
    oleh: models.ForeignKey[Any, Any] = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="oleh"
    )
    pada = models.DateTimeField("pada")

    class Meta:
        verbose_name = "jawaban temuan"
        verbose_name_plural = "jawaban temuan"
        ordering = ["tahun_kinerja", "kunci"]
        constraints = [
            models.UniqueConstraint(fields=["tahun_kinerja", "kunci"], name="jawaban_temuan_unik"),
            terisi("jawaban_temuan", "kunci"),
            terisi("jawaban_temuan", "alasan"),
        ]

    def __str__(self) -> str:
        return f"{self.aturan}: {self.alasan[:80]}"


class HasilPemeriksaan(models.Model):
    """The last run of the rules over an agency-year: made by workers from everything else, so it has no history.

    `riwayat_sampai`: the last entry of the history that the run knew; `sidik_aturan`: of the rules and thresholds that
    ran; `sidik_bahan`: per part of the data a fingerprint, by which the next run leaves out what has not changed;
    `daftar`: the findings as they are read, each with its rule; `per_aturan`: per rule how many galat, peringatan and
    info there are in our own data, for lists of many years; `giliran`: since when a worker is at it, so that no other
    begins meanwhile.
    """

    tahun_kinerja = models.OneToOneField(TahunKinerja, models.CASCADE, related_name="hasil_pemeriksaan")
    riwayat_sampai = models.BigIntegerField("riwayat sampai", default=0)
    sidik_aturan = models.CharField("sidik aturan", max_length=64, blank=True, default="")
    sidik_bahan = models.JSONField("sidik bahan", default=dict, blank=True)
    daftar = models.JSONField("daftar temuan", default=list, blank=True)
    per_aturan = models.JSONField("banyak temuan per aturan", default=dict, blank=True)
    galat = models.PositiveIntegerField("galat", default=0)
    peringatan = models.PositiveIntegerField("peringatan", default=0)
    info = models.PositiveIntegerField("info", default=0)
    menahan = models.PositiveIntegerField("menahan", default=0)
    terjawab = models.PositiveIntegerField("terjawab", default=0)
    klaim = models.PositiveIntegerField("angka laporan terbit", default=0)
    pada = models.DateTimeField("diperiksa pada")
    giliran = models.DateTimeField("sedang diperiksa sejak", null=True, blank=True)

    class Meta:
        verbose_name = "hasil pemeriksaan"
        verbose_name_plural = "hasil pemeriksaan"

    def __str__(self) -> str:
        return f"{self.tahun_kinerja_id}: {self.galat} galat, {self.peringatan} peringatan, {self.info} info"


class RekapPemeriksaan(models.Model):
    """How many findings an agency-year had at the end of a day, and which (`daftar_kunci`): progress over the weeks."""

    tahun_kinerja = models.ForeignKey(TahunKinerja, models.CASCADE, related_name="daftar_rekap_pemeriksaan")
    tanggal = models.DateField("tanggal")
    galat = models.PositiveIntegerField("galat", default=0)
    peringatan = models.PositiveIntegerField("peringatan", default=0)
    info = models.PositiveIntegerField("info", default=0)
    menahan = models.PositiveIntegerField("menahan", default=0)
    daftar_kunci = models.JSONField("kunci temuan", default=list, blank=True)

    class Meta:
        verbose_name = "rekap pemeriksaan"
        verbose_name_plural = "rekap pemeriksaan"
        ordering = ["tahun_kinerja", "-tanggal"]
        constraints = [models.UniqueConstraint(fields=["tahun_kinerja", "tanggal"], name="rekap_pemeriksaan_unik")]

    def __str__(self) -> str:
        return f"{self.tanggal}: {self.galat} galat, {self.peringatan} peringatan, {self.info} info"


class AmbangPemda(ModelTeraudit):
    """A threshold of the rules that a pemda set otherwise than the catalogue (`aturan.dasar.Ambang`)."""

    RIWAYAT_LINGKUP: ClassVar = {}

    pemda = models.ForeignKey(Pemda, models.CASCADE, related_name="daftar_ambang")
    nama = models.CharField("ambang", max_length=60)
    nilai = DesimalField("nilai")

    class Meta:
        verbose_name = "ambang pemeriksaan"
        verbose_name_plural = "ambang pemeriksaan"
        ordering = ["pemda", "nama"]
        constraints = [
            models.UniqueConstraint(fields=["pemda", "nama"], name="ambang_pemda_unik"),
            terisi("ambang_pemda", "nama"),
        ]

    def __str__(self) -> str:
        return f"{self.nama} = {self.nilai}"
