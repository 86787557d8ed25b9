"""Reviu of the LKjIP by APIP (PermenPANRB 53/2014, Lampiran III)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from kinerja.data_reviu import JawabanReviu, SimpulanReviu, TahapReviu
from kinerja.models.pengisian import pelaku_field
from lkjip.kolom import pilihan_field, pilihan_sah, terisi
from lkjip.riwayat.models import Larangan, ModelTeraudit
from renstra.models import TahunKinerja

_MILIK_REVIU = "kinerja_reviu p WHERE p.id = {baris}.reviu_id"
_SELESAI = f"p.tahap IN ('{TahapReviu.SELESAI}', '{TahapReviu.DIBATALKAN}')"
_PESAN = "Reviu ini sudah selesai, jadi isinya tidak dapat diubah lagi."
_LINGKUP = {"tahun_kinerja": "reviu__tahun_kinerja", "instansi": "reviu__tahun_kinerja__instansi"}


class Reviu(ModelTeraudit):
    """One reviu of the agency's annual report. `sidik_isi`: the content that was read last, and stated upon."""

    RIWAYAT_LINGKUP: ClassVar = {"tahun_kinerja": "tahun_kinerja", "instansi": "tahun_kinerja__instansi"}
    LARANGAN: ClassVar = (
        Larangan(
            nama="selesai", dari="kinerja_reviu p WHERE p.id = {baris}.id", bila=_SELESAI, pesan=_PESAN,
            kejadian=("UPDATE", "DELETE"),
        ),
    )  # fmt: skip

    tahun_kinerja = models.ForeignKey(
        TahunKinerja, models.PROTECT, related_name="daftar_reviu", verbose_name="tahun kinerja"
    )
    nomor = models.PositiveSmallIntegerField("reviu ke", default=1)
    tahap = pilihan_field("tahap", TahapReviu, wajib=True)
    sidik_isi = models.CharField("sidik isi", max_length=64, blank=True, default="", editable=False)
    pereviu = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="pereviu")
    nama_pereviu = models.CharField("nama pereviu", max_length=200)
    nomor_tugas = models.CharField("nomor surat tugas", max_length=200, blank=True, default="")
    tanggal_tugas = models.DateField("tanggal surat tugas", null=True, blank=True)
    mulai = models.DateTimeField("mulai")
    simpulan = pilihan_field("simpulan", SimpulanReviu)
    pengecualian = models.TextField("pengecualian", blank=True, default="")
    saran = models.TextField("saran perbaikan", blank=True, default="")
    nomor_surat = models.CharField("nomor catatan hasil reviu", max_length=200, blank=True, default="")
    tanggal_surat = models.DateField("tanggal pernyataan", null=True, blank=True)
    selesai_pada = models.DateTimeField("selesai pada", null=True, blank=True)
    selesai_oleh = pelaku_field("diselesaikan oleh")

    class Meta:
        verbose_name = "reviu LKjIP"
        verbose_name_plural = "reviu LKjIP"
        ordering = ["tahun_kinerja", "-nomor"]
        constraints = [
            models.UniqueConstraint(fields=["tahun_kinerja", "nomor"], name="reviu_unik"),
            models.UniqueConstraint(
                fields=["tahun_kinerja"],
                condition=Q(tahap__in=[TahapReviu.BERJALAN.value, TahapReviu.TANGGAPAN.value]),
                name="reviu_satu_berjalan",
                violation_error_message="Reviu lain atas laporan ini sedang berjalan.",
            ),
            pilihan_sah("reviu", "tahap", TahapReviu, wajib=True),
            pilihan_sah("reviu", "simpulan", SimpulanReviu),
            terisi("reviu", "nama_pereviu"),
            models.CheckConstraint(
                condition=~Q(tahap=TahapReviu.SELESAI.value)
                | (~Q(simpulan="") & ~Q(sidik_isi="") & Q(tanggal_surat__isnull=False, selesai_pada__isnull=False)),
                name="reviu_selesai_lengkap",
                violation_error_message="Reviu selesai harus mempunyai simpulan dan tanggal.",
            ),
            models.CheckConstraint(
                condition=~Q(simpulan=SimpulanReviu.DENGAN_PENGECUALIAN.value) | ~Q(pengecualian=""),
                name="reviu_pengecualian_ditulis",
                violation_error_message="Tulis pengecualiannya.",
            ),
        ]

    def __str__(self) -> str:
        return f"Reviu ke-{self.nomor}: {self.tahun_kinerja}"


