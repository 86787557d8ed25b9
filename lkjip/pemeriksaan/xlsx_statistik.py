"""The page of all agencies' findings as an Excel file: rules, the matrix, and every count behind it."""

from __future__ import annotations

from lkjip.pemeriksaan.data import Tingkat
from lkjip.pemeriksaan.data_katalog import KATALOG
from lkjip.pemeriksaan.data_statistik import jumlah
from lkjip.pemeriksaan.halaman_statistik import HalamanStatistik, SaringStatistik
from lkjip.xlsx_daftar import Isi, LembarXlsx, buku_xlsx


def xlsx_statistik(halaman: HalamanStatistik, saring: SaringStatistik) -> bytes:
    aturan = [(b.aturan, b.nama, b.tingkat.value, b.instansi, b.temuan) for b in halaman.daftar_aturan]
    kelompok = [judul for _, judul in halaman.daftar_kelompok]
    return buku_xlsx(
        LembarXlsx("Aturan", ("Aturan", "Nama aturan", "Tingkat", "Instansi dengan temuan", "Banyak temuan"), aturan),
        LembarXlsx(
            "Instansi",
            ("Kode", "Instansi", "Pemerintah daerah", "Tahun", *kelompok, "Semua", "Menahan final",
             "Sejak seminggu lalu", "Diperiksa pada"),
            _daftar_instansi(halaman),
        ),
        LembarXlsx(
            "Rincian", ("Kode", "Instansi", "Tahun", "Aturan", "Nama aturan", *(t.value.capitalize() for t in Tingkat)),
            _rincian(halaman, saring),
        ),
    )  # fmt: skip


def _daftar_instansi(halaman: HalamanStatistik) -> list[tuple[Isi, ...]]:
    return [
        (t.kode, t.nama, t.pemda, t.tahun, *(n for _, n in baris.per_kelompok), baris.semua, t.menahan, baris.selisih,
         f"{t.pada:%Y-%m-%d %H:%M}" if t.pada else "belum diperiksa")
        for baris in halaman.daftar_instansi
        for t in (baris.tahun,)
    ]  # fmt: skip


def _rincian(halaman: HalamanStatistik, saring: SaringStatistik) -> list[tuple[Isi, ...]]:
    return [
        (t.kode, t.nama, t.tahun, aturan, KATALOG[aturan].nama, *banyak)
        for t in (baris.tahun for baris in halaman.daftar_instansi)
        for aturan, banyak in sorted(t.per_aturan.items())
        if aturan in KATALOG and saring.memuat(aturan) and jumlah(banyak, saring.tingkat)
    ]
