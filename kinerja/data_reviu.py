"""Reviu of the LKjIP by APIP (PermenPANRB 53/2014, Lampiran III; sakip.md 1.5). Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class TahapReviu(StrEnum):
    BERJALAN = "berjalan"
    TANGGAPAN = "tanggapan"  # the agency answers the remarks
    SELESAI = "selesai"  # statement issued for the content that was read last
    DIBATALKAN = "dibatalkan"


BERJALAN_REVIU = frozenset({TahapReviu.BERJALAN, TahapReviu.TANGGAPAN})
"""Stages in which the reviewer works."""


class JawabanReviu(StrEnum):
    YA = "ya"
    TIDAK = "tidak"
    TIDAK_BERLAKU = "tidak_berlaku"


class SimpulanReviu(StrEnum):
    TANPA_PENGECUALIAN = "tanpa_pengecualian"
    DENGAN_PENGECUALIAN = "dengan_pengecualian"


@dataclass(frozen=True)
class PertanyaanReviu:
    kode: str
    kelompok: str
    pertanyaan: str


_FORMAT, _MEKANISME, _SUBSTANSI = "Format", "Mekanisme penyusunan", "Substansi"
DAFTAR_PERTANYAAN: tuple[PertanyaanReviu, ...] = tuple(
    PertanyaanReviu(*satu)
    for satu in (
        ("R1.1", _FORMAT, "Laporan kinerja menampilkan data penting instansi."),
        ("R1.2", _FORMAT, "Laporan kinerja menyajikan informasi target kinerja."),
        ("R1.3", _FORMAT, "Laporan kinerja menyajikan capaian kinerja yang memadai."),
        ("R1.4", _FORMAT, "Lampiran mendukung informasi pada badan laporan."),
        ("R1.5", _FORMAT, "Laporan menyajikan upaya perbaikan ke depan."),
        ("R1.6", _FORMAT, "Laporan menyajikan akuntabilitas keuangan."),
        ("R2.1", _MEKANISME, "Laporan disusun oleh unit kerja yang tugas dan fungsinya untuk itu."),
        ("R2.2", _MEKANISME, "Informasi dalam laporan didukung dengan data yang memadai."),
        ("R2.3", _MEKANISME, "Ada mekanisme penyampaian data dan informasi dari unit kerja ke unit penyusun."),
        ("R2.4", _MEKANISME, "Ada penanggung jawab pengumpulan data di setiap unit kerja."),
        ("R2.5", _MEKANISME, "Data dan informasi kinerja dalam laporan diyakini keandalannya."),
        ("R2.6", _MEKANISME, "Analisis dalam laporan diketahui oleh unit kerja terkait."),
        ("R2.7", _MEKANISME, "Laporan merupakan gabungan dari kinerja unit-unit di bawahnya."),
        ("R3.1", _SUBSTANSI, "Tujuan dan sasaran dalam laporan sesuai dengan yang ada dalam perjanjian kinerja."),
        ("R3.2", _SUBSTANSI, "Tujuan dan sasaran dalam laporan selaras dengan rencana strategis."),
        ("R3.3", _SUBSTANSI, "Jika salah satu jawaban R3.1 atau R3.2 tidak, ada penjelasan yang memadai."),
        ("R3.4", _SUBSTANSI, "Tujuan dan sasaran dalam laporan sesuai dengan yang ada dalam indikator kinerja."),
        ("R3.5", _SUBSTANSI, "Tujuan dan sasaran dalam laporan sesuai dengan yang ada dalam indikator kinerja utama."),
        ("R3.6", _SUBSTANSI, "Jika salah satu jawaban R3.4 atau R3.5 tidak, ada penjelasan yang memadai."),
        ("R3.7", _SUBSTANSI, "Ada perbandingan dengan tahun lalu, standar nasional, dan pembanding lain yang berguna."),
        ("R3.8", _SUBSTANSI, "IKU dan indikator kinerja cukup untuk mengukur tujuan dan sasaran."),
        ("R3.9", _SUBSTANSI, "Jika jawaban R3.8 tidak, ada penjelasan yang memadai."),
        ("R3.10", _SUBSTANSI, "IKU dan indikator kinerja memenuhi kriteria SMART."),
    )
)
PERTANYAAN_PER_KODE = {satu.kode: satu for satu in DAFTAR_PERTANYAAN}

SYARAT_PERTANYAAN: Mapping[str, tuple[str, ...]] = {
    "R3.3": ("R3.1", "R3.2"),
    "R3.6": ("R3.4", "R3.5"),
    "R3.9": ("R3.8",),
}
"""A question that is only asked where one of these is answered with "tidak": it asks for the explanation."""


@dataclass(frozen=True)
class JawabanPertanyaan:
    """What the reviewer says to one question; `jawaban` None: only a note so far."""

    jawaban: JawabanReviu | None = None
    catatan: str = ""


BELUM_DIJAWAB = JawabanPertanyaan()


@dataclass(frozen=True)
class RekamCatatanReviu:
    """A remark at a place of the report (`jangkar` '': the report as a whole), and what became of it."""

    pk: int
    jangkar: str
    judul_jangkar: str
    isi: str
    nama_oleh: str
    waktu: datetime
    tanggapan: str = ""
    nama_penanggap: str = ""
    ditanggapi_pada: datetime | None = None
    tuntas: bool = False
    diputus_pada: datetime | None = None

    @property
    def dijawab(self) -> bool:
        return bool(self.tanggapan)


@dataclass(frozen=True)
class DataReviu:
    """One reviu as a whole: what its pages and its documents are made from."""

    pk: int
    nomor: int
    tahap: TahapReviu
    sidik_isi: str
    nama_pereviu: str
    mulai: datetime
    nomor_tugas: str = ""
    tanggal_tugas: date | None = None
    simpulan: SimpulanReviu | None = None
    pengecualian: str = ""
    saran: str = ""
    nomor_surat: str = ""
    tanggal_surat: date | None = None
    jawaban: Mapping[str, JawabanPertanyaan] = field(default_factory=dict)
    daftar_catatan: tuple[RekamCatatanReviu, ...] = ()

    @property
    def berjalan(self) -> bool:
        return self.tahap in BERJALAN_REVIU

    @property
    def selesai(self) -> bool:
        return self.tahap is TahapReviu.SELESAI

    @property
    def catatan_terbuka(self) -> tuple[RekamCatatanReviu, ...]:
        return tuple(c for c in self.daftar_catatan if not c.tuntas)

    def berlaku(self, kode: str) -> JawabanReviu | None:
        """The answer that counts: the given one; of a question with a condition only where the condition is met.

        None: not answered yet.
        """
        diberikan = self.jawaban.get(kode, BELUM_DIJAWAB).jawaban
        syarat = SYARAT_PERTANYAAN.get(kode)
        if syarat is None:
            return diberikan
        if self.ditanyakan(kode):
            return diberikan if diberikan is not JawabanReviu.TIDAK_BERLAKU else None
        terjawab = all(self.berlaku(satu) is not None for satu in syarat)
        return JawabanReviu.TIDAK_BERLAKU if terjawab else None

    def ditanyakan(self, kode: str) -> bool:
        """Whether the question is one for this report."""
        syarat = SYARAT_PERTANYAAN.get(kode)
        return syarat is None or any(self.berlaku(satu) is JawabanReviu.TIDAK for satu in syarat)

    @property
    def daftar_belum(self) -> tuple[str, ...]:
        """Kode of the questions that still need an answer."""
        return tuple(p.kode for p in DAFTAR_PERTANYAAN if self.berlaku(p.kode) is None)

    @property
    def daftar_tidak(self) -> tuple[str, ...]:
        """Kode of the questions that are answered with "tidak"."""
        return tuple(p.kode for p in DAFTAR_PERTANYAAN if self.berlaku(p.kode) is JawabanReviu.TIDAK)

    @property
    def tanpa_catatan(self) -> tuple[str, ...]:
        """Kode of the answers that need a reason and have none: "tidak", and "tidak berlaku" where it was chosen."""
        return tuple(
            p.kode
            for p in DAFTAR_PERTANYAAN
            if self.ditanyakan(p.kode)
            and self.berlaku(p.kode) in {JawabanReviu.TIDAK, JawabanReviu.TIDAK_BERLAKU}
            and not self.jawaban[p.kode].catatan
        )


@dataclass(frozen=True)
class PimpinanApip:
    """Who signs for the APIP, and its letterhead (`PengaturanEvaluasi`)."""

    nama_apip: str = "Inspektorat"
    alamat: str = ""
    tempat: str = ""
    jabatan: str = "Inspektur"
    nama: str = ""
    pangkat: str = ""
    nip: str = ""
    pemda: str = ""


@dataclass(frozen=True)
class PernyataanReviu:
    """The statement of the last finished reviu: what the report binds in. Part of the report's content, and therefore
    taken out of it where the content is compared with `sidik_isi`, which is what the reviewer has read.
    """

    simpulan: SimpulanReviu
    pengecualian: str
    nomor_surat: str
    tanggal_surat: date | None
    apip: PimpinanApip = PimpinanApip()


@dataclass(frozen=True)
class KeadaanReviu:
    """Whether a report was reviewed. `sidik_isi` '': never finished; else the content that the statement is about."""

    nomor: int = 0
    sidik_isi: str = ""
    simpulan: SimpulanReviu | None = None
    nomor_surat: str = ""
    tanggal_surat: date | None = None
    tahap_berjalan: TahapReviu | None = None

    @property
    def selesai(self) -> bool:
        return bool(self.sidik_isi)

    def sudah_untuk(self, sidik: str) -> bool:
        """Whether the last statement is about this very content (hashed without the statement itself)."""
        return self.selesai and self.sidik_isi == sidik
