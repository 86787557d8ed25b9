"""Findings as an Excel file: one row a finding, and a sheet of counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lkjip.pemeriksaan.data import Rekap, Temuan
from lkjip.pemeriksaan.data_katalog import KATALOG, judul_kelompok
from lkjip.xlsx_daftar import Isi, LembarXlsx, buku_xlsx

KEPALA = (
    "Nomor", "Aturan", "Nama aturan", "Kelompok", "Tingkat", "Menahan final", "Temuan", "Letak", "Bagian", "Kutipan",
    "Subjek", "Tertulis", "Seharusnya", "Cara menghitung", "Yang perlu dilakukan", "Tentang",
)  # fmt: skip


def baris_temuan(temuan: Temuan, nomor: int, *, menahan: bool) -> tuple[Isi, ...]:
    """Every field of a finding, in the order of KEPALA."""
    nama = KATALOG[temuan.aturan].nama if temuan.aturan in KATALOG else ""
    return (
        nomor, temuan.aturan, nama, judul_kelompok(temuan.aturan), temuan.tingkat.value, "ya" if menahan else "tidak",
        temuan.pesan, temuan.letak, temuan.bagian, temuan.kutipan, temuan.subjek, temuan.nilai_tertulis,
        temuan.seharusnya_tertulis, temuan.cara, temuan.saran,
        "angka laporan terbit" if temuan.klaim else "data",
    )  # fmt: skip


def xlsx_temuan(daftar: Sequence[Temuan], rekap: Rekap, menahan: frozenset[str]) -> bytes:
    """All findings, and how many there are by severity, group and rule. `menahan`: `sidik` of those that block."""
    isi = (baris_temuan(t, n, menahan=t.sidik in menahan) for n, t in enumerate(daftar, 1))
    return buku_xlsx(
        LembarXlsx("Temuan", KEPALA, isi), LembarXlsx("Ringkasan", ("Hitungan", "Banyak"), _ringkasan(daftar, rekap))
    )


def _ringkasan(daftar: Sequence[Temuan], rekap: Rekap) -> list[tuple[Isi, ...]]:
    kelompok = Counter(judul_kelompok(t.aturan) for t in daftar if not t.klaim)
    aturan = Counter(t.aturan for t in daftar if not t.klaim)
    return [
        ("Galat", rekap.galat), ("Peringatan", rekap.peringatan), ("Info", rekap.info), ("Terjawab", rekap.terjawab),
        ("Menahan final", rekap.menahan), ("Angka laporan terbit yang salah", rekap.klaim),
        *((f"Kelompok: {nama}", n) for nama, n in kelompok.items()),
        *((f"{a} {KATALOG[a].nama if a in KATALOG else ''}".strip(), n) for a, n in sorted(aturan.items())),
    ]  # fmt: skip
