"""Reviu of the LKjIP by APIP (PermenPANRB 53/2014, Lampiran III; sakip.md 1.5). Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TahapReviu(StrEnum):
    BERJALAN = "berjalan"
    TANGGAPAN = "tanggapan"  # the agency answers the remarks
    SELESAI = "selesai"  # statement issued for the content that was read last
    DIBATALKAN = "dibatalkan"


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
