"""The sheet of an evaluation: answers, evidence, scores from elsewhere, findings (sakip.md 2.2, 2.3)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinerja.data_evaluasi import TERBUKA, JenisCatatan, Penilai, SikapTanggapan, SikapUsul, TahapEvaluasi
from kinerja.models.bukti import tautan_sah
from kinerja.models.evaluasi import LINGKUP_EVALUASI, MILIK_EVALUASI, Evaluasi, larangan_tutup
from kinerja.models.pengisian import pelaku_field
from lkjip.kolom import DesimalField, pilihan_field, pilihan_sah, tak_negatif_sah, terisi
from lkjip.riwayat.models import Larangan, ModelTeraudit

_BUKAN_TERBUKA = f"p.tahap NOT IN ({', '.join(repr(t.value) for t in sorted(TERBUKA))})"


class JawabanEvaluasi(ModelTeraudit):
    """An answer of the LKE. `kriteria` 0: to the sub-component as a whole. `usul`: what the system proposed then."""

    RIWAYAT_LINGKUP: ClassVar = LINGKUP_EVALUASI
    LARANGAN: ClassVar = (
        larangan_tutup(
            bila=f"p.tahap = '{TahapEvaluasi.TERBIT}' OR "
            f"({{baris}}.penilai = '{Penilai.EVALUATOR}' AND {_BUKAN_TERBUKA}) OR "
            f"({{baris}}.penilai = '{Penilai.MANDIRI}' AND (p.mandiri_pada IS NOT NULL "
            f"OR p.tahap <> '{TahapEvaluasi.PENILAIAN}'))",
            bebas=frozenset({"oleh"}),
        ),
    )

    evaluasi = models.ForeignKey(Evaluasi, models.CASCADE, related_name="daftar_jawaban", verbose_name="evaluasi")
    penilai = pilihan_field("penilai", Penilai, wajib=True)
    subkomponen = models.CharField("subkomponen", max_length=20)
    kriteria = models.PositiveSmallIntegerField("kriteria", default=0)
    jawaban = models.CharField("jawaban", max_length=10, blank=True, default="")
    catatan = models.TextField("catatan", blank=True, default="")
    usul = models.CharField("usulan sistem", max_length=10, blank=True, default="")
    sikap_usul = pilihan_field("sikap atas usulan", SikapUsul)
    oleh = pelaku_field()
    waktu = models.DateTimeField("waktu")

    class Meta:
        verbose_name = "jawaban LKE evaluasi"
        verbose_name_plural = "jawaban LKE evaluasi"
        ordering = ["evaluasi", "penilai", "subkomponen", "kriteria"]
        constraints = [
            models.UniqueConstraint(
                fields=["evaluasi", "penilai", "subkomponen", "kriteria"],
                name="jawaban_evaluasi_unik",
                violation_error_message="Pertanyaan ini sudah dijawab. Muat ulang halaman.",
            ),
            pilihan_sah("jawaban_evaluasi", "penilai", Penilai, wajib=True),
            pilihan_sah("jawaban_evaluasi", "sikap_usul", SikapUsul),
            terisi("jawaban_evaluasi", "subkomponen"),
            models.CheckConstraint(
                condition=~Q(sikap_usul=SikapUsul.DITOLAK.value) | ~Q(catatan=""),
                name="jawaban_evaluasi_tolak_beralasan",
                violation_error_message="Tulis di catatan mengapa jawaban Anda berbeda dari usulan sistem.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subkomponen} {self.jawaban}"


class BuktiEvaluasi(ModelTeraudit):
    """Evidence named at a question. `rujukan`: a piece of the system by its stable name; else `tautan` leads there.

    `halaman`: the page inside the document.
    """

    RIWAYAT_LINGKUP: ClassVar = LINGKUP_EVALUASI
    LARANGAN: ClassVar = (larangan_tutup(bebas=frozenset({"oleh"})),)

    evaluasi = models.ForeignKey(Evaluasi, models.CASCADE, related_name="daftar_bukti", verbose_name="evaluasi")
    penilai = pilihan_field("penilai", Penilai, wajib=True)
    subkomponen = models.CharField("subkomponen", max_length=20)
    kriteria = models.PositiveSmallIntegerField("kriteria", default=0)
    judul = models.CharField("judul", max_length=300)
    rujukan = models.CharField("rujukan", max_length=200, blank=True, default="", editable=False)
    tautan = models.CharField("tautan", max_length=1000, blank=True, default="", validators=[tautan_sah])
    halaman = models.PositiveIntegerField("halaman", null=True, blank=True)
    oleh = pelaku_field()

    class Meta:
        verbose_name = "bukti evaluasi"
        verbose_name_plural = "bukti evaluasi"
        ordering = ["evaluasi", "subkomponen", "kriteria", "id"]
        constraints = [
            pilihan_sah("bukti_evaluasi", "penilai", Penilai, wajib=True),
            terisi("bukti_evaluasi", "judul"),
            terisi("bukti_evaluasi", "subkomponen"),
            models.CheckConstraint(
                condition=Q(halaman__isnull=True) | Q(halaman__gte=1), name="bukti_evaluasi_halaman_sah",
                violation_error_message="Halaman mulai dari 1.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.judul


class NilaiKomponenEvaluasi(ModelTeraudit):
    """A component's score as an LHE states it, where no answers are known. Above the weight it is refused."""

    RIWAYAT_LINGKUP: ClassVar = LINGKUP_EVALUASI
    LARANGAN: ClassVar = (
        larangan_tutup(),
        Larangan(
            nama="bobot",
            dari=MILIK_EVALUASI,
            bila="CAST({baris}.nilai AS numeric) > (SELECT CAST(k.bobot AS numeric) FROM kinerja_komponenskema k "
            "WHERE k.skema_id = p.skema_id AND k.nomor = {baris}.nomor)",
            pesan="Nilai komponen tidak boleh lebih besar daripada bobotnya.",
            kejadian=("INSERT", "UPDATE"),
        ),
    )

    evaluasi = models.ForeignKey(Evaluasi, models.CASCADE, related_name="daftar_nilai", verbose_name="evaluasi")
    nomor = models.PositiveSmallIntegerField("nomor komponen")
    nilai = DesimalField("nilai")

    class Meta:
        verbose_name = "nilai komponen evaluasi"
        verbose_name_plural = "nilai komponen evaluasi"
        ordering = ["evaluasi", "nomor"]
        constraints = [
            models.UniqueConstraint(fields=["evaluasi", "nomor"], name="nilai_evaluasi_unik"),
            tak_negatif_sah("nilai_evaluasi", "nilai"),
        ]

    def __str__(self) -> str:
        return f"{self.nomor}: {self.nilai}"


