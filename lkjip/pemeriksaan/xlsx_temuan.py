"""Findings as an Excel file: one row a finding, and a sheet of counts; nothing typed is taken for a formula."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lkjip.pemeriksaan.data import Rekap, Temuan
from lkjip.pemeriksaan.data_katalog import KATALOG, judul_kelompok

Isi = str | int | None
_ATAS = Alignment(wrap_text=True, vertical="top")
_LEBAR_BAKU, _LEBAR = 14, {"Temuan": 70, "Cara menghitung": 50, "Yang perlu dilakukan": 50, "Letak": 36, "Kutipan": 36,
                           "Nama aturan": 34, "Kelompok": 22, "Instansi": 34, "Bagian": 20, "Hitungan": 40}  # fmt: skip
KEPALA = (
    "Nomor", "Aturan", "Nama aturan", "Kelompok", "Tingkat", "Menahan final", "Temuan", "Letak", "Bagian", "Kutipan",
    "Subjek", "Tertulis", "Seharusnya", "Cara menghitung", "Yang perlu dilakukan", "Tentang",
)  # fmt: skip


@dataclass(frozen=True)
class LembarXlsx:
    judul: str
    kepala: Sequence[str]
    daftar: Iterable[Sequence[Isi]]


def buku_xlsx(*daftar_lembar: LembarXlsx) -> bytes:
    """Each sheet with a bold heading that stays in sight, and a filter."""
    kerja = Workbook()
    kerja.remove(kerja.worksheets[0])
    for satu in daftar_lembar:
        _isi_lembar(kerja.create_sheet(satu.judul), satu)
    keluar = io.BytesIO()
    kerja.save(keluar)
    return keluar.getvalue()


def _isi_lembar(lembar: Worksheet, isi: LembarXlsx) -> None:
    for nomor, nama in enumerate(isi.kepala, 1):
        sel = lembar.cell(1, nomor, nama)
        sel.font, sel.alignment = Font(bold=True), _ATAS
        lembar.column_dimensions[get_column_letter(nomor)].width = _LEBAR.get(nama, _LEBAR_BAKU)
    for nomor, baris in enumerate(isi.daftar, 2):
        for kolom, nilai in enumerate(baris, 1):
            _taruh(lembar.cell(nomor, kolom), nilai)
    lembar.freeze_panes = "A2"
    lembar.auto_filter.ref = lembar.dimensions


def _taruh(sel: Cell | MergedCell, nilai: Isi) -> None:
    sel.alignment = _ATAS
    if isinstance(nilai, str):
        nilai = ILLEGAL_CHARACTERS_RE.sub(" ", nilai) or None
    sel.value = nilai
    if isinstance(nilai, str):  # a text cell, whatever it begins with
        sel.data_type = "s"
        sel.quotePrefix = nilai.startswith(("=", "+", "-", "@"))


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
