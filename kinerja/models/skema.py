"""Schemes of the evaluation as rows: a new regulation is a new set of rows (sakip.md 2)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from lkjip.kolom import DesimalField, tahun_field, tahun_sah, tak_negatif_sah, terisi
from lkjip.riwayat.models import Larangan, ModelTeraudit

_TERPAKAI = "EXISTS (SELECT 1 FROM kinerja_evaluasi e WHERE e.skema_id = p.id)"


def _larangan(
    jalan: str, *, kejadian: tuple[str, ...] = ("INSERT", "UPDATE", "DELETE"), hanya: frozenset[str] = frozenset()
) -> Larangan:
    """`jalan`: WHERE by which `p` is the scheme of the row. Scores once given keep the weights they were given by."""
    return Larangan(
        nama="terpakai",
        dari=f"kinerja_skemaevaluasi p WHERE {jalan}",
        bila=_TERPAKAI,
        pesan="Skema ini sudah dipakai evaluasi, jadi isinya tetap. Buat skema baru untuk peraturan yang baru.",
        kejadian=kejadian,
        hanya=hanya,
    )


class SkemaEvaluasi(ModelTeraudit):
    RIWAYAT_LINGKUP: ClassVar = {}
    LARANGAN: ClassVar = (_larangan("p.id = {baris}.id", kejadian=("UPDATE", "DELETE"), hanya=frozenset({"kode"})),)

    kode = models.CharField("kode", max_length=20, unique=True)
    nama = models.CharField("nama", max_length=100)
    dasar_hukum = models.TextField("dasar hukum")
    berlaku_dari = tahun_field("berlaku dari tahun")
    berlaku_sampai = tahun_field("berlaku sampai tahun", kosong=True)

    class Meta:
        verbose_name = "skema evaluasi"
        verbose_name_plural = "skema evaluasi"
        ordering = ["-berlaku_dari", "kode"]
        constraints = [
            terisi("skema_evaluasi", "kode"),
            terisi("skema_evaluasi", "nama"),
            tahun_sah("skema_evaluasi", "berlaku_dari"),
            tahun_sah("skema_evaluasi", "berlaku_sampai"),
            models.CheckConstraint(
                condition=Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=F("berlaku_dari")),
                name="skema_evaluasi_masa_urut",
                violation_error_message="Tahun akhir mendahului tahun awal.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class KomponenSkema(ModelTeraudit):
    RIWAYAT_LINGKUP: ClassVar = {}
    LARANGAN: ClassVar = (_larangan("p.id = {baris}.skema_id"),)

    skema = models.ForeignKey(SkemaEvaluasi, models.CASCADE, related_name="daftar_komponen", verbose_name="skema")
    nomor = models.PositiveSmallIntegerField("nomor")
    nama = models.CharField("nama", max_length=200)
    bobot = DesimalField("bobot")

    class Meta:
        verbose_name = "komponen skema"
        verbose_name_plural = "komponen skema"
        ordering = ["skema", "nomor"]
        constraints = [
            models.UniqueConstraint(fields=["skema", "nomor"], name="komponen_skema_unik"),
            terisi("komponen_skema", "nama"),
            tak_negatif_sah("komponen_skema", "bobot"),
        ]

    def __str__(self) -> str:
        return f"{self.nomor}. {self.nama}"


class SubkomponenSkema(ModelTeraudit):
    RIWAYAT_LINGKUP: ClassVar = {}
    LARANGAN: ClassVar = (
        _larangan("p.id = (SELECT k.skema_id FROM kinerja_komponenskema k WHERE k.id = {baris}.komponen_id)"),
    )

    komponen = models.ForeignKey(
        KomponenSkema, models.CASCADE, related_name="daftar_subkomponen", verbose_name="komponen"
    )
    kode = models.CharField("kode", max_length=20, help_text="Misalnya 1.a")
    nama = models.TextField("nama")
    bobot = DesimalField("bobot")

    class Meta:
        verbose_name = "subkomponen skema"
        verbose_name_plural = "subkomponen skema"
        ordering = ["komponen", "kode"]
        constraints = [
            models.UniqueConstraint(fields=["komponen", "kode"], name="subkomponen_skema_unik"),
            terisi("subkomponen_skema", "kode"),
            tak_negatif_sah("subkomponen_skema", "bobot"),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class KriteriaSkema(ModelTeraudit):
    RIWAYAT_LINGKUP: ClassVar = {}
    LARANGAN: ClassVar = (
        _larangan(
            "p.id = (SELECT k.skema_id FROM kinerja_komponenskema k JOIN kinerja_subkomponenskema s "
            "ON s.komponen_id = k.id WHERE s.id = {baris}.subkomponen_id)"
        ),
    )

    subkomponen = models.ForeignKey(
        SubkomponenSkema, models.CASCADE, related_name="daftar_kriteria", verbose_name="subkomponen"
    )
    nomor = models.PositiveSmallIntegerField("nomor")
    uraian = models.TextField("uraian")

    class Meta:
        verbose_name = "kriteria skema"
        verbose_name_plural = "kriteria skema"
        ordering = ["subkomponen", "nomor"]
        constraints = [
            models.UniqueConstraint(fields=["subkomponen", "nomor"], name="kriteria_skema_unik"),
            models.CheckConstraint(condition=Q(nomor__gte=1), name="kriteria_skema_nomor_sah"),
            terisi("kriteria_skema", "uraian"),
        ]

    def __str__(self) -> str:
        return f"{self.nomor}. {self.uraian}"


class JawabanSkema(ModelTeraudit):
    RIWAYAT_LINGKUP: ClassVar = {}
    LARANGAN: ClassVar = (_larangan("p.id = {baris}.skema_id"),)

    skema = models.ForeignKey(SkemaEvaluasi, models.CASCADE, related_name="daftar_jawaban", verbose_name="skema")
    kode = models.CharField("jawaban", max_length=10)
    nilai = DesimalField("nilai", help_text="Dari 100.")
    arti = models.TextField("arti", blank=True, default="")
    arti_keberadaan = models.TextField("arti untuk keberadaan", blank=True, default="")

    class Meta:
        verbose_name = "pilihan jawaban skema"
        verbose_name_plural = "pilihan jawaban skema"
        ordering = ["skema", "id"]
        constraints = [
            models.UniqueConstraint(fields=["skema", "kode"], name="jawaban_skema_unik"),
            terisi("jawaban_skema", "kode"),
            tak_negatif_sah("jawaban_skema", "nilai"),
        ]

    def __str__(self) -> str:
        return self.kode


class PredikatSkema(ModelTeraudit):
    RIWAYAT_LINGKUP: ClassVar = {}
    LARANGAN: ClassVar = (_larangan("p.id = {baris}.skema_id"),)

    skema = models.ForeignKey(SkemaEvaluasi, models.CASCADE, related_name="daftar_predikat", verbose_name="skema")
    huruf = models.CharField("predikat", max_length=10)
    nama = models.CharField("nama", max_length=100)
    batas = DesimalField(
        "batas", help_text="Nilai di atas batas ini mendapat predikat ini; nilai batasnya sendiri tidak."
    )

    class Meta:
        verbose_name = "predikat skema"
        verbose_name_plural = "predikat skema"
        ordering = ["skema", "id"]
        constraints = [
            models.UniqueConstraint(fields=["skema", "huruf"], name="predikat_skema_unik"),
            terisi("predikat_skema", "huruf"),
            tak_negatif_sah("predikat_skema", "batas"),
        ]

    def __str__(self) -> str:
        return f"{self.huruf} ({self.nama})"
