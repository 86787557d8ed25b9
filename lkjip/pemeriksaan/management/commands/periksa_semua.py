"""`manage.py periksa_semua`: every agency-year that changed since it was checked is checked again; for cron."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from lkjip.pemeriksaan.selectors_hasil import daftar_semua, daftar_usang
from lkjip.pemeriksaan.services_hasil import periksa_pk

_SETIAP = 25  # agency-years between two lines of progress


class Command(BaseCommand):
    help = "Memeriksa semua tahun kinerja yang berubah sejak terakhir diperiksa, dan menyimpan temuannya."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--semua", action="store_true", help="periksa juga yang tidak berubah")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        semua = daftar_semua()
        daftar = semua if pilihan["semua"] else daftar_usang()
        self.stdout.write(f"{len(daftar)} dari {len(semua)} tahun kinerja perlu diperiksa.")
        gagal = 0
        for nomor, pk in enumerate(daftar, 1):
            gagal += not periksa_pk(pk, penuh=pilihan["semua"])
            if nomor % _SETIAP == 0 or nomor == len(daftar):
                self.stdout.write(f"  {nomor} dari {len(daftar)} selesai.")
        if gagal:
            self.stderr.write(f"{gagal} tahun kinerja dilewati: sedang diperiksa pekerja lain, atau gagal (lihat log).")
