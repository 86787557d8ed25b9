"""`manage.py pasang_skema BERKAS`: a new regulation's way of scoring, as rows."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from kinerja.services_skema import pasang_skema


class Command(BaseCommand):
    help = "Memasang skema evaluasi dari berkas JSON yang bentuknya seperti kinerja/skema_evaluasi/*.json."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("berkas", type=Path, help="berkas JSON skema")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        berkas: Path = pilihan["berkas"]
        try:
            isi = json.loads(berkas.read_text(encoding="utf-8"))
        except OSError as galat:
            raise CommandError(f"{berkas} tidak dapat dibaca: {galat.strerror}") from galat
        except ValueError as galat:
            raise CommandError(f"{berkas} bukan JSON yang sah: {galat}") from galat
        try:
            skema = pasang_skema(isi)
        except ValidationError as galat:
            raise CommandError("Skema tidak dipasang. " + " ".join(galat.messages)) from galat
        self.stdout.write(f"Skema {skema.nama} ({skema.kode}) terpasang.")
