"""Late changes: what was written after a quarter was approved or a document was final, and what it did. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from lkjip.dasar.periode import nama_triwulan, tulis_tanggal

Isi = Mapping[str, Any]  # column → value as the history keeps it


class JenisPerubahan(StrEnum):
    """What kind of data was changed."""

    KINERJA = "kinerja"
    ANGGARAN = "anggaran"
    ANALISIS = "analisis"
    RENCANA = "rencana"
    TAHUNAN = "tahunan"
    NASKAH = "naskah"


NAMA_JENIS_PERUBAHAN: Mapping[JenisPerubahan, str] = {
    JenisPerubahan.KINERJA: "Realisasi kinerja",
    JenisPerubahan.ANGGARAN: "Realisasi anggaran",
    JenisPerubahan.ANALISIS: "Analisis dan bukti dukung",
    JenisPerubahan.RENCANA: "Rencana, target, dan pagu",
    JenisPerubahan.TAHUNAN: "Data tahunan dan pembanding",
    JenisPerubahan.NASKAH: "Naskah laporan",
}


class JenisKunci(StrEnum):
    """What settled the data: the head's approval of a quarter, the report made final, the signed agreement."""

    TRIWULAN = "triwulan"
    LAPORAN = "laporan"
    PERJANJIAN = "perjanjian"


@dataclass(frozen=True)
class Kunci:
    """A moment after which data count as settled; `sampai`: the last entry of the history that it covers.

    `nama`: what was settled, as a page says it: `Triwulan II disetujui`.
    """

    jenis: JenisKunci
    sampai: int
    pada: datetime  # local
    nama: str
    triwulan: int | None = None

    @property
    def sebutan(self) -> str:
        return f"{self.nama} {tulis_tanggal(self.pada.date())}"

    @property
    def kode(self) -> str:
        """By which a page is narrowed: `tw2`, `laporan`, `perjanjian`."""
        return f"tw{self.triwulan}" if self.jenis is JenisKunci.TRIWULAN else self.jenis.value


@dataclass(frozen=True)
class Pembukaan:
    """An approved quarter that was opened again, by whom and why."""

    triwulan: int
    sampai: int
    pada: datetime  # local
    oleh: str
    alasan: str


@dataclass(frozen=True)
class Entri:
    """An entry of the history, as far as the rules ask for it. `kejadian`: all entries of one save share it."""

    nomor: int
    kejadian: str
    waktu: datetime
    oleh: str
    jalur: str
    alasan: str
    tabel: str
    kunci: str
    aksi: str
    dari: Isi | None
    ke: Isi | None

    @property
    def isi(self) -> Isi:
        return self.ke or self.dari or {}


@dataclass(frozen=True)
class BarisBerubah:
    """What one event did to one row, from the first to the last of its entries. `kolom_kembali`: columns that later
    steps made as before again; `kembali`: all of it."""

    tabel: str
    kunci: str
    jenis: JenisPerubahan
    dari: Isi | None
    ke: Isi | None
    triwulan: int | None = None
    kolom_kembali: frozenset[str] = frozenset()
    kembali: bool = False


@dataclass(frozen=True)
class Kejadian:
    """One save, or one sitting of saves of the same kind by the same person. `nomor`: its first and last entry."""

    daftar_kejadian: tuple[str, ...]
    nomor: tuple[int, int]
    waktu: tuple[datetime, datetime]
    oleh: str
    jalur: str
    alasan: str
    daftar_kunci: tuple[Kunci, ...]
    daftar_baris: tuple[BarisBerubah, ...]

    @property
    def pengenal(self) -> str:
        return self.daftar_kejadian[0]


class SumberAlasan(StrEnum):
    """Where a reason was given."""

    SIMPANAN = "ditulis saat menyimpan"
    PEMBUKAAN = "alasan pembukaan"
    SUSULAN = "alasan susulan"


