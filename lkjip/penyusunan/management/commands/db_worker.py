"""`manage.py db_worker`: a worker process that makes the ordered files; as many as wanted, on as many machines.

django-tasks-db's command, in front of which this one stands: all queues by default, no reloading, and beside it the
guard that gives signs of life and rescues what a killed worker left.
"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django_tasks_db.management.commands.db_worker import Command as PekerjaDjango

from lkjip.penyusunan.pekerja import Penjaga
from lkjip.penyusunan.tugas import nama_pekerja


class Command(PekerjaDjango):
    help = "Menyusun berkas yang dipesan di situs, sampai dihentikan (Ctrl+C)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(queue_name="*", reload=False, interval=0.5, worker_id=nama_pekerja())

    def handle(self, **pilihan: Any) -> None:
        penjaga = Penjaga()
        penjaga.start()
        try:
            super().handle(**pilihan)
        finally:
            penjaga.berhenti()
