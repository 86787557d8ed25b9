"""`manage.py laporan BUKU_or_KODE [TAHUN] [--triwulan N] [--unit NAMA] -o FILE`: the ending chooses the format."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lkjip.cetak import PENCETAK, cetak_pdf
from lkjip.dasar.periode import DAFTAR_TRIWULAN
from lkjip.management.sumber_pilihan import buka_pilihan


class Command(BaseCommand):
    help = "Menyusun LKjIP dari buku kerja, atau dari basis data (kode instansi dan tahun)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("sumber", help="berkas .xlsx, folder CSV, atau kode instansi")
        parser.add_argument("tahun", nargs="?", type=int, help="tahun kinerja, bila sumbernya kode instansi")
        parser.add_argument("--triwulan", type=int, choices=DAFTAR_TRIWULAN, help="laporan triwulan ini")
        parser.add_argument("--unit", default="", help="laporan unit kerja bernama ini")
        parser.add_argument("-o", "--keluaran", type=Path, required=True, help="berkas .pdf, .html, .docx, atau .xlsx")
        parser.add_argument(
            "--akhir", action="store_true", help="PDF untuk diarsipkan dan ditandatangani: PDF/A-3a dan PDF/UA-1"
        )

    def handle(self, *args: Any, **pilihan: Any) -> None:
        keluaran: Path = pilihan["keluaran"]
        cetak = PENCETAK.get(keluaran.suffix.lower())
        if cetak is None:
            raise CommandError(
                f"Akhiran '{keluaran.suffix}' belum dapat ditulis. Pilih salah satu: {', '.join(PENCETAK)}."
            )
        if pilihan["akhir"] and cetak is not cetak_pdf:
            raise CommandError("--akhir hanya untuk berkas .pdf.")
        mulai = time.perf_counter()
        buku = buka_pilihan(pilihan["sumber"], pilihan["tahun"], pilihan["triwulan"], pilihan["unit"])
        isi = cetak_pdf(buku, akhir=True) if pilihan["akhir"] else cetak(buku)
        try:
            keluaran.parent.mkdir(parents=True, exist_ok=True)
            keluaran.write_bytes(isi)
        except OSError as galat:
            raise CommandError(f"'{keluaran}' tidak dapat ditulis: {galat.strerror}") from galat
        lama = f"{time.perf_counter() - mulai:.1f}".replace(".", ",")
        self.stdout.write(f"{keluaran} ditulis ({len(isi) // 1024} KiB, {lama} detik)")
