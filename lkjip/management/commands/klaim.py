"""`manage.py klaim BUKU [--csv OUT]`: class every figure that a published report states."""

from __future__ import annotations

import csv
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError

from lkjip.dasar.tulisan_angka import tulis_polos
from lkjip.management.sumber_buku import buka_buku
from lkjip.pemeriksaan.data import KelasKlaim
from lkjip.pemeriksaan.klaim import HasilKlaim, periksa_daftar_klaim

KOLOM = ("rujukan", "besaran", "subjek", "tahun", "triwulan", "versi", "nilai", "teks", "kelas", "nilai_hitung", "cara")


def _polos(nilai: Decimal | str | int | None) -> str:
    if nilai is None:
        return ""
    return tulis_polos(nilai) if isinstance(nilai, Decimal) else str(nilai)


def baris_klaim(hasil: HasilKlaim) -> Sequence[str]:
    """One row of machine output; a claim that cannot be computed says in `cara` what is missing."""
    k = hasil.klaim
    cara = hasil.hasil.cara if hasil.hasil.ada else hasil.hasil.alasan
    tercetak = "" if k.nilai is None else f"{k.nilai:f}"
    return (k.rujukan, k.besaran, k.subjek, _polos(k.tahun), _polos(k.triwulan), _polos(k.versi), tercetak, k.teks,
            hasil.kelas.value, _polos(hasil.hasil.nilai), cara)  # fmt: skip


def tulis(daftar: Iterable[HasilKlaim], keluar: TextIO) -> None:
    penulis = csv.writer(keluar, lineterminator="\n")
    penulis.writerow(KOLOM)
    penulis.writerows(baris_klaim(hasil) for hasil in daftar)


class Command(BaseCommand):
    help = "Menghitung ulang setiap angka pada lembar klaim dan menggolongkannya; tidak memerlukan basis data."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("buku", help="berkas .xlsx atau folder berisi berkas CSV")
        parser.add_argument("--csv", type=Path, help="tulis hasilnya ke berkas ini (bawaan: ke layar)")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        buku = buka_buku(pilihan["buku"])
        hasil = list(periksa_daftar_klaim(buku.data, buku.daftar_klaim))
        if pilihan["csv"] is None:
            tulis(hasil, sys.stdout)
        else:
            try:
                with pilihan["csv"].open("w", encoding="utf-8", newline="") as keluar:
                    tulis(hasil, keluar)
            except OSError as galat:
                raise CommandError(f"'{pilihan['csv']}' tidak dapat ditulis: {galat.strerror}") from galat
        banyak = Counter(h.kelas for h in hasil)
        ringkasan = ", ".join(f"{banyak[kelas]} {kelas.value}" for kelas in KelasKlaim)
        self.stderr.write(f"{len(hasil)} klaim: {ringkasan}")
