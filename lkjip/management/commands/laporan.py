"""`manage.py laporan BUKU_or_KODE [TAHUN] -o FILE`: write the report; the file's ending chooses the format."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lkjip.cetak import PENCETAK
from lkjip.management.sumber_buku import buka_sumber


class Command(BaseCommand):
    help = "Menyusun LKjIP dari buku kerja, atau dari basis data (kode instansi dan tahun)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("sumber", help="berkas .xlsx, folder CSV, atau kode instansi")
        parser.add_argument("tahun", nargs="?", type=int, help="tahun kinerja, bila sumbernya kode instansi")
        parser.add_argument("-o", "--keluaran", type=Path, required=True, help="berkas .pdf, .html, atau .docx")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        keluaran: Path = pilihan["keluaran"]
        cetak = PENCETAK.get(keluaran.suffix.lower())
        if cetak is None:
            raise CommandError(
                f"Akhiran '{keluaran.suffix}' belum dapat ditulis. Pilih salah satu: {', '.join(PENCETAK)}."
            )
        mulai = time.perf_counter()
        isi = cetak(buka_sumber(pilihan["sumber"], pilihan["tahun"]))
        try:
            keluaran.parent.mkdir(parents=True, exist_ok=True)
            keluaran.write_bytes(isi)
        except OSError as galat:
            raise CommandError(f"'{keluaran}' tidak dapat ditulis: {galat.strerror}") from galat
        lama = f"{time.perf_counter() - mulai:.1f}".replace(".", ",")
        self.stdout.write(f"{keluaran} ditulis ({len(isi) // 1024} KiB, {lama} detik)")
