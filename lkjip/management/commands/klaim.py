"""`manage.py klaim BUKU [--csv OUT] [--xlsx OUT] [--pdf OUT]`: class every figure that a published report states."""

from __future__ import annotations

import csv
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from lkjip.dasar.tulisan_angka import tulis_polos
from lkjip.laporan.render.pdf import pdf_laporan
from lkjip.laporan.render.xlsx import xlsx_laporan
from lkjip.management.sumber_buku import buka_buku
from lkjip.pemeriksaan.compose_uji import dokumen_uji, kalimat_ringkas
from lkjip.pemeriksaan.data import KelasKlaim
from lkjip.pemeriksaan.data_uji import BarisUji, HasilUji, yang_salah
from lkjip.pemeriksaan.klaim_sebab import uji_petik

KOLOM = (
    *("rujukan", "besaran", "subjek", "tahun", "triwulan", "versi", "nilai", "teks", "kelas", "nilai_hitung", "cara"),
    "penjelasan",
)


def _polos(nilai: Decimal | str | int | None) -> str:
    if nilai is None:
        return ""
    return tulis_polos(nilai) if isinstance(nilai, Decimal) else str(nilai)


def baris_klaim(hasil: BarisUji) -> Sequence[str]:
    """One row of machine output; a claim that cannot be computed says in `cara` what is missing."""
    k = hasil.klaim
    tercetak = "" if k.nilai is None else f"{k.nilai:f}"
    return (k.rujukan, k.besaran, k.subjek, _polos(k.tahun), _polos(k.triwulan), _polos(k.versi), tercetak, k.teks,
            hasil.kelas.value, _polos(hasil.hasil.nilai), hasil.cara, hasil.penjelasan)  # fmt: skip


def tulis(daftar: Iterable[BarisUji], keluar: TextIO) -> None:
    penulis = csv.writer(keluar, lineterminator="\n")
    penulis.writerow(KOLOM)
    penulis.writerows(baris_klaim(hasil) for hasil in daftar)


def tulis_ringkasan(uji: HasilUji, keluar: Callable[[str], Any]) -> None:
    """For people: the share that agrees, then each wrong figure with the right one, its trace and its likely origin."""
    keluar(kalimat_ringkas(uji))
    for b in yang_salah(uji.daftar):
        keluar(f"\n{b.klaim.rujukan or '–'}: {b.sebutan}")
        keluar(f"    tercetak {b.tercetak}; seharusnya {b.seharusnya} ({b.kelas.value})")
        keluar(f"    cara hitung: {b.cara}")
        keluar(f"    kemungkinan asal: {b.penjelasan or 'tidak ditemukan dari data'}")


class Command(BaseCommand):
    help = "Menghitung ulang setiap angka pada lembar klaim dan menggolongkannya; tidak memerlukan basis data."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("buku", help="berkas .xlsx atau folder berisi berkas CSV")
        parser.add_argument("--csv", type=Path, help="tulis hasilnya ke berkas ini (bawaan: ke layar)")
        parser.add_argument("--xlsx", type=Path, help="tulis Hasil Uji Petik Angka LKjIP sebagai berkas Excel")
        parser.add_argument("--pdf", type=Path, help="tulis Hasil Uji Petik Angka LKjIP sebagai berkas PDF")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        buku = buka_buku(pilihan["buku"])
        instansi, hasil = buku.data.renstra.instansi, uji_petik(buku.data, buku.daftar_klaim)
        sumber = f"Lembar klaim dan data buku kerja {Path(pilihan['buku']).name}"
        uji = HasilUji(
            instansi.nama or instansi.kode, instansi.singkatan, buku.data.tahun, sumber, timezone.localdate(), hasil
        )
        if not any(pilihan.get(nama) for nama in ("csv", "xlsx", "pdf")):
            tulis(hasil, sys.stdout)
        else:
            self._tulis_berkas(uji, pilihan)
            tulis_ringkasan(uji, self.stdout.write)
        banyak = Counter(h.kelas for h in hasil)
        ringkasan = ", ".join(f"{banyak[kelas]} {kelas.value}" for kelas in KelasKlaim)
        self.stderr.write(f"{len(hasil)} klaim: {ringkasan}")

    def _tulis_berkas(self, uji: HasilUji, pilihan: dict[str, Any]) -> None:
        pencetak = {"csv": _csv, "xlsx": _xlsx, "pdf": _pdf}
        for path, cetak in ((pilihan.get(nama), cetak) for nama, cetak in pencetak.items()):
            if path is not None:
                _simpan(path, cetak(uji))


def _csv(uji: HasilUji) -> bytes:
    keluar = StringIO(newline="")
    tulis(uji.daftar, keluar)
    return keluar.getvalue().encode()


def _xlsx(uji: HasilUji) -> bytes:
    return xlsx_laporan(dokumen_uji(uji))


def _pdf(uji: HasilUji) -> bytes:
    return pdf_laporan(dokumen_uji(uji))


def _simpan(path: Path, isi: bytes) -> None:
    try:
        path.write_bytes(isi)
    except OSError as galat:
        raise CommandError(f"'{path}' tidak dapat ditulis: {galat.strerror}") from galat
