"""The demo workbooks and the published figures they come from, as raw CSV rows."""

from __future__ import annotations

import csv
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
CONTOH = AKAR / "contoh"
SUMBER = AKAR.parent / "shared" / "contoh"
SUMBER_PER_CONTOH = {"bkd-kaltim-2024": "kaltim-2024", "bkd-kalbar-2023-tw1": "kalbar-2023-tw1"}
KOLOM_KALIMAT: dict[str, tuple[str, ...]] = {
    "_catatan": ("catatan",),
    "analisis": ("uraian",),
    "belanja": ("uraian",),
    "indikator": ("formulasi", "sumber_data", "penanggung_jawab"),
    "kinerja_triwulan": ("catatan",),
    "klaim": ("rujukan",),
    "narasi": ("isi",),
    "rekomendasi": ("rekomendasi", "tindak_lanjut"),
}
"""Columns that hold sentences; every other column holds a figure, a code or a name."""


def baca_baris(berkas: Path) -> list[list[str]]:
    with berkas.open(encoding="utf-8", newline="") as isi:
        return list(csv.reader(isi))


def baca_lembar(berkas: Path) -> list[dict[str, str]]:
    kepala, *baris = baca_baris(berkas)
    return [dict(zip(kepala, b, strict=True)) for b in baris]


def daftar_kalimat(folder: Path) -> list[tuple[str, str]]:
    """(place, text) of every cell of the folder that may hold a sentence, free tables included."""
    hasil = []
    for berkas in sorted(folder.glob("*.csv")):
        if berkas.stem.startswith("tabel_"):
            sel = [(nomor, teks) for nomor, baris in enumerate(baca_baris(berkas), 1) for teks in baris]
        else:
            kolom = KOLOM_KALIMAT.get(berkas.stem, ())
            sel = [(nomor, b.get(k, "")) for nomor, b in enumerate(baca_lembar(berkas), 2) for k in kolom]
        hasil += [(f"{berkas.name} baris {nomor}", teks) for nomor, teks in sel if teks]
    return hasil
