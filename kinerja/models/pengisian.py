"""Filling in a quarter: its state, every step with who and when, remarks, and the rules that the pemda sets."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from kinerja.data_pengisian import HARI_TENGGAT_BAWAAN, Langkah, StatusPengisian
from lkjip.kolom import pilihan_field, pilihan_sah, terisi, triwulan_field, triwulan_sah
from lkjip.riwayat.models import Larangan, ModelTeraudit
from renstra.models import Indikator, MilikTahun, Pemda, TahunKinerja


def pelaku_field(nama: str = "oleh") -> models.ForeignKey[models.Model | None, models.Model | None]:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=nama
    )


PESAN_TERTUTUP = (
    "Triwulan ini sudah diajukan, disetujui, atau terkunci, jadi isinya tidak dapat diubah. Halaman pengisiannya "
    "menyebut sejak kapan, oleh siapa, dan siapa yang dapat membukanya kembali."
)
_KODE_INDIKATOR = {"indikator": "(SELECT i.kode FROM renstra_indikator i WHERE i.id = {baris}.indikator_id)"}
TERTUTUP = f"p.status <> '{StatusPengisian.DRAF.value}'"


def larangan_triwulan(dari_triwulan: str) -> Larangan:
    """Rows of a quarter that has been submitted may not be written.

    `dari_triwulan`: the condition, with `{baris}`, by which `p` is the quarter of the row. Its place in the sheet may
    change. So may its indicator, for one of the same kode: a year whose plan changes may get a Renstra of its own.
    """
    return Larangan(
        nama="triwulan",
        dari=f"kinerja_pengisiantriwulan p WHERE {dari_triwulan}",
        bila=TERTUTUP,
        pesan=PESAN_TERTUTUP,
        bebas=frozenset({"urutan"}),
        setara=_KODE_INDIKATOR,
    )


def larangan_pindah(nama: str, *, pada: str, kolom: str, dari_triwulan: str) -> Larangan:
    """What would take rows out of their submitted quarter without touching them: their parent goes elsewhere."""
    return Larangan(
        nama=nama,
        dari=dari_triwulan,
        bila=TERTUTUP,
        pesan=PESAN_TERTUTUP,
        kejadian=("UPDATE",),
        hanya=frozenset(kolom.split()),
        setara=_KODE_INDIKATOR,
        pada=pada,
    )


# For tables that carry a year of their own: only rows of the agency-year itself belong to its quarters.
TRIWULAN_TAHUN_INI = (
    "p.tahun_kinerja_id = {baris}.tahun_kinerja_id AND p.triwulan = {baris}.triwulan AND {baris}.tahun = "
    "(SELECT t.tahun FROM renstra_tahunkinerja t WHERE t.id = {baris}.tahun_kinerja_id)"
)
TRIWULAN_BARIS = "p.tahun_kinerja_id = {baris}.tahun_kinerja_id AND p.triwulan = {baris}.triwulan"


class PengisianTriwulan(ModelTeraudit):
    """One quarter of one agency-year. Where there is no row yet the quarter is a draft."""

    RIWAYAT_LINGKUP: ClassVar = MilikTahun.RIWAYAT_LINGKUP
    LARANGAN: ClassVar = (
        Larangan(
            nama="pindah",
            dari="kinerja_pengisiantriwulan p WHERE p.id = {baris}.id",
            bila=TERTUTUP,
            pesan="Triwulan yang sudah diajukan, disetujui, atau terkunci tidak dapat dihapus atau dipindahkan.",
            kejadian=("UPDATE", "DELETE"),
            hanya=frozenset({"tahun_kinerja", "triwulan"}),
        ),
        Larangan(  # so whoever moves the state has to record the step first, and can use no step twice
            nama="langkah",
            dari="kinerja_pengisiantriwulan p WHERE p.id = {baris}.id",
            bila="NOT EXISTS (SELECT 1 FROM kinerja_langkahpengisian l WHERE l.dari = OLD.status AND l.ke = NEW.status "
            "AND l.id = (SELECT MAX(m.id) FROM kinerja_langkahpengisian m WHERE m.pengisian_id = {baris}.id))",
            pesan="Keadaan triwulan hanya berubah lewat langkah yang tercatat: siapa, kapan, dan mengapa.",
            kejadian=("UPDATE",),
            hanya=frozenset({"status"}),
        ),
        Larangan(
            nama="awal",
            dari="renstra_tahunkinerja p WHERE p.id = {baris}.tahun_kinerja_id",
            bila=f"{{baris}}.status <> '{StatusPengisian.DRAF.value}'",
            pesan="Triwulan baru selalu mulai sebagai draf.",
            kejadian=("INSERT",),
        ),
        larangan_pindah(
            "tahun",
            pada="renstra.TahunKinerja",
            kolom="instansi tahun",
            dari_triwulan="kinerja_pengisiantriwulan p WHERE p.tahun_kinerja_id = {baris}.id",
        ),
    )

    tahun_kinerja = models.ForeignKey(
        TahunKinerja, models.CASCADE, related_name="daftar_pengisian", verbose_name="tahun kinerja"
    )
    triwulan = triwulan_field()
    status = pilihan_field("status", StatusPengisian, wajib=True)
    tenggat_khusus = models.DateField(
        "tenggat khusus", null=True, blank=True, help_text="Perpanjangan untuk instansi ini; kosong: aturan pemda."
    )

    class Meta:
        verbose_name = "pengisian triwulan"
        verbose_name_plural = "pengisian triwulan"
        ordering = ["tahun_kinerja", "triwulan"]
        constraints = [
            models.UniqueConstraint(
                fields=["tahun_kinerja", "triwulan"],
                name="pengisian_triwulan_unik",
                violation_error_message="Triwulan ini sudah ada.",
            ),
            triwulan_sah("pengisian"),
            pilihan_sah("pengisian", "status", StatusPengisian, wajib=True),
        ]

    def __str__(self) -> str:
        return f"Triwulan {self.triwulan} {self.tahun_kinerja}: {self.status}"


class LangkahPengisian(ModelTeraudit):
    """A step that was taken. `riwayat_sampai`: the last entry of the history before it: what was decided upon."""

    RIWAYAT_LINGKUP: ClassVar = {
        "tahun_kinerja": "pengisian__tahun_kinerja",
        "instansi": "pengisian__tahun_kinerja__instansi",
    }
    # The figures of an approved quarter hang on its steps (`riwayat_sampai`). A user may go, the name stays.
    LARANGAN: ClassVar = (
        Larangan(
            nama="jejak",
            dari="kinerja_pengisiantriwulan p WHERE p.id = {baris}.pengisian_id",
            bila=TERTUTUP,
            pesan="Triwulan yang sudah diajukan, disetujui, atau terkunci tidak dapat dihapus, begitu pula langkahnya.",
            kejadian=("UPDATE", "DELETE"),
            bebas=frozenset({"oleh"}),
        ),
        Larangan(  # else an approval could be put behind the true one, with other figures
            nama="urut",
            dari="kinerja_pengisiantriwulan p WHERE p.id = {baris}.pengisian_id",
            bila="({baris}.dari <> p.status OR {baris}.ke = p.status)",
            pesan="Langkah hanya dicatat dari keadaan triwulan sekarang ke keadaan lain.",
            kejadian=("INSERT",),
        ),
    )

    pengisian = models.ForeignKey(
        PengisianTriwulan, models.CASCADE, related_name="daftar_langkah", verbose_name="pengisian triwulan"
    )
    langkah = pilihan_field("langkah", Langkah, wajib=True)
    dari = pilihan_field("dari", StatusPengisian, wajib=True)
    ke = pilihan_field("menjadi", StatusPengisian, wajib=True)
    oleh = pelaku_field()
    nama_oleh = models.CharField("nama", max_length=200)
    waktu = models.DateTimeField("waktu")
    catatan = models.TextField("catatan", blank=True, default="")
    riwayat_sampai = models.BigIntegerField("riwayat sampai")

    class Meta:
        verbose_name = "langkah pengisian"
        verbose_name_plural = "langkah pengisian"
        ordering = ["id"]
        constraints = [
            pilihan_sah("langkah", "langkah", Langkah, wajib=True),
            pilihan_sah("langkah", "dari", StatusPengisian, wajib=True),
            pilihan_sah("langkah", "ke", StatusPengisian, wajib=True),
            terisi("langkah", "nama_oleh"),
        ]

    def __str__(self) -> str:
        return f"{self.get_langkah_display()} oleh {self.nama_oleh}"


class CatatanPengisian(ModelTeraudit):
    """A remark of the verifikator or the head at one indicator, at one budget row, or at the quarter as a whole.

    It is shown at the field until the perencana has answered it. A budget row is named by its kode, because this
    package does not know `anggaran`.
    """

    RIWAYAT_LINGKUP: ClassVar = LangkahPengisian.RIWAYAT_LINGKUP
    LARANGAN: ClassVar = (
        Larangan(
            nama="catatan",
            dari="kinerja_pengisiantriwulan p WHERE p.id = {baris}.pengisian_id",
            bila=f"p.status IN ('{StatusPengisian.DISETUJUI.value}', '{StatusPengisian.TERKUNCI.value}')",
            pesan="Triwulan ini sudah disetujui, jadi catatannya tidak dapat ditulis atau diubah lagi.",
            kejadian=("INSERT", "UPDATE"),
            bebas=frozenset({"oleh", "dijawab_oleh"}),
            setara=_KODE_INDIKATOR,
        ),
    )

    pengisian = models.ForeignKey(
        PengisianTriwulan, models.CASCADE, related_name="daftar_catatan", verbose_name="pengisian triwulan"
    )
    indikator = models.ForeignKey(
        Indikator,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="daftar_catatan_pengisian",
        verbose_name="indikator",
    )
    kode_anggaran = models.CharField("kode baris anggaran", max_length=100, blank=True, default="")
    isi = models.TextField("catatan")
    oleh = pelaku_field()
    nama_oleh = models.CharField("nama", max_length=200)
    waktu = models.DateTimeField("waktu")
    jawaban = models.TextField("jawaban", blank=True, default="")
    dijawab_oleh = pelaku_field("dijawab oleh")
    nama_penjawab = models.CharField("nama penjawab", max_length=200, blank=True, default="")
    waktu_jawaban = models.DateTimeField("waktu jawaban", null=True, blank=True)

    class Meta:
        verbose_name = "catatan pengisian"
        verbose_name_plural = "catatan pengisian"
        ordering = ["id"]
        constraints = [
            terisi("catatan_pengisian", "isi"),
            models.CheckConstraint(
                condition=Q(indikator__isnull=True) | Q(kode_anggaran=""),
                name="catatan_pengisian_satu_subjek",
                violation_error_message="Catatan hanya untuk satu indikator atau satu baris anggaran.",
            ),
            models.CheckConstraint(
                condition=Q(waktu_jawaban__isnull=True, jawaban="") | Q(waktu_jawaban__isnull=False) & ~Q(jawaban=""),
                name="catatan_pengisian_jawaban_lengkap",
                violation_error_message="Tulis jawabannya.",
            ),
        ]

    def __str__(self) -> str:
        return self.isi[:80]


def _hari_field(nama: str) -> models.PositiveSmallIntegerField[int, int]:
    return models.PositiveSmallIntegerField(
        nama,
        default=HARI_TENGGAT_BAWAAN,
        validators=[MaxValueValidator(180, "Paling lama 180 hari.")],
        help_text="Hari setelah akhir triwulan.",
    )


class AturanPengisian(ModelTeraudit):
    """What a pemda asks of the quarters of its agencies; without a row the defaults hold."""

    RIWAYAT_LINGKUP: ClassVar = {}

    pemda = models.OneToOneField(Pemda, models.CASCADE, related_name="aturan_pengisian", verbose_name="pemda")
    hari_triwulan_1 = _hari_field("tenggat Triwulan I")
    hari_triwulan_2 = _hari_field("tenggat Triwulan II")
    hari_triwulan_3 = _hari_field("tenggat Triwulan III")
    hari_triwulan_4 = _hari_field("tenggat Triwulan IV")
    tutup_setelah_tenggat = models.BooleanField(
        "tutup pengisian setelah tenggat",
        default=False,
        help_text="Setelah tenggat, triwulan hanya dapat diisi bila pengelola memperpanjangnya.",
    )
    wajib_bukti = models.BooleanField(
        "bukti dukung IKU wajib", default=False, help_text="Tanpa bukti dukung, triwulan tidak dapat diajukan."
    )
    wajib_analisis = models.BooleanField(
        "analisis wajib bila capaian di bawah 100%",
        default=False,
        help_text="Tanpa analisis, triwulan tidak dapat diajukan.",
    )

    class Meta:
        verbose_name = "aturan pengisian"
        verbose_name_plural = "aturan pengisian"
        ordering = ["pemda"]
        constraints = [
            models.CheckConstraint(
                condition=Q(**{f"hari_triwulan_{n}__lte": 180 for n in (1, 2, 3, 4)}), name="aturan_hari_wajar"
            )
        ]

    def __str__(self) -> str:
        return f"Aturan pengisian {self.pemda}"