class CatatanEvaluasi(ModelTeraudit):
    """A finding (or what deserves credit) of one component, the agency's reply, and what the team made of it."""

    RIWAYAT_LINGKUP: ClassVar = LINGKUP_EVALUASI
    LARANGAN: ClassVar = (larangan_tutup(bebas=frozenset({"oleh", "ditanggapi_oleh"})),)

    evaluasi = models.ForeignKey(Evaluasi, models.CASCADE, related_name="daftar_catatan", verbose_name="evaluasi")
    komponen = models.PositiveSmallIntegerField("komponen")
    subkomponen = models.CharField("subkomponen", max_length=20, blank=True, default="")
    jenis = pilihan_field("jenis", JenisCatatan, wajib=True)
    urutan = models.PositiveIntegerField("urutan", default=1)
    isi = models.TextField("catatan")
    oleh = pelaku_field()
    tanggapan = models.TextField("tanggapan instansi", blank=True, default="")
    ditanggapi_oleh = pelaku_field("ditanggapi oleh")
    ditanggapi_pada = models.DateTimeField("ditanggapi pada", null=True, blank=True)
    sikap = pilihan_field("sikap tim", SikapTanggapan)
    balasan = models.TextField("penjelasan tim", blank=True, default="")

    class Meta:
        verbose_name = "catatan evaluasi"
        verbose_name_plural = "catatan evaluasi"
        ordering = ["evaluasi", "komponen", "urutan", "id"]
        constraints = [
            pilihan_sah("catatan_evaluasi", "jenis", JenisCatatan, wajib=True),
            pilihan_sah("catatan_evaluasi", "sikap", SikapTanggapan),
            terisi("catatan_evaluasi", "isi"),
            models.CheckConstraint(
                condition=~Q(sikap__in=[SikapTanggapan.DITOLAK.value, SikapTanggapan.SEBAGIAN.value]) | ~Q(balasan=""),
                name="catatan_evaluasi_sikap_beralasan",
                violation_error_message="Jelaskan mengapa tanggapan tidak diterima seluruhnya.",
            ),
        ]

    def __str__(self) -> str:
        return self.isi[:80]
