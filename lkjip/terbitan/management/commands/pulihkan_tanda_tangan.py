"""`manage.py pulihkan_tanda_tangan`: finish attempts at signing whose process died, or give them up."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from lkjip.terbitan.services_pulih_tanda_tangan import pulihkan_tindakan


class Command(BaseCommand):
    help = "Menyelesaikan penandatanganan yang terhenti bila hasilnya sudah kembali; yang lain dilepas."

    def handle(self, *args: Any, **pilihan: Any) -> None:
        hasil = pulihkan_tindakan()
        self.stdout.write(
            f"{hasil.diselesaikan} tindakan diselesaikan, {hasil.dilepas} dilepas, {hasil.menunggu} masih menunggu."
        )
