"""`manage.py ekspor KODE TAHUN -o PATH`: the workbook of an agency-year, or the blank template."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from lkjip.buku_kerja.selectors import BukuTidakAda, ambil_buku
from lkjip.buku_kerja.writers.csv_folder import tulis_csv_folder
from lkjip.buku_kerja.writers.templat import tulis_templat
from lkjip.buku_kerja.writers.xlsx import tulis_xlsx


class EksporGagal(CommandError):
    """Its name stands before the message that the user reads."""


def _tahun(teks: str) -> int:
    if not (teks.isascii() and teks.isdigit() and len(teks) == 4):
        raise EksporGagal(f"Tahun “{teks}” bukan tahun; tulis empat angka, misalnya 2024.")
    return int(teks)


class Command(BaseCommand):
    help = "Mengekspor buku kerja satu instansi dan tahun: berkas .xlsx, atau folder CSV bila PATH bukan .xlsx."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kode", metavar="KODE", help="Kode instansi.")
        parser.add_argument("tahun", metavar="TAHUN", help="Tahun kinerja, empat angka.")
        parser.add_argument("-o", dest="path", metavar="PATH", required=True, help="Berkas .xlsx atau folder tujuan.")
        parser.add_argument("--kosong", action="store_true", help="Tulis templat kosong dengan petunjuk pengisian.")

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(options["path"])
        try:
            self._tulis(path, options["kode"], _tahun(options["tahun"]), kosong=options["kosong"])
        except BukuTidakAda as galat:
            raise EksporGagal(str(galat)) from galat
        except OSError as galat:
            raise EksporGagal(f"{path} tidak dapat ditulis: {galat.strerror or galat}.") from galat
        except DatabaseError as galat:
            saran = "Periksa DATABASE_URL, lalu jalankan `manage.py migrate`."
            raise EksporGagal(f"Basis data tidak dapat dipakai: {str(galat).strip()}. {saran}") from galat
        self.stdout.write(f"Tertulis: {path}")

    @staticmethod
    def _tulis(path: Path, kode: str, tahun: int, *, kosong: bool) -> None:
        berkas = path.suffix.lower() == ".xlsx"
        if kosong:
            if not berkas:
                raise EksporGagal("Templat kosong hanya ada sebagai .xlsx; beri nama berkas yang berakhiran .xlsx.")
            tulis_templat(path, kode=kode, tahun=tahun)
            return
        buku = ambil_buku(kode, tahun)
        if berkas:
            tulis_xlsx(buku, path)
        else:
            tulis_csv_folder(buku, path)
