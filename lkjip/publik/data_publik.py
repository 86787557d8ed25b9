"""What everybody may see of the published documents of a pemda: records of the public page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lkjip.laporan.data_penyusunan import JenisBerkas
from lkjip.laporan.data_terbitan import KeadaanTerbitan, tulis_kode

# In the order in which a year's documents are shown.
JENIS_PUBLIK = {
    JenisBerkas.LAPORAN: "LKjIP",
    JenisBerkas.PERJANJIAN: "Perjanjian Kinerja",
    JenisBerkas.RENCANA_AKSI: "Rencana aksi",
    JenisBerkas.IKU: "Indikator Kinerja Utama",
}


class BerkasPublik(StrEnum):
    """The files of a version, by the last part of their address."""

    PDF = "pdf"
    BACA = "baca"
    BUKU_KERJA = "buku-kerja"
    DATA = "data"


@dataclass(frozen=True)
class HalamanTerbuka:
    """A pemda whose page is open, and how many documents it shows."""

    pemda: int
    nama: str
    alamat: str
    pengantar: str = ""
    banyak: int = 0


@dataclass(frozen=True)
class BerkasTerbit:
    """A stored file that may be handed out."""

    sidik: str
    nama: str


@dataclass(frozen=True)
class TandaPublik:
    """Who signed, and when. No NIP: its first digits are a date of birth."""

    nama: str
    jabatan: str
    pada: datetime | None
    percobaan: bool


@dataclass(frozen=True)
class VersiPublik:
    """A version that is or was published. `tahun_kinerja` and `kunci` say of which document."""

    tahun_kinerja: int
    kunci: str
    jenis: JenisBerkas
    judul: str
    kode: str
    nomor: int
    keadaan: KeadaanTerbitan
    percobaan: bool
    alasan: str = ""
    banyak_halaman: int = 0
    terbit_pada: datetime | None = None
    ditarik_pada: datetime | None = None
    alasan_tarik: str = ""
    daftar_tanda: tuple[TandaPublik, ...] = ()
    daftar_berkas: frozenset[BerkasPublik] = frozenset()

    @property
    def tulisan_kode(self) -> str:
        return tulis_kode(self.kode)

    @property
    def nama_jenis(self) -> str:
        return JENIS_PUBLIK.get(self.jenis, "Dokumen")

    @property
    def berlaku(self) -> bool:
        return self.keadaan is KeadaanTerbitan.TERBIT

    @property
    def ditarik(self) -> bool:
        return self.keadaan is KeadaanTerbitan.DITARIK

    @property
    def pdf(self) -> bool:
        return BerkasPublik.PDF in self.daftar_berkas

    @property
    def baca(self) -> bool:
        return BerkasPublik.BACA in self.daftar_berkas

    @property
    def buku_kerja(self) -> bool:
        return BerkasPublik.BUKU_KERJA in self.daftar_berkas

    @property
    def data(self) -> bool:
        return BerkasPublik.DATA in self.daftar_berkas


@dataclass(frozen=True)
class TahunInstansi:
    """One agency-year, under the name that the agency had then."""

    pk: int
    nama: str
    tahun: int


def nama_berkas_publik(nama_pdf: str, berkas: BerkasPublik) -> str:
    """Under which name a file of a version is saved."""
    batang = nama_pdf.removesuffix(".pdf")
    akhiran = {BerkasPublik.BACA: ".html", BerkasPublik.BUKU_KERJA: ".xlsx", BerkasPublik.DATA: ".json"}
    return f"{batang}{akhiran.get(berkas, '.pdf')}"
