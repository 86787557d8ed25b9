"""History of every change, written by the database itself (`pemicu.py`), and the mark of a model that has one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from django.conf import settings
from django.db import models


class Aksi(models.TextChoices):
    TAMBAH = "tambah", "Tambah"
    UBAH = "ubah", "Ubah"
    HAPUS = "hapus", "Hapus"


@dataclass(frozen=True)
class Larangan:
    """When a row may not be written, whoever writes and by whichever way: held by triggers (`penjaga.py`).

    `dari` is what follows FROM, one table `p` and its WHERE, with `{baris}` for the row written; `bila` is the further
    condition that forbids. On PostgreSQL the row of `p` is locked (FOR SHARE) before it is judged, so that nobody can
    change it between the judgement and the commit. An UPDATE counts where a column changes that is not in `bebas` (or,
    if any are named, one of `hanya`); `setara` compares a column by other SQL, with `{baris}`, than by its value.
    `pada`: the label of another model, further down the house, whose table is to be watched.
    """

    nama: str
    dari: str
    bila: str
    pesan: str
    kejadian: tuple[str, ...] = ("INSERT", "UPDATE", "DELETE")
    bebas: frozenset[str] = frozenset()
    hanya: frozenset[str] = frozenset()
    setara: Mapping[str, str] = field(default_factory=dict)
    pada: str = ""


class ModelTeraudit(models.Model):
    """Base of every model whose rows have a history. Triggers keep it, so no way of writing escapes.

    `RIWAYAT_LINGKUP` says by which path of foreign keys a row reaches the agency-year, the Renstra and the agency it
    belongs to (`""`: the row itself; several paths: the first that leads anywhere, for a row with one of two parents).
    `RIWAYAT_KECUALI` names columns that are never copied (secrets). `LARANGAN`: see Larangan. `LINGKUP_BEBAS` names
    foreign keys that may lead to another Renstra or agency-year of the same agency (what a version was copied from).
    """

    RIWAYAT_LINGKUP: ClassVar[Mapping[str, str | tuple[str, ...]]] = {}
    RIWAYAT_KECUALI: ClassVar[frozenset[str]] = frozenset()
    LARANGAN: ClassVar[tuple[Larangan, ...]] = ()
    LINGKUP_BEBAS: ClassVar[frozenset[str]] = frozenset()

    class Meta:
        abstract = True


TANPA_NAMA = "sistem"  # what a command, a migration or SQL has changed


class Riwayat(models.Model):
    """One row of one table: added, changed or removed. Never written or changed by Python.

    The scope columns are bare numbers and `oleh` has no constraint in the database: history outlives what it tells of.
    """

    waktu = models.DateTimeField("waktu")
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        related_name="+",
        verbose_name="oleh",
    )
    nama_oleh = models.CharField("nama pengguna", max_length=150, default="")
    jalur = models.CharField("jalur", max_length=20, default="")
    alasan = models.TextField("alasan", default="")
    kejadian = models.CharField("kejadian", max_length=32, default="")
    tabel = models.CharField("tabel", max_length=63)
    kunci = models.CharField("kunci", max_length=40)
    aksi = models.CharField("aksi", max_length=6, choices=Aksi.choices)
    dari = models.JSONField("dari", null=True)
    ke = models.JSONField("menjadi", null=True)
    tahun_kinerja_id = models.BigIntegerField("tahun kinerja", null=True)
    renstra_id = models.BigIntegerField("renstra", null=True)
    instansi_id = models.BigIntegerField("instansi", null=True)

    class Meta:
        verbose_name = "riwayat perubahan"
        verbose_name_plural = "riwayat perubahan"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["tabel", "kunci"], name="riwayat_baris"),
            models.Index(fields=["tahun_kinerja_id", "id"], name="riwayat_tahun_kinerja"),
            models.Index(fields=["instansi_id", "id"], name="riwayat_instansi"),
            models.Index(fields=["renstra_id", "id"], name="riwayat_renstra"),
        ]

    def __str__(self) -> str:
        return f"{self.get_aksi_display()} {self.tabel} {self.kunci} oleh {self.pelaku}"

    @property
    def pelaku(self) -> str:
        """Who did it, as pages say it."""
        return self.nama_oleh or TANPA_NAMA
