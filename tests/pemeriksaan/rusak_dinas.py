"""Faults and sound look-alikes as an agency of works writes them: its own words, units and reports."""

from __future__ import annotations

from dataclasses import replace

from lkjip.data import BukuKerja
from tests.pembuat import D
from tests.pemeriksaan.rusak_teks import bersama, instansi
from tests.pemeriksaan.tahun_sehat import dengan_indikator, dengan_narasi, dengan_tabel

_PEGAWAI = dengan_tabel(
    ("PNS", D(30)), ("PPPK", D(14)), ("Jumlah", D(44)), judul="Pegawai menurut status", kepala=("Status", "Jumlah")
)  # fmt: skip


def _akip(kalimat: str) -> BukuKerja:
    return dengan_narasi(f"Nilai AKIP perangkat daerah sebesar 78,00 dengan predikat {kalimat}.")


def _satuan(tertulis: str) -> BukuKerja:
    """An area in hectares, and a table that writes the unit in another way."""
    luas = dengan_indikator("I2", uraian="Luas Genangan", satuan="Hektare", jenis=None)
    tabel = dengan_tabel(("1", "Luas Genangan", tertulis), kepala=("No", "Indikator", "Satuan")).laporan.daftar_tabel
    return replace(luas, laporan=replace(luas.laporan, daftar_tabel=tabel))


def _pengukuran(judul: str) -> BukuKerja:
    return dengan_tabel(("A", D(1), D(1)), judul=judul, kepala=("No", "Target", "Realisasi"))


RUSAK: list[tuple[str, BukuKerja]] = [
    ("KON-07", _satuan("Meter")),
    ("KON-13", dengan_narasi("Renstra 2019-2024 disusun bersama bidang.")),
    ("KON-14", _pengukuran("Tabel 3.1 Pengukuran kinerja TA 2023")),
    ("HIT-18", _akip("A (Memuaskan)")),
    ("HIT-22", dengan_narasi("Indeks Uji menurun menjadi 80,50%, dengan capaian 100,63%.")),
    (
        "HIT-26",
        bersama(_PEGAWAI, "Badan Uji diperkuat 41 pegawai, terdiri atas PNS dan PPPK.", bagian="bab1.sdm"),
    ),
    ("EFI-04", dengan_narasi("Sisa anggaran Rp60 terutama berasal dari Program Uji sebesar Rp10.")),
    ("NAR-02", dengan_narasi("Kemajuan tertinggi terdapat pada Nilai SAKIP Dinas sebesar 88,75%.")),
    ("NAR-06", instansi("Dinas Perhubungan Kabupaten Sumber Asri membantu bupati di bidang perhubungan.")),
]
DIAM: list[tuple[str, BukuKerja]] = [
    ("KON-07", _satuan("Ha")),
    ("KON-12", dengan_narasi("Masih ada satu indikator di bawah 100% pada triwulan I.")),
    ("KON-13", dengan_narasi("Menyiapkan Renstra 2027-2031 sebagai kelanjutan Renstra 2024-2026.")),
    ("KON-14", _pengukuran("Tabel 3.1 Pengukuran kinerja TA 2024")),
    ("HIT-18", _akip("BB (Sangat Baik)")),
    ("HIT-22", dengan_narasi("Indeks Uji meningkat menjadi 80,50%, dengan capaian 100,63%.")),
    ("HIT-22", dengan_narasi("Setelah turun menjadi 40 pada bulan Mei, Indeks Uji pulih.")),
    (
        "HIT-26",
        bersama(_PEGAWAI, "Badan Uji diperkuat 44 pegawai, terdiri atas PNS dan PPPK.", bagian="bab1.sdm"),
    ),
    ("EFI-04", dengan_narasi("Sisa anggaran Rp20 terutama berasal dari Program Uji sebesar Rp10.")),
    (
        "NAR-02",
        dengan_narasi("Dari target Renstra 2026, kemajuan tertinggi pada Indeks Uji sebesar 89,44%."),
    ),
    ("NAR-06", instansi("Dinas Perhubungan Kabupaten Sukamaju membantu bupati di bidang perhubungan.")),
]