class JawabanPertanyaanReviu(ModelTeraudit):
    """Answer to one of the 23 questions (`kode`: R1.1 … R3.10, kinerja.data_reviu)."""

    RIWAYAT_LINGKUP: ClassVar = _LINGKUP
    LARANGAN: ClassVar = (
        Larangan(nama="selesai", dari=_MILIK_REVIU, bila=_SELESAI, pesan=_PESAN, bebas=frozenset({"oleh"})),
    )

    reviu = models.ForeignKey(Reviu, models.CASCADE, related_name="daftar_jawaban", verbose_name="reviu")
    kode = models.CharField("pertanyaan", max_length=10)
    jawaban = pilihan_field("jawaban", JawabanReviu)
    catatan = models.TextField("catatan", blank=True, default="")
    oleh = pelaku_field()
    waktu = models.DateTimeField("waktu")

    class Meta:
        verbose_name = "jawaban reviu"
        verbose_name_plural = "jawaban reviu"
        ordering = ["reviu", "id"]
        constraints = [
            models.UniqueConstraint(fields=["reviu", "kode"], name="jawaban_reviu_unik",
                                    violation_error_message="Pertanyaan ini sudah dijawab. Muat ulang halaman."),
            pilihan_sah("jawaban_reviu", "jawaban", JawabanReviu),
            terisi("jawaban_reviu", "kode"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.kode} {self.jawaban}"


class CatatanReviu(ModelTeraudit):
    """A remark at a place of the report. `jangkar`: the key of the section, table or figure; empty: the whole."""

    RIWAYAT_LINGKUP: ClassVar = _LINGKUP
    LARANGAN: ClassVar = (
        Larangan(
            nama="selesai", dari=_MILIK_REVIU, bila=_SELESAI, pesan=_PESAN,
            bebas=frozenset({"oleh", "ditanggapi_oleh", "diputus_oleh"}),
        ),
    )  # fmt: skip

    reviu = models.ForeignKey(Reviu, models.CASCADE, related_name="daftar_catatan", verbose_name="reviu")
    jangkar = models.CharField("letak", max_length=200, blank=True, default="")
    judul_jangkar = models.CharField("judul letak", max_length=300, blank=True, default="")
    isi = models.TextField("catatan")
    oleh = pelaku_field()
    nama_oleh = models.CharField("nama", max_length=200)
    waktu = models.DateTimeField("waktu")
    tanggapan = models.TextField("tanggapan instansi", blank=True, default="")
    ditanggapi_oleh = pelaku_field("ditanggapi oleh")
    nama_penanggap = models.CharField("nama penanggap", max_length=200, blank=True, default="")
    ditanggapi_pada = models.DateTimeField("ditanggapi pada", null=True, blank=True)
    tuntas = models.BooleanField("tuntas", default=False)
    diputus_oleh = pelaku_field("dinyatakan tuntas oleh")
    diputus_pada = models.DateTimeField("dinyatakan tuntas pada", null=True, blank=True)

    class Meta:
        verbose_name = "catatan reviu"
        verbose_name_plural = "catatan reviu"
        ordering = ["reviu", "id"]
        constraints = [
            terisi("catatan_reviu", "isi"),
            models.CheckConstraint(
                condition=Q(ditanggapi_pada__isnull=True, tanggapan="")
                | (Q(ditanggapi_pada__isnull=False) & ~Q(tanggapan="")),
                name="catatan_reviu_tanggapan_lengkap",
                violation_error_message="Tulis tanggapannya.",
            ),
        ]

    def __str__(self) -> str:
        return self.isi[:80]