@dataclass(frozen=True)
class Alasan:
    sumber: SumberAlasan
    isi: str
    oleh: str = ""
    pada: datetime | None = None  # local


class ArahAkibat(StrEnum):
    NAIK = "naik"
    TURUN = "turun"
    BERUBAH = "berubah"  # a word, or a figure that was not there before or is no longer


@dataclass(frozen=True)
class Akibat:
    """One figure before and after an event. `disetujui`: its quarter stays as it was accepted all the same.

    `kode` empty: of the agency as a whole; `satuan`: `%`, `Rp`, or none for a word.
    """

    besaran: str
    kode: str
    nama: str
    triwulan: int | None
    sebelum: Decimal | str | None
    sesudah: Decimal | str | None
    disetujui: bool = False

    @property
    def arah(self) -> ArahAkibat:
        if isinstance(self.sebelum, Decimal) and isinstance(self.sesudah, Decimal):
            return ArahAkibat.NAIK if self.sesudah > self.sebelum else ArahAkibat.TURUN
        return ArahAkibat.BERUBAH

    @property
    def periode(self) -> str:
        return nama_triwulan(self.triwulan) if self.triwulan else "setahun"


@dataclass(frozen=True)
class KolomBerubah:
    """One column in words; empty where there was, or is, no value."""

    label: str
    dari: str
    menjadi: str
    kembali: bool = False


@dataclass(frozen=True)
class BarisPerubahan:
    """One row in words. Of a text of the report no columns: only that it changed."""

    jenis: JenisPerubahan
    nama_tabel: str
    subjek: str
    aksi: str
    daftar_kolom: tuple[KolomBerubah, ...] = ()
    triwulan: int | None = None
    kembali: bool = False

    @property
    def periode(self) -> str:
        return nama_triwulan(self.triwulan) if self.triwulan else ""

    @property
    def daftar_kolom_tetap(self) -> tuple[KolomBerubah, ...]:
        """Those that were not taken back."""
        return tuple(k for k in self.daftar_kolom if not k.kembali)


@dataclass(frozen=True)
class PerubahanTerlambat:
    """One late change as pages and the annex show it; times are local. `daftar_akibat` None: not computed."""

    pengenal: str
    waktu: tuple[datetime, datetime]
    oleh: str
    jalan: str
    daftar_kunci: tuple[Kunci, ...]
    daftar_baris: tuple[BarisPerubahan, ...]
    daftar_alasan: tuple[Alasan, ...] = ()
    daftar_akibat: tuple[Akibat, ...] | None = None

    @property
    def kembali(self) -> bool:
        """Nothing is left of it."""
        return all(b.kembali for b in self.daftar_baris)

    @property
    def baris_tetap(self) -> tuple[BarisPerubahan, ...]:
        return tuple(b for b in self.daftar_baris if not b.kembali)

    @property
    def daftar_jenis(self) -> tuple[JenisPerubahan, ...]:
        ada = {b.jenis for b in self.daftar_baris}
        return tuple(j for j in JenisPerubahan if j in ada)

    @property
    def beralasan(self) -> bool:
        return bool(self.daftar_alasan)

    @property
    def arah(self) -> frozenset[ArahAkibat]:
        return frozenset(a.arah for a in self.daftar_akibat or ())

    def menyentuh(self, triwulan: int) -> bool:
        return any(b.triwulan == triwulan for b in self.daftar_baris)


@dataclass(frozen=True)
class DaftarPerubahan:
    """All late changes of an agency-year, the newest first, and what they came after.

    `tanpa_akibat`: how many of them had no figures computed because there are too many.
    """

    daftar: tuple[PerubahanTerlambat, ...] = ()
    daftar_kunci: tuple[Kunci, ...] = field(default=())
    tanpa_akibat: int = 0

    @property
    def tetap(self) -> tuple[PerubahanTerlambat, ...]:
        """Without those of which nothing is left."""
        return tuple(p for p in self.daftar if not p.kembali)
