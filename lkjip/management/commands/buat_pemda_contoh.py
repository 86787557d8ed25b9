"""`manage.py buat_pemda_contoh`: a made-up pemda with many agencies, for trying the pages of the Inspektorat."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from lkjip.evaluasi.data_contoh import NAMA_PEMDA
from lkjip.evaluasi.services_contoh import save_pemda_contoh


class Command(BaseCommand):
    help = f"Membuat {NAMA_PEMDA}: instansi, tahun kinerja, dan evaluasi AKIP yang semuanya karangan."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--instansi", type=int, default=40, help="banyak instansi (bawaan: 40)")
        parser.add_argument("--tahun", type=int, default=5, help="banyak tahun (bawaan: 5)")
        parser.add_argument("--akhir", type=int, default=2025, help="tahun terakhir yang dievaluasi (bawaan: 2025)")
        parser.add_argument("--benih", type=int, default=2026, help="bilangan penentu semua data (bawaan: 2026)")
        parser.add_argument("--bila-belum", action="store_true", help="diam saja bila pemda itu sudah ada")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        banyak, tahun, akhir = pilihan["instansi"], pilihan["tahun"], pilihan["akhir"]
        if banyak < 1 or not 1 <= tahun <= 20:
            raise CommandError("Sebut sedikitnya satu instansi, dan 1 sampai 20 tahun.")
        daftar_tahun = range(akhir - tahun + 1, akhir + 1)
        try:
            hasil = save_pemda_contoh(benih=pilihan["benih"], banyak=banyak, daftar_tahun=daftar_tahun)
        except ValidationError as galat:
            if pilihan["bila_belum"]:
                self.stdout.write(" ".join(galat.messages))
                return
            raise CommandError(" ".join(galat.messages)) from galat
        self.stdout.write(
            f"{NAMA_PEMDA}: {hasil.banyak_instansi} instansi × {hasil.banyak_tahun} tahun, {hasil.banyak_evaluasi} "
            f"evaluasi, {hasil.banyak_rekomendasi} rekomendasi. Semuanya karangan."
        )
