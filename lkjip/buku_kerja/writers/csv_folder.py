"""BukuKerja → a folder of CSV files.

Text beginning with `=` is written as it is: CSV knows no kinds, and a mark in front would change the text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from lkjip.buku_kerja import skema
from lkjip.buku_kerja.nilai_bebas import perlu_apostrof
from lkjip.buku_kerja.writers.isi import daftar_isi
from lkjip.dasar.rekaman import tulisan_baku
from lkjip.data import BukuKerja
from lkjip.laporan.data import SelBebas, TabelBebas


def tulis_csv_folder(buku: BukuKerja, folder: Path) -> None:
    """Afterwards `folder` holds this workbook: files of sheets that it does not have are removed, others stay."""
    folder.mkdir(parents=True, exist_ok=True)
    isi_berkas: dict[str, list[list[str]]] = {
        lembar.nama: [list(lembar.kepala), *([_tulis(nilai) for _, nilai in baris] for baris in lembar.baris)]
        for lembar in daftar_isi(buku)
    }
    isi_berkas |= {tabel.nama: _baris_tabel(tabel) for tabel in buku.laporan.daftar_tabel}
    for path in folder.glob("*.csv"):
        milik_buku = path.stem in skema.URUTAN_LEMBAR or skema.NAMA_TABEL_BEBAS.fullmatch(path.stem)
        if milik_buku and path.stem not in isi_berkas:
            path.unlink()
    for nama, daftar_baris in isi_berkas.items():
        (folder / f"{nama}.csv").write_bytes(_csv(daftar_baris))


def _csv(daftar_baris: Iterable[Iterable[str]]) -> bytes:
    aliran = io.StringIO(newline="")
    csv.writer(aliran, lineterminator="\n").writerows(daftar_baris)
    teks = aliran.getvalue()
    # A byte order mark that belongs to the text would be taken for the file's own.
    return (f"\ufeff{teks}" if teks.startswith("\ufeff") else teks).encode()


def _tulis(nilai: Any) -> str:
    match nilai:
        case None:
            return ""
        case bool():
            return "ya" if nilai else "tidak"
        case Decimal():
            return tulisan_baku(nilai)
        case date():
            return nilai.isoformat()
    return str(nilai)


def _baris_tabel(tabel: TabelBebas) -> list[list[str]]:
    kepala: list[list[str]] = [[tabel.bagian, tabel.judul, tabel.sumber]]
    if tabel.kepala or tabel.baris:
        kepala.append(list(tabel.kepala))
    return kepala + [[_tulis_bebas(nilai) for nilai in baris] for baris in tabel.baris]


def _tulis_bebas(nilai: SelBebas) -> str:
    return f"'{nilai}" if isinstance(nilai, str) and perlu_apostrof(nilai) else _tulis(nilai)
