"""An evaluation by the inspectorate: who, which stage, the answers, the findings (sakip.md 2)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kinerja.data_evaluasi import (
    AsalEvaluasi,
    LangkahEval,
    PeranTim,
    TahapEvaluasi,
    TingkatIsian,
)
from kinerja.models.pengisian import pelaku_field
from kinerja.models.skema import SkemaEvaluasi
from lkjip.kolom import DesimalField, pilihan_field, pilihan_sah, tahun_field, tahun_sah, tak_negatif_sah, terisi
from lkjip.riwayat.models import Larangan, ModelTeraudit
from renstra.models import Instansi, Pemda

_TUTUP = f"p.asal = '{AsalEvaluasi.DIKERJAKAN}' AND p.tahap IN ('{TahapEvaluasi.DISETUJUI}', '{TahapEvaluasi.TERBIT}', '{TahapEvaluasi.DIBATALKAN}')"  # noqa: E501
_PESAN_TUTUP = "Hasil evaluasi ini sudah disetujui, jadi isinya tidak dapat diubah lagi."
LINGKUP_EVALUASI = {"instansi": "evaluasi__instansi"}
MILIK_EVALUASI = "kinerja_evaluasi p WHERE p.id = {baris}.evaluasi_id"


def larangan_tutup(nama: str = "tutup", *, bila: str = _TUTUP, **lain: frozenset[str]) -> Larangan:
    """Rows of an evaluation that is settled may not be written; those of a result from elsewhere may."""
    return Larangan(nama=nama, dari=MILIK_EVALUASI, bila=f"({bila})", pesan=_PESAN_TUTUP, **lain)  # type: ignore[arg-type]


class PengaturanEvaluasi(ModelTeraudit):
    """How a pemda evaluates, who leads its APIP (signs the LHE), and who may see the ranking."""

    RIWAYAT_LINGKUP: ClassVar = {}

    pemda = models.OneToOneField(
        Pemda, models.CASCADE, related_name="pengaturan_evaluasi", verbose_name="pemerintah daerah"
    )
    tingkat = pilihan_field(
        "jawaban LKE per", TingkatIsian, wajib=True, bantuan="Berlaku bagi evaluasi yang dibuka kemudian."
    )
    peringkat_terbuka = models.BooleanField("kepala perangkat daerah melihat nilai semua instansi", default=False)
    hari_tanggapan = models.PositiveSmallIntegerField("hari untuk menanggapi", default=7)
    nama_apip = models.CharField("nama APIP", max_length=200, default="Inspektorat")
    alamat_apip = models.TextField("alamat untuk kop surat", blank=True, default="")
    tempat = models.CharField("tempat penandatanganan", max_length=100, blank=True, default="")
    jabatan_pimpinan = models.CharField("jabatan pimpinan APIP", max_length=200, default="Inspektur")
    nama_pimpinan = models.CharField("nama pimpinan APIP", max_length=200, blank=True, default="")
    pangkat_pimpinan = models.CharField("pangkat", max_length=100, blank=True, default="")
    nip_pimpinan = models.CharField("NIP", max_length=30, blank=True, default="")
    pedoman_daerah = models.TextField(
        "pedoman evaluasi daerah",
        blank=True,
        default="",
        help_text="Dicetak sebagai dasar dalam LHE, di samping peraturan nasional.",
    )

    class Meta:
        verbose_name = "pengaturan evaluasi"
        verbose_name_plural = "pengaturan evaluasi"
        constraints = [
            pilihan_sah("pengaturan_evaluasi", "tingkat", TingkatIsian, wajib=True),
            models.CheckConstraint(condition=Q(hari_tanggapan__range=(1, 90)), name="pengaturan_evaluasi_hari_sah",
                                   violation_error_message="Hari untuk menanggapi 1 sampai 90."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Pengaturan evaluasi {self.pemda}"


class Evaluasi(ModelTeraudit):
    """The evaluation of one agency for one year (`tahun`: the year evaluated), or the recorded result of one.

    `nilai_lhe` and `predikat_lhe` are what the LHE states: printed by us when it is issued, typed from the print where
    the result is recorded. The figures themselves are always computed, and a check compares.
    """

    RIWAYAT_LINGKUP: ClassVar = {"instansi": "instansi"}
    LARANGAN: ClassVar = (
        Larangan(
            nama="langkah",
            dari="kinerja_evaluasi p WHERE p.id = {baris}.id",
            bila="NOT EXISTS (SELECT 1 FROM kinerja_langkahevaluasi l WHERE l.dari = OLD.tahap AND l.ke = NEW.tahap "
            "AND l.id = (SELECT MAX(m.id) FROM kinerja_langkahevaluasi m WHERE m.evaluasi_id = {baris}.id))",
            pesan="Tahap evaluasi hanya berubah lewat langkah yang tercatat: siapa, kapan, dan mengapa.",
            kejadian=("UPDATE",),
            hanya=frozenset({"tahap"}),
        ),
        Larangan(
            nama="beku",
            dari="kinerja_evaluasi p WHERE p.id = {baris}.id",
            bila=f"p.asal = '{AsalEvaluasi.DIKERJAKAN}' AND p.tahap = '{TahapEvaluasi.TERBIT}'",
            pesan="LHE sudah terbit, jadi evaluasi ini tidak dapat diubah atau dihapus lagi.",
            kejadian=("UPDATE", "DELETE"),
            bebas=frozenset({"mandiri_oleh"}),
        ),
    )

    instansi = models.ForeignKey(Instansi, models.CASCADE, related_name="daftar_evaluasi", verbose_name="instansi")
    tahun = tahun_field("tahun yang dievaluasi")
    skema = models.ForeignKey(SkemaEvaluasi, models.PROTECT, related_name="daftar_evaluasi", verbose_name="skema")
    tingkat = pilihan_field("diisi per", TingkatIsian, wajib=True)
    asal = pilihan_field("asal", AsalEvaluasi, wajib=True)
    tahap = pilihan_field("tahap", TahapEvaluasi, wajib=True)
    mandiri_pada = models.DateTimeField("penilaian mandiri dikirim pada", null=True, blank=True)
    mandiri_oleh = pelaku_field("penilaian mandiri dikirim oleh")
    batas_tanggapan = models.DateField("batas waktu tanggapan", null=True, blank=True)
    nomor_tugas = models.CharField("nomor surat tugas atau keputusan tim", max_length=200, blank=True, default="")
    tanggal_tugas = models.DateField("tanggal surat tugas", null=True, blank=True)
    mulai_kerja = models.DateField("mulai evaluasi", null=True, blank=True)
    selesai_kerja = models.DateField("selesai evaluasi", null=True, blank=True)
    nomor_lhe = models.CharField("nomor LHE", max_length=200, blank=True, default="")
    tanggal_lhe = models.DateField("tanggal LHE", null=True, blank=True)
    ringkasan = models.TextField("ringkasan hasil", blank=True, default="")
    nilai_lhe = DesimalField("nilai yang tertulis dalam LHE", null=True, blank=True)
    predikat_lhe = models.CharField("predikat yang tertulis dalam LHE", max_length=50, blank=True, default="")

    class Meta:
        verbose_name = "evaluasi AKIP"
        verbose_name_plural = "evaluasi AKIP"
        ordering = ["instansi", "-tahun"]
        indexes = [models.Index(fields=["tahun", "tahap"])]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "tahun"],
                condition=~Q(tahap=TahapEvaluasi.DIBATALKAN.value),
                name="evaluasi_unik",
                violation_error_message="Evaluasi instansi ini untuk tahun itu sudah ada.",
            ),
            tahun_sah("evaluasi"),
            pilihan_sah("evaluasi", "tingkat", TingkatIsian, wajib=True),
            pilihan_sah("evaluasi", "asal", AsalEvaluasi, wajib=True),
            pilihan_sah("evaluasi", "tahap", TahapEvaluasi, wajib=True),
            tak_negatif_sah("evaluasi", "nilai_lhe"),
            models.CheckConstraint(
                condition=Q(asal=AsalEvaluasi.DIKERJAKAN.value)
                | Q(tahap=TahapEvaluasi.TERBIT.value, tingkat=TingkatIsian.KOMPONEN.value),
                name="evaluasi_rekaman_terbit",
                violation_error_message="Hasil yang direkam adalah hasil yang sudah terbit, dengan nilai per komponen.",
            ),
            models.CheckConstraint(
                condition=Q(selesai_kerja__isnull=True)
                | Q(mulai_kerja__isnull=True)
                | Q(selesai_kerja__gte=F("mulai_kerja")),
                name="evaluasi_masa_kerja_urut",
                violation_error_message="Tanggal selesai mendahului tanggal mulai.",
            ),
        ]

    def __str__(self) -> str:
        return f"Evaluasi AKIP {self.instansi} tahun {self.tahun}"


class TimEvaluasi(ModelTeraudit):
    RIWAYAT_LINGKUP: ClassVar = LINGKUP_EVALUASI
    LARANGAN: ClassVar = (larangan_tutup(bebas=frozenset({"pengguna"})),)

    evaluasi = models.ForeignKey(Evaluasi, models.CASCADE, related_name="daftar_tim", verbose_name="evaluasi")
    pengguna = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="pengguna")
    peran = pilihan_field("peran", PeranTim, wajib=True)

    class Meta:
        verbose_name = "anggota tim evaluasi"
        verbose_name_plural = "anggota tim evaluasi"
        ordering = ["evaluasi", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["evaluasi", "pengguna"],
                name="tim_evaluasi_unik",
                violation_error_message="Orang ini sudah menjadi anggota tim.",
            ),
            models.UniqueConstraint(
                fields=["evaluasi", "peran"],
                condition=~Q(peran=PeranTim.ANGGOTA.value),
                name="tim_evaluasi_satu_pemimpin",
                violation_error_message="Tim hanya mempunyai satu ketua dan satu pengendali.",
            ),
            pilihan_sah("tim_evaluasi", "peran", PeranTim, wajib=True),
        ]

    def __str__(self) -> str:
        return f"{self.pengguna} ({self.peran})"


class LangkahEvaluasi(ModelTeraudit):
    """A step that was taken; the name stays when the user goes."""

    RIWAYAT_LINGKUP: ClassVar = LINGKUP_EVALUASI
    LARANGAN: ClassVar = (
        Larangan(
            nama="tetap", dari=MILIK_EVALUASI, bila="p.id IS NOT NULL",
            pesan="Langkah evaluasi yang sudah tercatat tidak dapat diubah.", kejadian=("UPDATE",),
            bebas=frozenset({"oleh"}),
        ),
        Larangan(
            nama="urut",
            dari=MILIK_EVALUASI,
            bila="({baris}.dari <> p.tahap OR {baris}.ke = p.tahap)",
            pesan="Langkah hanya dicatat dari tahap evaluasi sekarang ke tahap lain.",
            kejadian=("INSERT",),
        ),
    )  # fmt: skip

    evaluasi = models.ForeignKey(Evaluasi, models.CASCADE, related_name="daftar_langkah", verbose_name="evaluasi")
    langkah = pilihan_field("langkah", LangkahEval, wajib=True)
    dari = pilihan_field("dari", TahapEvaluasi, wajib=True)
    ke = pilihan_field("menjadi", TahapEvaluasi, wajib=True)
    oleh = pelaku_field()
    nama_oleh = models.CharField("nama", max_length=200)
    waktu = models.DateTimeField("waktu")
    catatan = models.TextField("catatan", blank=True, default="")

    class Meta:
        verbose_name = "langkah evaluasi"
        verbose_name_plural = "langkah evaluasi"
        ordering = ["id"]
        constraints = [
            pilihan_sah("langkah_evaluasi", "langkah", LangkahEval, wajib=True),
            pilihan_sah("langkah_evaluasi", "dari", TahapEvaluasi, wajib=True),
            pilihan_sah("langkah_evaluasi", "ke", TahapEvaluasi, wajib=True),
            terisi("langkah_evaluasi", "nama_oleh"),
        ]

    def __str__(self) -> str:
        return f"{self.get_langkah_display()} oleh {self.nama_oleh}"
