"""Frozen versions of official documents, and their signatures."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from lkjip.kolom import pilihan_sah, terisi
from lkjip.laporan.data_penyusunan import JenisBerkas
from lkjip.laporan.data_terbitan import (
    BERJALAN,
    CaraTandaTangan,
    JenisSertifikat,
    KeadaanTerbitan,
    KeadaanTindakan,
)
from lkjip.laporan.models.penyusunan import PenyusunanBerkas
from lkjip.riwayat.models import Larangan, ModelTeraudit
from renstra.models import TahunKinerja

_SIDIK = 64
_BEKU = frozenset(
    {"tahun_kinerja", "jenis", "kunci", "nomor", "spesifikasi", "judul", "nama_berkas", "kode", "jenis_sertifikat",
     "sidik_isi", "sidik_buku_kerja", "sidik_data", "sidik_html", "sidik_final", "banyak_halaman", "final_pada"}
)  # fmt: skip


def pilihan_pendek(nama: str, jenis: type[StrEnum], panjang: int = 20, **lain: Any) -> models.CharField[Any, Any]:
    return models.CharField(nama, max_length=panjang, choices=[(j.value, j.value) for j in jenis], **lain)


def sidik_field(nama: str) -> models.CharField[Any, Any]:
    return models.CharField(nama, max_length=_SIDIK, blank=True, default="", editable=False)


def oleh_field(nama: str) -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=nama
    )


class Terbitan(ModelTeraudit):
    """One version of one document of an agency-year (`kunci`: which document), frozen.

    Files lie by their SHA-256 (`simpanan_terbitan`): the workbook of that moment, the open data, the page to read,
    the unsigned final PDF (`sidik_final`) and the PDF as far as it is signed (`sidik_kini`). `sidik_isi` is the hash of
    what was composed: the worker prints nothing else. A year with versions cannot be removed.
    """

    RIWAYAT_LINGKUP: ClassVar = {"tahun_kinerja": "tahun_kinerja", "instansi": "tahun_kinerja__instansi"}
    LARANGAN: ClassVar = (
        Larangan(
            nama="beku",
            dari="laporan_terbitan p WHERE p.id = {baris}.id",
            bila="p.sidik_final <> ''",
            pesan="Versi yang sudah final tidak dapat diubah lagi.",
            kejadian=("UPDATE",),
            hanya=_BEKU,
        ),
        Larangan(
            nama="beku_hapus",
            dari="laporan_terbitan p WHERE p.id = {baris}.id",
            bila="p.sidik_final <> ''",
            pesan="Versi yang sudah final tidak dapat dihapus.",
            kejadian=("DELETE",),
        ),
    )

    tahun_kinerja = models.ForeignKey(
        TahunKinerja, models.PROTECT, related_name="daftar_terbitan", verbose_name="tahun kinerja"
    )
    jenis = pilihan_pendek("jenis", JenisBerkas)
    kunci = models.CharField("dokumen", max_length=60)
    nomor = models.PositiveSmallIntegerField("versi", default=1)
    spesifikasi = models.JSONField("spesifikasi")
    judul = models.CharField("judul", max_length=300)
    nama_berkas = models.CharField("nama berkas", max_length=200)
    kode = models.CharField("kode verifikasi", max_length=12, unique=True)
    jenis_sertifikat = pilihan_pendek("jenis sertifikat", JenisSertifikat)
    keadaan = pilihan_pendek("keadaan", KeadaanTerbitan, default=KeadaanTerbitan.DISUSUN.value)
    alasan = models.TextField("alasan versi baru", blank=True, default="")
    penyusunan = models.ForeignKey(
        PenyusunanBerkas, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="penyusunan"
    )
    sidik_isi = sidik_field("sidik isi")
    sidik_buku_kerja = sidik_field("SHA-256 buku kerja")
    sidik_data = sidik_field("SHA-256 data terbuka")
    sidik_html = sidik_field("SHA-256 halaman baca")
    sidik_final = sidik_field("SHA-256 PDF final")
    sidik_kini = sidik_field("SHA-256 PDF terkini")
    banyak_halaman = models.PositiveIntegerField("banyak halaman", default=0, editable=False)
    dibuat_pada = models.DateTimeField("dibuat pada")
    dibuat_oleh = oleh_field("dibuat oleh")
    final_pada = models.DateTimeField("final pada", null=True, blank=True)
    terbit_pada = models.DateTimeField("terbit pada", null=True, blank=True)
    terbit_oleh = oleh_field("diterbitkan oleh")
    ditarik_pada = models.DateTimeField("ditarik pada", null=True, blank=True)
    ditarik_oleh = oleh_field("ditarik oleh")
    alasan_tarik = models.TextField("alasan penarikan", blank=True, default="")

    class Meta:
        verbose_name = "versi dokumen"
        verbose_name_plural = "versi dokumen"
        ordering = ["tahun_kinerja", "kunci", "-nomor"]
        constraints = [
            models.UniqueConstraint(
                fields=["tahun_kinerja", "kunci", "nomor"],
                name="terbitan_unik",
                violation_error_message="Versi ini sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["tahun_kinerja", "kunci"],
                condition=Q(keadaan__in=[k.value for k in BERJALAN]),
                name="terbitan_satu_berjalan",
                violation_error_message="Versi lain dari dokumen ini sedang diproses.",
            ),
            models.UniqueConstraint(
                fields=["tahun_kinerja", "kunci"],
                condition=Q(keadaan=KeadaanTerbitan.TERBIT.value),
                name="terbitan_satu_terbit",
                violation_error_message="Versi lain dari dokumen ini sudah terbit.",
            ),
            pilihan_sah("terbitan", "jenis", JenisBerkas, wajib=True),
            pilihan_sah("terbitan", "keadaan", KeadaanTerbitan, wajib=True),
            pilihan_sah("terbitan", "jenis_sertifikat", JenisSertifikat, wajib=True),
            terisi("terbitan", "kunci"),
            terisi("terbitan", "kode"),
            models.CheckConstraint(condition=Q(nomor__gte=1), name="terbitan_nomor_sah"),
            models.CheckConstraint(
                condition=Q(nomor=1) | ~Q(alasan=""),
                name="terbitan_versi_beralasan",
                violation_error_message="Tulis alasan dibuatnya versi baru.",
            ),
            models.CheckConstraint(
                condition=Q(keadaan__in=[KeadaanTerbitan.DISUSUN.value, KeadaanTerbitan.DIBATALKAN.value])
                | (~Q(sidik_final="") & ~Q(sidik_kini="") & Q(final_pada__isnull=False)),
                name="terbitan_final_berisi",
            ),
            models.CheckConstraint(
                condition=~Q(keadaan=KeadaanTerbitan.DITARIK.value)
                | (~Q(alasan_tarik="") & Q(ditarik_pada__isnull=False)),
                name="terbitan_tarik_beralasan",
                violation_error_message="Tulis alasan penarikan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.judul} versi {self.nomor}"


class TandaTanganTerbitan(ModelTeraudit):
    """A place for a signature in a version, and, once `sidik_hasil` is set, the signature that stands there.

    `bidang` is the name of the field in the PDF. `urutan` counts the places, `urutan_tanda` the order of signing.
    """

    RIWAYAT_LINGKUP: ClassVar = {
        "tahun_kinerja": "terbitan__tahun_kinerja",
        "instansi": "terbitan__tahun_kinerja__instansi",
    }
    LARANGAN: ClassVar = (
        Larangan(
            nama="tetap",
            dari="laporan_tandatanganterbitan p WHERE p.id = {baris}.id",
            bila="p.sidik_hasil <> ''",
            pesan="Tanda tangan yang sudah ada tidak dapat diubah atau dihapus.",
            kejadian=("UPDATE", "DELETE"),
            bebas=frozenset({"oleh"}),
        ),
    )

    terbitan = models.ForeignKey(Terbitan, models.CASCADE, related_name="daftar_tanda_tangan")
    urutan = models.PositiveSmallIntegerField("urutan")
    bidang = models.CharField("bidang", max_length=60)
    sebutan = models.CharField("sebutan", max_length=100, blank=True, default="")
    jabatan = models.CharField("jabatan", max_length=300, blank=True, default="")
    nama = models.CharField("nama", max_length=200, blank=True, default="")
    pangkat = models.CharField("pangkat", max_length=100, blank=True, default="")
    nip = models.CharField("NIP", max_length=30, blank=True, default="")
    urutan_tanda = models.PositiveSmallIntegerField("urutan penandatanganan", null=True, blank=True)
    pada = models.DateTimeField("ditandatangani pada", null=True, blank=True)
    oleh = oleh_field("dilakukan oleh")
    cara = pilihan_pendek("cara", CaraTandaTangan, blank=True, default="")
    sidik_masuk = sidik_field("SHA-256 sebelum")
    sidik_hasil = sidik_field("SHA-256 sesudah")
    nama_sertifikat = models.CharField("nama pada sertifikat", max_length=300, blank=True, default="")
    penerbit = models.TextField("penerbit sertifikat", blank=True, default="")
    nomor_seri = models.CharField("nomor seri sertifikat", max_length=100, blank=True, default="")
    percobaan = models.BooleanField("percobaan", default=False)
    id_dokumen = models.CharField("nomor pada layanan", max_length=100, blank=True, default="")
    putusan = models.JSONField("hasil verifikasi", blank=True, default=dict)

    class Meta:
        verbose_name = "tanda tangan"
        verbose_name_plural = "tanda tangan"
        ordering = ["terbitan", "urutan"]
        constraints = [
            models.UniqueConstraint(fields=["terbitan", "bidang"], name="tanda_tangan_unik"),
            models.UniqueConstraint(
                fields=["terbitan", "sidik_masuk"], condition=~Q(sidik_hasil=""), name="tanda_tangan_berantai"
            ),
            terisi("tanda_tangan", "bidang"),
            models.CheckConstraint(
                condition=Q(sidik_hasil="", pada__isnull=True, cara="")
                | (~Q(sidik_hasil="") & ~Q(sidik_masuk="") & ~Q(cara="") & Q(pada__isnull=False)),
                name="tanda_tangan_lengkap",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama or self.jabatan}: {self.terbitan}"


class TindakanTandaTangan(models.Model):
    """One attempt at signing. While it is `berlangsung` nobody else signs this version; no secret stands in it."""

    terbitan = models.ForeignKey(Terbitan, models.CASCADE, related_name="daftar_tindakan")
    tanda_tangan = models.ForeignKey(TandaTanganTerbitan, models.CASCADE, related_name="daftar_tindakan")
    keadaan = pilihan_pendek("keadaan", KeadaanTindakan, default=KeadaanTindakan.BERLANGSUNG.value)
    cara = pilihan_pendek("cara", CaraTandaTangan)
    sidik_masuk = models.CharField("SHA-256 sebelum", max_length=_SIDIK)
    oleh = oleh_field("oleh")
    mulai = models.DateTimeField("mulai")
    akhir = models.DateTimeField("berakhir", null=True, blank=True)
    pesan = models.TextField("pesan", blank=True, default="")

    class Meta:
        verbose_name = "tindakan tanda tangan"
        verbose_name_plural = "tindakan tanda tangan"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["terbitan"],
                condition=Q(keadaan=KeadaanTindakan.BERLANGSUNG.value),
                name="tindakan_satu_berlangsung",
                violation_error_message="Dokumen ini sedang ditandatangani.",
            ),
            pilihan_sah("tindakan", "keadaan", KeadaanTindakan, wajib=True),
            pilihan_sah("tindakan", "cara", CaraTandaTangan, wajib=True),
        ]

    def __str__(self) -> str:
        return f"{self.tanda_tangan} ({self.keadaan})"
