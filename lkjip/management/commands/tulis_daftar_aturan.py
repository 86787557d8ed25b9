"""`manage.py tulis_daftar_aturan [BERKAS] [--periksa]`: docs/pemeriksaan.md, the list of all rules, out of the rules.

`--periksa`: write nothing; exit code 1 where the file is not what it would be.
"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from lkjip.pemeriksaan.aturan.daftar import tulis_daftar


class Command(BaseCommand):
    help = "Menulis daftar semua aturan pemeriksaan (docs/pemeriksaan.md) dari aturannya sendiri."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        bawaan = Path(settings.BASE_DIR) / "docs" / "pemeriksaan.md"
        parser.add_argument("berkas", nargs="?", type=Path, default=bawaan, help="berkas tujuan")
        parser.add_argument("--periksa", action="store_true", help="jangan menulis; gagal bila isinya tidak mutakhir")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        berkas: Path = pilihan["berkas"]
        isi = tulis_daftar()
        if pilihan["periksa"]:
            if not berkas.exists() or berkas.read_text(encoding="utf-8") != isi:
                raise CommandError(f"{berkas} tidak mutakhir. Jalankan: manage.py tulis_daftar_aturan")
            return
        berkas.write_text(isi, encoding="utf-8")
